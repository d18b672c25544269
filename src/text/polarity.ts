// Words that deny what a sentence says, doubt it or make it conditional. All languages at once: only a change of them counts, so that a
// word which means something else elsewhere costs a second look at most. A star stands for any ending.
const lists: readonly string[] = [
  `not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely rarely seldom unable unlikely impossible
  deny denied denies denying denial denials refute* reject* disput* dismiss* debunk* rebut* repudiat* disavow* disown* contradict* retract*
  withdrew withdraw* disprov* doubt* fail* refus* false* untrue wrong* incorrect* inaccurate* mislead* bogus baseless unfounded groundless
  hoax* fake* fabricat* invented lie lies lied lying pretend* alleg* reportedly suppos* purport* claim* rumou* rumor* unconfirmed unverified
  unproven unclear uncertain if whether unless may might could would should perhaps maybe possibl* probabl* likely apparent* seem* appear*
  suspect* believ* assum* so-called ostensib* hypothe* myth joke* joking* sarcastic* ironic* ceased nonsense`,
  `nicht nichts kein* nie niemals niemand nirgends weder ohne kaum falsch* unwahr* bestreit* bestritt* dementier* verneint* leugne*
  widersprach widerspricht widerleg* zurückgewiesen angeblich* vermeintlich* mutmaßlich* vermutlich* wohl möglicherweise vielleicht könnte*
  dürfte* würde* soll* behaupt* ob falls wenn sogenannt* gerücht* lüge* erfunden*`,
  `ne n pas jamais aucun* rien personne sans ni nié* niait démenti* dément contest* réfut* rejet* faux fausse* faussement mensong*
  prétend* soi-disant présumé* supposé* peut-être pourrai* aurait auraient serait seraient si rumeur*`,
  `nunca jamás nadie nada ningún ninguna ninguno tampoco sin negó niega* negar* desmint* desmient* rechaz* falso* falsa* supuest* presunt*
  quizá* podría* habría* sería*`,
  'non mai nessun* nulla niente senza neanche nega* smenti* falsi forse potrebbe* sarebbe* avrebbe*',
  'não ninguém nenhum* sem tampouco negou desment* rejeit* suposto* suposta* alegad* talvez poderia* teria* seria*',
  'niet niets geen nooit zonder ontken* onjuist* vals* onwaar vermeend* zogenaamd* mogelijk misschien zou zouden',
  'nikt nic żaden żadn* ani bez zaprzecz* zdementowa* fałsz* nieprawd* rzekom* domniem* podobno może jeśli czy',
  'inte ej aldrig ingen inget inga utan förneka* osann* påstå* kanske skulle',
  'ei eivät emme älä koskaan ilman kiist* väär* väite* ehkä jos',
  'değil yok hiç asla hayır yalanla* reddet* sözde iddia* belki eğer',
  `не ни нет никогда никто ничего нигде без едва опроверг* отрица* отверг* ложь ложн* лжив* неправд* якобы предположительно возможно
  вероятно наверное мог могут может бы если ли слух* будто`,
  'немає ніколи ніхто нічого спростува* запереч* відкину* хибн* нібито можливо ймовірно може би якщо чи',
  'δεν δε όχι μην ποτέ κανείς κανένας τίποτα χωρίς διέψευσε* αρνήθηκε* ψευδ* φερόμεν* ίσως μπορεί αν',
  'لا ليس ليست لم لن ما غير بدون نفى نفت ينفي تنفي ونفى ونفت أنكر أنكرت كاذب كاذبة مزعوم مزعومة زعم زعمت ربما قد إذا لو هل',
  'نه نیست نبود هرگز هیچ تکذیب دروغ ادعا شاید اگر',
  'לא אין אינו אינה אינם מעולם אף בלי הכחיש הכחישה הכחישו שקר שקרי כביכול אולי אם האם',
  'नहीं न मत कभी बिना इनकार इंकार झूठ झूठा कथित शायद अगर यदि',
];
// Written without spaces, or joined to the word: they stand anywhere.
const parts =
  /不|没|沒|無|无|非|未|否认|否認|假|谣|謠|据称|據稱|涉嫌|可能|如果|ない|なかった|ません|否定|嘘|疑い|かもしれ|않|아니|못|없|부인|거짓|의혹|가능성|n['’]t(?!\p{L})|[?？؟]/gu;
// Months that look like a word of doubt.
const months: ReadonlySet<string> = new Set(['May', 'Mai']);

const listed = lists.flatMap((list) => list.split(/\s+/u));
const whole: ReadonlySet<string> = new Set(listed.filter((word) => !word.endsWith('*')));
const stems: ReadonlySet<string> = new Set(listed.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)));
const longest = Math.max(...[...stems].map((stem) => stem.length));

/** Every one of these words that denies, doubts or makes conditional, in lower case; question marks too. */
export function polarityIn(words: string): string[] {
  const part = words.normalize('NFC').replaceAll(/[\u00ad\u200b\u2060]/gu, '');
  const spelled = [...part.matchAll(/[\p{L}\p{M}]+(?:-\p{L}+)*/gu)].filter(({ 0: word }) => !months.has(word));
  const found = spelled.map(({ 0: word }) => word.toLowerCase()).filter((word) => whole.has(word) || hasStem(word));
  return [...found, ...[...part.matchAll(parts)].map(({ 0: sign }) => sign.replace('’', "'"))];
}

function hasStem(word: string): boolean {
  for (let length = 3; length <= Math.min(word.length, longest); length += 1) if (stems.has(word.slice(0, length))) return true;
  return false;
}
