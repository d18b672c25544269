import { anyOf, begins, ends, type Grammar, oneOf } from '../grammar.ts';

const weekday = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\\s+(?:matin|soir|dernier))?';
const month = '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)';
const time = `(?:(?:ce|le|en|au|depuis|dès)\\s+)*(?:${weekday}|\\d{1,2}(?:er)?\\s+${month}(?:\\s+\\d{4})?|${month}(?:\\s+\\d{4})?|hier|aujourd['’]hui|demain|la semaine dernière|le mois dernier|l['’]an dernier|ensuite|plus tard)`;
const said =
  'reproché|avoué|concédé|commenté|observé|constaté|réclamé|exigé|recommandé|appelé|détaillé|répété|ironisé|plaisanté|nuancé|renchéri|crié|accusé|jugé|justifié|déploré|défendu|salué|rétorqué|répliqué|dit|déclaré|affirmé|expliqué|ajouté|assuré|raconté|indiqué|précisé|souligné|estimé|regretté|annoncé|répondu|rappelé|confié|lancé|prévenu|averti|confirmé|reconnu|admis|écrit|promis|dénoncé|insisté|conclu|noté|soutenu|nié|démenti|plaidé|poursuivi|martelé|tempéré|soupiré|demandé|juré|témoigné|résumé|relevé|rapporté';

