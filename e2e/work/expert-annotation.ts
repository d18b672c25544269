/** A tag of the first seed article as an expert makes it. Words are parts in their order; `after` are words that stand before them, where they stand more than once. */
export interface ExpertTag {
  readonly type: 'claim' | 'quote' | 'source';
  readonly words: readonly string[];
  readonly after?: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Who a source is, by name of the register entry. */
  readonly who?: string;
}

/** A link between two of them, by their names here. */
export type ExpertLink = readonly [type: string, from: string, to: string];

const claim = (words: string | readonly string[], kind: string, voice: string, more: Record<string, string> = {}): ExpertTag => ({
  type: 'claim',
  words: [words].flat(),
  attributes: { kind, voice, ...more },
});

const quote = (words: string, mode: string): ExpertTag => ({ type: 'quote', words: [words], attributes: { mode } });

const source = (words: string, kind: string, naming: string, { who, after }: { who?: string; after?: string } = {}): ExpertTag => ({
  type: 'source',
  words: [words],
  attributes: { kind, naming },
  ...(who !== undefined && { who }),
  ...(after !== undefined && { after }),
});

const [kim, kcna, hongMin] = ['Kim Jong Un', 'Korean Central News Agency', 'Hong Min'];

/** Every tag, by the name the links use. */
export const expertTags = {
  headline: claim('North Korea Gifts New Apartments to Families of Soldiers Killed Fighting for Russia', 'event', 'article'),
  'headline: killed': claim('Soldiers Killed Fighting for Russia', 'event', 'article'),
  'AFP, byline': source('AFP', 'media', 'named', { who: 'AFP' }),
  caption: claim('Kim Jong Un officially opens the new apartments', 'event', 'article'),
  'KCNA, credit': source('KCNA', 'media', 'named', { who: kcna }),
  ceremony: claim(
    'North Korean leader Kim Jong Un presided over a ribbon-cutting ceremony marking the completion of a new block of apartments for the families of soldiers killed fighting alongside Russian troops in the war against Ukraine',
    'event',
    'attributed',
    { checkworthy: 'medium' },
  ),
  'soldiers killed': claim('soldiers killed fighting alongside Russian troops in the war against Ukraine', 'event', 'attributed', {
    checkworthy: 'high',
  }),
  'state media': source('state media', 'media', 'described'),
  speech: quote(
    '"The new street has been built thanks to the ardent desire of our motherland that wishes that... its excellent sons, who defended the most sacred things by sacrificing their most valuable things, will live forever,"',
    'direct',
  ),
  'Kim, speech': source('Kim', 'person', 'named', { who: kim, after: 'live forever,"' }),
  'KCNA, speech': source('the Korean Central News Agency', 'media', 'named', { who: kcna }),
  motherland: claim('The new street has been built thanks to the ardent desire of our motherland', 'causation', 'attributed'),
  sacred: claim('who defended the most sacred things by sacrificing their most valuable things', 'judgement', 'attributed', {
    checkworthy: 'not-checkable',
  }),
  forever: claim(['its excellent sons', 'will live forever'], 'prediction', 'attributed', { checkworthy: 'not-checkable' }),
  'not mentioned': claim('The report did not mention Russia specifically', 'event', 'article'),
  support: claim('"unconditionally support" all of Russian President Vladimir Putin\'s policies and decisions', 'pledge', 'attributed'),
  unconditionally: quote('"unconditionally support"', 'partial'),
  'Kim, pledge': source('Kim', 'person', 'named', { who: kim, after: 'specifically, but' }),
  'before death': quote(
    '"Before their death, the heroic martyrs must have pictured in their mind\'s eye their dear families living in the ever-prospering country,"',
    'direct',
  ),
  leader: source('the North Korean leader', 'person', 'described', { who: kim }),
  pictured: claim(
    "Before their death, the heroic martyrs must have pictured in their mind's eye their dear families living in the ever-prospering country",
    'judgement',
    'attributed',
    { checkworthy: 'not-checkable' },
  ),
  photographed: claim('Kim touring the new apartments alongside his teenage daughter Ju Ae', 'event', 'attributed'),
  photos: source('Photos', 'visual', 'described'),
  'KCNA, photos': source('KCNA', 'media', 'named', { who: kcna, after: 'Photos released by' }),
  successor: claim('has been "designated as a successor" to her father', 'event', 'attributed', { checkworthy: 'high' }),
  designated: quote('"designated as a successor"', 'partial'),
  'spy agency': source("South Korea's spy agency", 'official', 'described'),
  troops: claim(
    'North Korea sent thousands of troops to help Russia drive Ukrainian forces out of the southwestern Kursk region',
    'event',
    'attributed',
    { checkworthy: 'high' },
  ),
  'Western agencies': source('Western intelligence agencies', 'official', 'described'),
  'killed, estimate': claim('around 2,000 North Korean soldiers were killed', 'quantity', 'attributed', {
    checkworthy: 'high',
    certainty: 'hedged',
  }),
  'South Korea': source('South Korea', 'official', 'named', { who: 'South Korea', after: 'agencies.' }),
  received: claim(
    'Pyongyang has received financial aid, military technology, food and energy supplies from Russia in return',
    'event',
    'attributed',
    { checkworthy: 'high' },
  ),
  analysts: source('Analysts', 'person', 'described'),
  timing: claim(
    'The timing of the street inauguration is a "highly calculated political move to justify its soldier deployment" ahead of the party congress',
    'judgement',
    'attributed',
  ),
  calculated: quote('"highly calculated political move to justify its soldier deployment"', 'partial'),
  'Hong Min': source('Hong Min, an analyst at the Korea Institute for National Unification', 'person', 'named', { who: hongMin }),
  'AFP, told': source('AFP', 'media', 'named', { who: 'AFP', after: 'told' }),
  visualizes: quote(
    '"It visualizes the state providing concrete compensation to the families of fallen soldiers... as a symbolic showcase,"',
    'direct',
  ),
  he: source('he', 'person', 'pronoun', { who: hongMin, after: 'showcase,"' }),
  compensation: claim(
    'It visualizes the state providing concrete compensation to the families of fallen soldiers... as a symbolic showcase',
    'judgement',
    'attributed',
  ),
} as const satisfies Readonly<Record<string, ExpertTag>>;

