import { anyOf, begins, ends, type Grammar, oneOf } from '../grammar.ts';

const weekday = '(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?:\\s+pasado)?';
const month = '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
const time = `(?:(?:el|este|en|desde)\\s+)*(?:${weekday}|\\d{1,2}\\s+de\\s+${month}(?:\\s+de\\s+\\d{4})?|${month}(?:\\s+de\\s+\\d{4})?|ayer|hoy|mañana|anoche|la semana pasada|el mes pasado|el año pasado|después|luego|más tarde)`;

/** Spanish. */
export const spanish: Grammar = {
  says: anyOf(`
    dijo|dice|dicen|dijeron|decía|ha dicho|afirmó|afirma|afirmaron|afirman|explicó|explica|explicaron|explican|añadió|añade|agregó|
    agrega|aseguró|asegura|aseguraron|aseguran|señaló|señala|señalaron|señalan|indicó|indica|indicaron|declaró|declara|declararon|
    contó|cuenta|cuentan|contaba|recordó|recuerda|recuerdan|sostuvo|sostiene|sostienen|advirtió|advierte|advirtieron|advierten|
    respondió|responde|contestó|preguntó|pregunta|anunció|anuncia|anunciaron|informó|informa|informaron|lamentó|lamenta|denunció|
    denuncia|confirmó|confirma|negó|niega|admitió|admite|reconoció|reconoce|insistió|insiste|prometió|promete|concluyó|concluye|
    comentó|comenta|subrayó|subraya|destacó|destaca|manifestó|manifiesta|expresó|expresa|estimó|estima|estiman|considera|consideró|
    consideran|cree|creen|opina|opinó|escribió|escribe|apuntó|apunta|matizó|reiteró|reitera|
    (?:ha|han|había|habían|haya) (?:también )?(?:dicho|afirmado|explicado|añadido|agregado|asegurado|señalado|indicado|declarado|contado|recordado|sostenido|advertido|respondido|anunciado|informado|lamentado|denunciado|confirmado|negado|admitido|reconocido|insistido|prometido|comentado|subrayado|destacado|manifestado|confesado|pedido|criticado|escrito|reclamado|exigido|defendido|celebrado|precisado|relatado|apuntado|matizado|reiterado|considerado|calificado)|
    confesó|confiesa|describió|prometieron|pidieron|lamentaron|lamentan|denunciaron|denuncian|confirmaron|negaron|reclaman|reclamaron|
    exigieron|recomienda|recomendó|aconseja|gritó|grita|gritaron|coreaban|corearon|murmuró|susurró|se lamenta|se lamentó|se pregunta|
    se preguntó|detalló|detalla|argumentó|argumenta|alegó|alega|aclaró|aclara|puntualizó|puntualiza|augura|vaticina|pronosticó|
    ironiza|recalcó|recalca|aseveró|asevera|rechazó|sugirió|sugiere|propuso|propone|añadiendo|asegurando|afirmando|señalando|
    advirtiendo|recordando|explicando|preguntaba|explicaba|lamentaba|aseguraba|afirmaba|comentaba|recordaba|respondía|añadía|repetía|
    insistía|reconocía|se preguntaban|bromeaba|advertía|señalaba|se defendió|se defiende|relató|sentencia|sentenció|remata|remató|
    suspira|bromea|reclama|reclamó|exige|exigió|defiende|defendió|celebra|celebró|ríe|precisó|precisa|relata|resumió|resume|protestó|
    bromeó|ironizó|zanjó|replicó|exclamó|calculó|calcula|calculan|se quejó|se queja|criticó|critica|critican|sonríe|sonrió|asintió|
    pidió|pide|piden|agradeció|exigen|auguró|vaticinó|instó|espetó|alertó|alerta`),
  labels: anyOf('llamó|llama|llaman|calificó|califica|tildó|tacha|tachó|describió|describe|habló de|habla de|definió|define|bautizó'),
  noVerb: ends(
    'el|la|los|las|un|una|unos|unas|de|del|al|a|su|sus|mi|tu|lo|por|para|sin|con|en|es|fue|ser|sido|son|no|ni|que|cada|esta|este|esa|ese',
  ),
  subject: 'either',
  invertsRarely: false,
  accordingTo: anyOf('según|de acuerdo con|a juicio de|en palabras de|en opinión de|conforme a'),
  accordingBehind: null,
  releasedBy: anyOf('(?:difundid[oa]s?|publicad[oa]s?|distribuid[oa]s?|citad[oa]s?|recogid[oa]s?|emitid[oa]s?) por'),
  tells: anyOf('dijo|declaró|explicó|contó|aseguró|afirmó|señaló|dice|explica|cuenta'),
  relative: begins('que|quien|quienes|cuy[oa]s?|donde|cuando|mientras|el cual|la cual'),
  conjunctions: anyOf('que|porque|cuando|mientras|aunque|si|pero|como|donde|quien|quienes|sino|pues|tras'),
  apposition: begins(
    'una?|el|la|los|las|su|sus|jefe|jefa|director\\p{L}*|president\\p{L}+|portavoz|alcalde\\p{L}*|ministr\\p{L}+|profesor\\p{L}*|fundador\\p{L}*|responsable|secretari\\p{L}+|vecin\\p{L}+|\\d{1,3}',
  ),
  lead: begins(`(?:${time}|y|pero|e|sin embargo|además|también|entonces|así|por su parte|en (?:un|una|su) [\\p{L} -]{3,30})\\s*,?`),
  between: ends(`(?:${time}|ha|han|había|habían|se|le|les|lo|no|también|ya|aún|todavía|además|siempre)`),
  ends: anyOf(
    `a la (?:salida|entrada|llegada)|al (?:salir|llegar)|entre (?:lágrimas|risas)|que|quien|quienes|cuando|mientras|tras|antes|después|durante|porque|en (?:un|una|su|declaraciones|rueda|conferencia)|al (?:término|final)|a (?:los|las) (?:periodistas|medios)|a la agencia|y|pero|por|con|sobre|ante|${time}`,
  ),
  endsBehindName: anyOf('en|a|al|desde|hacia|ante|durante'),
  hearer: begins(
    '(?:a (?:este (?:medio|diario|periódico)|esta (?:agencia|redacción)|(?:los|las) (?:periodistas|medios|cámaras)|la (?:prensa|agencia|cadena)(?: \\p{Lu}[^\\s,.]+)*|\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)|en (?:rueda|conferencia) de prensa|en (?:una )?(?:entrevista|declaraciones)(?: (?:con|a) \\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)?)',
    'u',
  ),
  viewOf: begins('para'),
  reported: null,
  titles: ends(
    '(?:el|la|un|una|su|del|al|los) (?:lema|título|palabra|término|canción|libro|película|novela|expresión|nombre|obra|exposición|informe|campaña|plataforma|colectivo|asociación)(?: de)?|titulad[oa]s?|llamad[oa]s?|denominad[oa]s?|apodad[oa]s?|bautizad[oa] como|conocid[oa]s? como|bajo el (?:lema|título|nombre)',
  ),
  pronouns: begins('él|ella|ellos|ellas|usted|yo|nosotros|(?:otros|otras|algunos|muchos)$'),
  that: begins('que|si|cómo|por qué'),
  determiner: begins('el|las?|los|sus?|un[ao]s?|un'),
  joins: oneOf('de|del'),
  finite: oneOf('no|se|es|son|era|fue|est[áa]|a'),
  opensObject: oneOf('los?|las?'),
  opensAdverbial: /^\p{Lu}\p{Ll}+(?:ado|ido|ada|ida|ando|iendo)\s/u,
  participle: /[ae]ndo$/u,
  capitalNouns: false,
  speechless: begins('nadie|nada|eso|esto'),
};