/** French. */
export const french: Grammar = {
  says: anyOf(`
    (?:a|ont|avait|avaient)(?:-t-(?:il|elle|on)|-(?:ils|elles))?\\s+(?:[\\p{L}]+ment\\s+|aussi\\s+|encore\\s+|ensuite\\s+)?(?:${said})|
    dit|disent|disait|déclare|déclarent|affirme|affirment|explique|expliquent|expliquait|ajoute|ajoutent|assure|assurent|raconte|racontent|indique|indiquent|précise|précisent|
    souligne|soulignent|estime|estiment|regrette|regrettent|annonce|annoncent|répond|répondent|rappelle|rappellent|confie|lance|prévient|avertit|confirme|confirment|
    reconnaît|admet|écrit|écrivent|promet|dénonce|dénoncent|insiste|conclut|note|notent|soutient|nie|dément|plaide|poursuit|martèle|tempère|soupire|demande|jure|témoigne|
    accuse|accusent|a accusé|ont accusé|fait valoir|font valoir|fait savoir|font savoir|fait remarquer|et d['’]ajouter|et de (?:conclure|préciser|poursuivre|lancer|rappeler|souligner|plaisanter)|s[’']alarme|s[’']alarment|clame|clament|réclame|réclament|exige|exigent|appelle de ses vœux|se désole|se désolent|se plaint|se réjouit|s['’]interroge|s['’]insurge|s['’]écrie|s['’]inquiètent|s['’]indignent|renchérit|nuance|observe|constate|constatent|commente|plaisante|sourit|rit|souffle|murmure|crie|scande|scandent|reconnaissent|promettent|préviennent|lancent|répètent?|tranche|assène|argue|détaille|prévoit|prédit|recommande|avoue|confirment|concède|admettent|défendent|dénonçant|précisant|ajoutant|affirmant|soulignant|rappelant|expliquant|assurant|estimant|jugeant|promettant|
    tonne|justifie|fulmine|peste|s[’']exclame|s[’']emporte|s[’']étonne|rétorque|réplique|déplore|redoute|défend|salue|résume|relève|rapporte|rapportent|juge|jugent|croit|pense|pensent|craint|s['’]inquiète|s['’]indigne|s['’]agace|se souvient|se félicite|ironise|glisse`),
  labels: anyOf("qualifie|qualifient|a qualifié|évoque|a évoqué|parle d[e’']|a parlé d[e’']|appelle|appellent|surnomme|dit craindre"),
  noVerb: ends(
    "le|la|les|un|une|des|de|du|l['’]|d['’]|ce|cette|ces|son|sa|ses|leur|leurs|mon|ma|notre|votre|à|pour|sans|par|au|aux|est|été|sont|pas|ne|n['’]|qui",
  ),
  subject: 'either',
  invertsRarely: false,
  accordingTo: anyOf("selon|d['’]après|de l['’]avis de|aux dires de|à en croire"),
  accordingBehind: null,
  releasedBy: anyOf('(?:diffusée?s?|publiée?s?|relayée?s?|citée?s?|transmise?s?|rapportée?s?) par|au micro de'),
  tells: anyOf(
    '(?:a|ont|avait)\\s+(?:dit|déclaré|affirmé|expliqué|confié|indiqué|raconté|assuré|précisé)|dit|déclare|confie|explique|raconte|affirme',
  ),
  relative: begins("qui|que|qu['’]|dont|où|lequel|laquelle|lorsque|quand|alors"),
  conjunctions: anyOf("que|qu['’]|parce que|quand|lorsque|si|mais|comme|où|dont|qui|car|tandis que|alors que|puisque|après que|avant que"),
  apposition: begins(
    "une?|le|la|les|l['’]|son|sa|ses|leur|ancienne?|chef\\p{L}*|directeur|directrice|présidente?|porte-parole|maire|ministre|professeure?|fondat\\p{L}+|responsable|secrétaire|adjointe?|éleveu\\p{L}+|agricult\\p{L}+|habitante?|\\d{1,3}",
  ),
  lead: begins(
    `(?:${time}|et|mais|puis|or|ainsi|pourtant|cependant|toutefois|de son côté|pour sa part|quant à lui|dans (?:un|une|son|sa) [\\p{L}'’ -]{3,30})\\s*,?`,
  ),
  between: ends(
    `(?:${time}|de (?:son|leur) côté,?|pour (?:sa|leur) part,?|quant à (?:lui|elle),?|ne|n['’]|y|en|s['’]|se|lui|leur|nous|vous|aussi|encore|toujours|également|pourtant|a|ont)`,
  ),
  ends: anyOf(
    `que|qui|dont|où|lorsque|quand|après|avant|pendant|parce|dans (?:un|une|son|sa|les)|lors|auprès|devant|au micro|à l['’]AFP|et|mais|par|avec|pour|sur|${time}`,
  ),
  endsBehindName: anyOf('à|au|aux|dans|en|chez|vers|lors|devant|sous'),
  hearer: begins(
    "(?:à|au|aux|auprès d[eu]|devant) (?:l['’]AFP|la presse|(?:l['’]|la |le |les |des )?(?:agence|quotidien|journal|radio|chaîne|journalistes)(?: \\p{Lu}[^\\s,]+)*)",
    'u',
  ),
  viewOf: begins('pour'),
  reported: null,
  titles: ends(
    "(?:le|la|l['’]|un|une|son|sa|du|au|les) ?(?:collectif|association|titre|mot|terme|slogan|chanson|livre|film|roman|expression|nom|pièce|exposition|rapport|étude|opération|campagne)|intitulée?s?|baptisée?s?|dite?s?|surnommée?s?|soi-disant",
  ),
  pronouns: begins("elles?|ils?|on|nous|je|vous|celui-ci|celle-ci|(?:certains|d['’]autres|beaucoup)$"),
  that: begins("que|qu['’]|si|comment|pourquoi"),
  determiner: begins("les?|la|l['’]|une?|son|sa|ses|leurs?"),
  joins: oneOf("de|du|des|d['’]\\S+"),
  finite: oneOf("ne|n['’]\\S+|se|s['’]\\S+|est|sont|était|a"),
  opensObject: oneOf("les?|la|l['’]\\S+|une?|ses|leurs?"),
  opensAdverbial: /^\p{Lu}\p{Ll}+(?:ée?s?|ant)\s/u,
  participle: /ant$/u,
  capitalNouns: false,
  speechless: begins("personne|rien|cela|ça|ce|c['’]"),
};