/** Every link. */
export const expertLinks: readonly ExpertLink[] = [
  ['relayed-via', 'caption', 'KCNA, credit'],
  ['same-as', 'ceremony', 'caption'],
  ['same-as', 'soldiers killed', 'headline: killed'],
  ['claimed-by', 'ceremony', 'state media'],
  ['supports', 'ceremony', 'headline'],
  ['claimed-by', 'soldiers killed', 'state media'],
  ['said-by', 'speech', 'Kim, speech'],
  ['relayed-via', 'speech', 'KCNA, speech'],
  ['claimed-by', 'motherland', 'Kim, speech'],
  ['relayed-via', 'motherland', 'KCNA, speech'],
  ['claimed-by', 'sacred', 'Kim, speech'],
  ['relayed-via', 'sacred', 'KCNA, speech'],
  ['claimed-by', 'forever', 'Kim, speech'],
  ['relayed-via', 'forever', 'KCNA, speech'],
  ['claimed-by', 'support', 'Kim, pledge'],
  ['said-by', 'unconditionally', 'Kim, pledge'],
  ['said-by', 'before death', 'leader'],
  ['claimed-by', 'pictured', 'leader'],
  ['claimed-by', 'photographed', 'photos'],
  ['relayed-via', 'photographed', 'KCNA, photos'],
  ['supports', 'photographed', 'ceremony'],
  ['claimed-by', 'successor', 'spy agency'],
  ['said-by', 'designated', 'spy agency'],
  ['claimed-by', 'troops', 'Western agencies'],
  ['supports', 'troops', 'soldiers killed'],
  ['claimed-by', 'killed, estimate', 'South Korea'],
  ['supports', 'killed, estimate', 'soldiers killed'],
  ['claimed-by', 'received', 'analysts'],
  ['claimed-by', 'timing', 'Hong Min'],
  ['relayed-via', 'timing', 'AFP, told'],
  ['said-by', 'calculated', 'Hong Min'],
  ['relayed-via', 'calculated', 'AFP, told'],
  ['said-by', 'visualizes', 'he'],
  ['continues', 'visualizes', 'calculated'],
  ['claimed-by', 'compensation', 'he'],
  ['supports', 'compensation', 'timing'],
  ['same-as', 'KCNA, photos', 'KCNA, speech'],
  ['same-as', 'KCNA, photos', 'KCNA, credit'],
  ['same-as', 'AFP, told', 'AFP, byline'],
  ['same-as', 'Kim, pledge', 'Kim, speech'],
];
