import { anyOf, begins, ends, type Grammar, none, oneOf } from '../grammar.ts';

const weekday = '(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?:morgen|vormittag|mittag|nachmittag|abend)?';
const month = '(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)';
const time = `(?:(?:am|im|seit|vom|bis|in|zum)\\s+)*(?:(?:späten|frühen|vergangenen|letzten|nächsten)\\s+)?(?:${weekday}|\\d{1,2}\\.\\s+${month}(?:\\s+\\d{4})?|${month}(?:\\s+\\d{4})?|am (?:Morgen|Vormittag|Mittag|Nachmittag|Abend)|in der Nacht|heute|gestern|morgen|damals|zuvor|später|danach|kürzlich|zuletzt|bereits|(?:vergangene|letzte|nächste|diese)\\s+(?:Woche|Nacht)|(?:vergangenen|letzten|diesen)\\s+(?:Monat|Jahr))`;

/** German. */
export const german: Grammar = {
  says: anyOf(`
    sagt|sagte|sagten|sagen|gesagt|erklärt|erklärte|erklärten|erklären|meint|meinte|meinten|meinen|berichtet|berichtete|berichteten|
    berichten|erzählt|erzählte|erzählten|betont|betonte|betonten|fügte hinzu|fügt hinzu|ergänzt|ergänzte|hinzufügte|teilte mit|
    teilten mit|teilt mit|mitteilte|mitteilten|mitteilen|ausrichten|kündigte an|kündigt an|kündigten an|warnt|warnte|warnten|warnen|
    fordert|forderte|forderten|fordern|kritisiert|kritisierte|kritisierten|klagt|klagte|klagten|hält dagegen|hielt dagegen|
    hielten dagegen|widerspricht|widersprach|widersprachen|erinnert|erinnerte|erinnerten|antwortet|antwortete|fragt|fragte|fragten|
    ruft|rief|riefen|schreibt|schrieb|schrieben|schreiben|behauptet|behauptete|behaupteten|glaubt|glaubte|glauben|schätzt|schätzte|
    schätzen|schätzten|versichert|versicherte|verspricht|versprach|versprachen|räumt ein|räumte ein|bestätigt|bestätigte|bestätigten|
    bestreitet|bestritt|gibt zu|gab zu|heißt es|hieß es|stellte klar|stellt klar|findet|fand|lobt|lobte|urteilt|urteilte|spottet|
    spottete|einräumt|einräumte|zugibt|zugab|hinzufügt|ankündigt|ankündigte|anmerkt|feststellt|feststellte|klarstellt|klarstellte|
    angibt|angab|ausführt|ausführte|zusammenfasst|räumte|prophezeit|prophezeite|beschwert sich|beschwerte sich|ärgert sich|
    ärgerte sich|wundert sich|wunderte sich|fasst zusammen|fasste zusammen|verkündet|verkündete|verkündeten|verlangt|verlangte|
    verlangten|appelliert|appellierte|jubelt|jubelte|scherzt|scherzte|flüstert|flüsterte|brummt|brummte|poltert|polterte|kommentiert|
    kommentierte|resümiert|resümierte|bilanziert|bilanzierte|präzisiert|präzisierte|vermutet|vermutete|befürchtet|befürchtete|hofft|
    hoffte|wehrt sich|wehrte sich|beklagt|beklagte|beklagten|bedauert|bedauerte|begrüßt|begrüßte|berichtigt|droht|drohte|sagte zu|
    winkt ab|winkte ab|erläutert|erläuterte|äußert|äußerte|gab an|gaben an|gibt an|merkt an|merkte an|wirft|warf|weist|wies zurück|
    mutmaßt|mutmaßte|stellt fest|stellte fest|kontert|konterte|seufzt|seufzte|schimpft|schimpfte|lacht|wettert|wetterte|mahnt|mahnte|
    mahnten|beteuert|beteuerte|gesteht|gestand|staunt|unterstreicht|unterstrich|verteidigt|verteidigte|hebt hervor|hob hervor|
    freut sich|freute sich|entgegnet|entgegnete|erwidert|erwiderte|bekräftigt|bekräftigte|begründet|begründete|sieht|sprach von|
    spricht von|sprachen von`),
  labels: anyOf('nennt|nannte|nannten|nennen|bezeichnet|bezeichnete|bezeichneten|genannt|verspottet|verspottete'),
  noVerb: ends(
    'der|die|das|ein|eine|einen|einem|einer|dem|den|des|zu|worden|wurde|wurden|wird|werden|der|kein|keine|nicht|im|am|mehr|viele|ihr|ihre|sein|seine|geprüft',
  ),
  subject: 'either',
  invertsRarely: false,
  accordingTo: anyOf(
    'in(?= (?:einer|einem|der|dem|ihrer|seiner|ihrem|seinem) (?:gemeinsamen )?(?:\\p{L}*mitteilung|Erklärung|Stellungnahme|Schreiben|Brief|Bericht|Papier|Gutachten)[^.:;]{0,80} (?:heißt|hieß) es)|nach (?:eigenen )?Angaben|laut(?! (?:geworden|und|genug))|(?<=[,\\ue000] )so|nach Darstellung|nach Einschätzung|nach Auskunft|nach Meinung|nach Ansicht|nach Worten|nach den Worten|nach Informationen|gemäß',
  ),
  accordingBehind: anyOf('zufolge'),
  releasedBy: anyOf('(?:verbreitet|veröffentlicht|zitiert|gemeldet|verbreitete|übersetzt) (?:von|durch)'),
  tells: anyOf('gegenüber|sagt|sagte|sagten'),
  relative: begins(
    '(?:der|die|das|dessen|deren|dem|den|welche\\p{L}*|wo|wie|als|nachdem|während)(?=\\s(?:[^,]*\\s)?\\p{Ll}+$)|wo|wie|als|wobei',
  ),
  conjunctions: anyOf('dass|weil|wenn|als|ob|während|obwohl|aber|sondern|denn|wie|was|wer|nachdem|bevor|da|doch|damit|indem'),
  apposition: begins(
    'ein|eine|einer|der|die|das|ihr|ihre|sein|seine|Chef\\p{L}*|Leiter\\p{L}*|Sprecher\\p{L}*|Vorsitzende\\p{L}*|Präsident\\p{L}*|Professor\\p{L}*|Bürgermeister\\p{L}*|Direktor\\p{L}*|Gründer\\p{L}*|\\d{1,3}',
  ),
  lead: begins(
    `(?:${time}|und|aber|doch|auch|sich|dann|da|so|zudem|außerdem|dabei|dazu|dagegen|allerdings|jedoch|zugleich|nun|in (?:ihrem|seinem|einem|einer|ihrer|seiner) [\\p{L} -]{3,40}(?=\\s(?:sagt|heißt|schr|erkl)))\\s*,?`,
  ),
  between: ends(
    `(?:${time}|ließ|lässt|ließen|lassen|hat|hatte|habe|haben|hatten|ist|sei|wird|werde|auch|selbst|jedoch|aber|dann|nun|noch|wieder|immer|es|sich|dazu|damit|zudem|ebenfalls|deshalb|daraufhin|schon|bereits|nur)`,
  ),
  ends: anyOf(
    `dass|der nicht|weil|wenn|während|nachdem|bevor|und|aber|dem Sender|der Zeitung|der Nachrichtenagentur|gegenüber|im Gespräch|weiter|in einem|in einer|auf Anfrage|vor Journalisten|an|hinzu|mit|kostet|sind|ist|war|waren|wird|werden|hat|haben|hatte|sei|seien|stieg|sank|lag|liegt|gab|gibt|kommt|kam|fehlt|fehlten|fehlen|${time}`,
  ),
  endsBehindName: anyOf('in|im|auf|bei|beim|vor|nach|am|über|unter|aus|zum|zur|seit'),
  hearer: begins(
    '(?:(?:gegenüber )?(?:der|dem|den|dieser) (?:Nachrichtenagentur|Agentur|Zeitung|Sender|Deutschen Presse-Agentur)(?: \\p{Lu}\\S+)?)',
    'u',
  ),
  viewOf: begins('für'),
  reported: anyOf('sei|seien|habe|werde|könne|müsse|müssten|solle|wolle|dürfe|gebe|gehe|wisse|komme|lasse|stehe|bleibe'),
  titles: ends(
    'sogenannte[rsnm]?|(?:den|dem|der|das|die|einen|einem) (?:Titel|Namen?|Begriff|Wort|Worten|Motto|Slogan|Lied|Buch|Film|Roman|Studie|Stück|Ausstellung|Gasthaus|Hotel|Restaurant|Zeitschrift)|unter dem (?:Titel|Motto|Namen)|Titel|Motto|namens|betitelt|steht',
  ),
  pronouns: begins('er|sie|es|wir|ich|man|jemand|(?:andere|manche|viele)$'),
  that: begins('dass|ob|wie|warum'),
  determiner: begins('d(?:er|ie|as|essen|eren)|eine?r?|ihre?|seine?|unsere?'),
  joins: oneOf('de[rsnm]|die|das|von|vom|für|aus|beim?'),
  finite: oneOf('ist|sind|war|waren'),
  opensObject: none,
  opensAdverbial: none,
  participle: none,
  capitalNouns: true,
  speechless: begins(
    '(?:\\p{L}*(?:mangel|streit|krise|debatte|urteil|brand|unfall|wahl|streik|skandal|warnung|reform|kritik))|Streit|Debatte|Kritik|Protest|Urteil|Umfrage|Studie|Krise|Kommentar|Analyse|niemand|nichts|das|dies|es',
  ),
};
