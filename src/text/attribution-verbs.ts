import type { Stretch } from './stretch.ts';

// Finite forms that govern what somebody is reported to have said. Participles that mostly describe things ("known", "based") stay out.
const forms: Readonly<Record<string, string>> = {
  en: 'said says saying told tells reported reports stated states announced announces claimed claims alleged alleges added adds argued argues warned warns insisted insists denied denies confirmed confirms explained explains admitted admits acknowledged acknowledges asserted asserts declared declares noted notes wrote writes tweeted testified testifies vowed vows pledged pledges predicted predicts remarked recalled suggested suggests concluded concludes estimated estimates quoted cited urged demanded|according to',
  de: 'sagt sagte sagten erklärt erklärte erklärten berichtet berichtete berichteten teilte meldet meldete meldeten betont betonte behauptet behauptete warnt warnte kündigte bestätigt bestätigte dementiert dementierte räumte meint meinte schreibt schrieb schrieben zitiert zitierte forderte|nach angaben|laut|zufolge',
  fr: "dit disent déclaré déclare affirmé affirme annoncé annonce indiqué indique expliqué explique assuré assure ajouté ajoute précisé précise averti estime estimé souligné souligne rapporté rapporte écrit confirmé confirme démenti dément reconnu|selon|d’après|d'après",
  es: 'dijo dijeron dice dicen afirmó afirmaron declaró declararon anunció anunciaron aseguró aseguraron explicó indicó señaló añadió agregó advirtió informó informaron denunció negó confirmó reconoció sostuvo escribió|según|de acuerdo con',
  it: 'detto dice dicono dichiarato dichiara affermato afferma annunciato annuncia spiegato spiega aggiunto aggiunge riferito riferisce sostiene sostenuto avvertito confermato smentito scrive scritto|secondo',
  pt: 'disse disseram diz dizem afirmou afirmaram declarou anunciou informou explicou acrescentou alertou confirmou negou garantiu escreveu|segundo|de acordo com',
  nl: 'zei zeiden zegt zeggen verklaarde meldde melden meldt berichtte vertelde stelde waarschuwde bevestigde ontkende benadrukte schrijft schreef|volgens',
  pl: 'powiedział powiedziała powiedzieli oświadczył oświadczyła poinformował poinformowała poinformowali dodał dodała stwierdził stwierdziła podkreślił podkreśliła twierdzi twierdzą ostrzegł przyznał zaprzeczył napisał ogłosił podał podała|według|zdaniem',
  sv: 'sa säger sade uppgav uppger meddelade meddelar berättade berättar hävdar hävdade skriver skrev varnade bekräftade förnekade|enligt',
  fi: 'sanoi sanoo kertoi kertoo ilmoitti totesi toteaa väittää väitti kirjoitti varoitti vahvisti kiisti|mukaan',
  tr: 'dedi söyledi açıkladı belirtti bildirdi duyurdu vurguladı ekledi yazdı savundu|göre',
  ru: 'сказал сказала сказали говорит заявил заявила заявило заявили сообщил сообщила сообщило сообщили сообщает сообщают рассказал рассказала рассказали отметил отметила подчеркнул подчеркнула добавил добавила объяснил объяснила утверждает утверждают предупредил предупредила пояснил пояснила написал написала пишет подтвердил опроверг признал|по словам|по данным|по его словам|по её словам',
  uk: 'сказав сказала сказали каже заявив заявила заявили повідомив повідомила повідомили повідомляє розповів розповіла зазначив зазначила підкреслив підкреслила додав додала пояснив пояснила стверджує попередив написав написала пише підтвердив|за словами|за даними',
  el: 'είπε είπαν δήλωσε δήλωσαν ανέφερε ανέφεραν ανακοίνωσε τόνισε πρόσθεσε υποστήριξε έγραψε προειδοποίησε|σύμφωνα με',
  ar: 'قال قالت قالوا يقول تقول وقال وقالت صرح صرحت وصرح أعلن أعلنت وأعلن وأعلنت أضاف أضافت وأضاف وأضافت أكد أكدت وأكد وأكدت ذكر ذكرت وذكر وذكرت أفاد أفادت وأفاد أوضح أوضحت وأوضح زعم زعمت كتب كتبت حذر حذرت نفى نفت|وفقا|وفقًا|بحسب',
  fa: 'گفت گفتند گفته می‌گوید اعلام افزود تأکید خاطرنشان|به گفته|به گزارش',
  he: 'אמר אמרה אמרו הודיע הודיעה מסר מסרה טען טענה הוסיף הוסיפה הדגיש הדגישה כתב כתבה|לדברי|על פי',
  hi: 'कहा कहते बताया बोले दावा|के अनुसार',
  zh: '表示|指出|声称|聲稱|宣布|宣佈|强调|強調|补充说|補充說|告诉|告訴|透露|据报道|據報導|警告称|说道|說道|称,|称，|稱，|说:|说：|說：|说，|說，',
  ja: 'と述べた|と語った|と話した|と発表した|と明らかにした|と主張した|によると|と報じた|と強調した|と説明した',
  ko: '말했다|밝혔다|전했다|주장했다|강조했다|덧붙였다|설명했다|보도했다|에 따르면|발표했다',
};
// Written without spaces, or with endings glued on: the words stand anywhere.
const unspaced: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);

const patterns = new Map<string, RegExp | null>();

function patternFor(language: string): RegExp | null {
  const [primary = ''] = language.toLowerCase().split('-');
  const known = patterns.get(primary);
  if (known !== undefined) return known;
  const listed = Object.hasOwn(forms, primary) ? forms[primary] : undefined;
  const pattern = listed === undefined ? null : compiled(listed, unspaced.has(primary));
  patterns.set(primary, pattern);
  return pattern;
}

// Words before the first bar stand alone, separated by spaces; what stands between bars may be several words.
function compiled(listed: string, anywhere: boolean): RegExp {
  const [single = '', ...phrases] = listed.split('|');
  const all = anywhere ? listed.split('|') : [...single.split(' '), ...phrases];
  const choices = all.sort((a, b) => b.length - a.length).join('|');
  return anywhere ? new RegExp(choices, 'gu') : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${choices})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}

/** Languages (BCP 47 primary tags) with a list of verbs of attribution. */
export const languagesWithVerbs: readonly string[] = Object.keys(forms);

/** The verbs and phrases of attribution ("said", "according to") within a stretch, in order (UTF-16 units). Empty for a language without a list. */
export function verbsIn(text: string, { start, end }: Stretch, language: string): Stretch[] {
  const pattern = patternFor(language);
  if (!pattern) return [];
  return [...text.slice(start, end).matchAll(pattern)].map(({ 0: verb, index }) => ({
    start: start + index,
    end: start + index + verb.length,
  }));
}
