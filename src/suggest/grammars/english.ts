import { anyOf, begins, ends, type Grammar, oneOf } from '../grammar.ts';

const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.)';
const time = `(?:(?:on|in|late|early|since|by|last|this|next|earlier|later)\\s+)*(?:${weekday}|${month}(?:\\s+\\d{1,2})?(?:,?\\s+\\d{4})?|today|yesterday|tonight|tomorrow|(?:last|this|next|that|earlier this|later that|earlier that)\\s+(?:week|month|year|night|morning|afternoon|evening|summer|winter|spring|autumn|fall|day)|at the time|in \\d{4})(?:\\s+(?:morning|afternoon|evening|night))?`;
const adverb =
  'also|later|then|now|still|again|already|once|first|earlier|previously|recently|repeatedly|reportedly|even|just|only|further|flatly|publicly|openly|simply|quickly|quietly|ever|never|always|often|have|has|had|is|are|was|were|did|does|do|not|would|will|could|to';

/** English. */
export const english: Grammar = {
  says: anyOf(`
    said|says|say|saying|told|tells|tell|telling|added|adds|adding|explained|explains|asked|asks|argued|argues|argue|insisted|insists|
    insist|claimed|claims|claim|claiming|stated|states|stating|noted|notes|noting|wrote|writes|tweeted|posted|replied|replies|
    answered|answers|announced|announces|announcing|reported|reports|warned|warns|warning|warn|explain|complain|predict|pledge|vow|
    conclude|concede|lament|declare|reveal|caution|testify|admitted|admits|denied|denies|deny|declared|declares|recalled|recalls|
    remembered|remembers|remarked|observed|observes|estimated|estimates|estimate|predicted|predicts|believes|believe|believed|pledged|
    pledges|promised|promises|vowed|vows|suggested|suggests|suggest|concluded|concludes|confirmed|confirms|conceded|concedes|
    complained|complains|joked|jokes|quipped|testified|alleged|alleges|allege|acknowledged|acknowledges|stressed|stresses|
    emphasi[sz]ed|repeated|continued|went on|goes on|pointed out|points out|thinks|think|thought|urged|urges|accused|accuses|blamed|
    criticized|criticised|hailed|praised|dismissed|dismisses|quoted|quotes|cited|chanted|chants|sang|yelled|screamed|grumbled|groaned|
    teased|deadpanned|enthused|gushed|wanted to know|wants to know|ruled|ruling that|finding that|writing|replying|joking|predicting|
    tempered|hissed|alleging|suggesting|pointing out|confirming|acknowledging|conceding|pledging|vowing|promising|urging|calling for|
    demanded|demanding|appealed|pleading|recounted|recounts|reflected|marvelled|growled|bellowed|gasped|sobbed|stammered|mumbled|
    volunteered|opined|contended|contends|affirmed|clarified|elaborated|advised|advises|assured|assures|reassured|rejoiced|concurred|
    objected|mocked|swore|swears|bragged|shouted|shouts|whispered|cried|exclaimed|begged|murmured|muttered|demands|inquired|laughed|
    sighed|asserted|asserts|maintained|maintains|countered|responded|responds|agreed|agrees|revealed|reveals|disclosed|hinted|
    indicated|indicates|wondered|wonders|asserting|insisting|arguing|explaining|recalling|snapped|snaps|barked|scoffed|chuckled|quips|
    protested|pleaded|pleads|retorted|fumed|mused|summed up|shot back|offered|ventured|put it|commented|comments|proclaimed|
    reiterated|cautioned|cautions|lamented|boasted|found that|shows that|showed that|show that|shows|showed|finds that|found`),
  labels: anyOf(
    'citing|called|calls|call|calling|described|describes|describing|dubbed|labell?ed|branded|termed|put|puts|uses? the (?:word|words|phrase|term)|used the (?:word|words|phrase|term)',
  ),
  noVerb: ends(
    'the|an?|this|these|those|his|her|its|their|our|my|your|of|no|any|to|for|in|with|by|on|at|was|were|is|are|be|been|being|some|several|many|two|three|such|who|which|so',
  ),
  subject: 'either',
  invertsRarely: true,
  accordingTo: anyOf('according to|in the words of|in the opinion of|in the view of'),
  accordingBehind: null,
  releasedBy: anyOf(
    '(?:released|published|carried|broadcast|aired|shared|circulated|distributed|issued|posted|reported|quoted|cited|seen|obtained|translated) by|via',
  ),
  tells: anyOf('told|tells|tell|telling'),
  relative: begins('never|still|already|himself|herself|themselves|not one|who|whom|whose|which|where|when|while|as|that'),
  conjunctions: anyOf(
    'that|because|when|while|although|though|if|but|than|what|whether|which|who|whom|where|as|since|after|before|until|so|yet|for whom|or',
  ),
  apposition: begins(
    'an?|the|his|her|its|their|one of|head|chief|director|president|chair(?:man|woman)?|professor|founder|author|leader|minister|secretary|editor|spokes\\p{L}+|aged?|now|then|formerly|deputy|senior|former|co-\\p{L}+|mayor|member|owner|\\d{1,3}',
  ),
  lead: begins(
    `(?:${time}|and|but|yet|still|however|then|so|or|as|in response|instead|meanwhile|also|for (?:his|her|its|their) part|in (?:a|an|its|his|her|their) [\\p{L}' -]{3,40})\\s*,?`,
  ),
  // "Ogden simply said": how it was said, unless the word is a noun.
  between: ends(
    `(?:${adverb}|${time}|(?:(?:was|were|is|are|(?:has|have) been)\\s+)?(?:quoted|cited|reported|recorded|heard)(?:\\s+(?:by|in|on)\\s+[^,.;:]{2,50})?\\s+as|(?!(?:family|ally|assembly|weekly|daily|monthly|supply|bully|monopoly|anomaly|butterfly)$)\\p{Ll}+ly)`,
    'u',
  ),
  ends: anyOf(
    `that|who|whom|whose|which|where|when|while|after|before|during|because|although|and that|via|through|(?:released|published|issued|printed)(?= (?:on|last|this|in|by)\\s)|told|added|but|as|if|since|in (?:an?|the|its|his|her|their) (?:statement|interview|speech|letter|e-?mail|message|report|post|tweet|video|call|briefing|press|news)|${time}`,
  ),
  endsBehindName: anyOf(
    `in|on|at|during|with|by|from|to|(?:under|over|near|about)(?!\\s+(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twenty|half|\\d+)\\s)|outside|inside|following`,
  ),
  hearer: null,
  viewOf: begins('for|to'),
  reported: null,
  titles: ends(
    "so-called|(?:\\p{Lu}[\\p{L}-]+[’']s|the|an?|its|his|her|their|this|that|no|any) (?:\\p{L}+ )?(?:words?|terms?|phrase|title|slogan|motto|song|book|film|movie|novel|poem|play|album|paper|article|essay|study|series|show|sign|banner|clause|hashtag|nickname|label|name|exhibition|documentary)(?: (?:of|is|was)|,)?|(?:entitled|titled|nicknamed|known as|named|marked|labell?ed|(?:that|which) (?:reads|says|read|said)|called(?=$))[,:]?|(?:painted|scrawled|sprayed|written|inscribed)(?: [\\p{L}]+)?:?",
  ),
  pronouns: begins('he|she|they|we|I|it|you|(?:one|others|some|many|another)$'),
  that: begins('that|how|why|whether|if'),
  determiner: begins('the|an?|his|her|its|their|our|my|one|another'),
  joins: oneOf('of|for'),
  finite: oneOf('no|is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|\\p{Ll}{2,}(?:ed|ing)'),
  opensObject: oneOf('the|an?|his|her|its|their|on|to|with|at'),
  opensAdverbial: /^\p{Lu}\p{Ll}+(?:ed|ing)\s/u,
  participle: /ing(?: that)?$/u,
  capitalNouns: false,
  speechless: begins('there|nobody|nothing|this|these|those'),
};
