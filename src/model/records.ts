import type { Segment } from '../anchoring/segment.ts';
import type { ParsedZone } from '../text/zone.ts';
import type { Codebook } from './codebooks/codebook.ts';

/** A UUID, lower case. */
export type Id = string;
/** UTC with milliseconds and `Z`, as `Date.prototype.toISOString` gives it. */
export type Time = string;
/** SHA-256 of the UTF-8 bytes, lower-case hex. */
export type TextHash = string;

/** Why a finding of a check needs no mending, and who says so. */
export interface Acknowledgement {
  readonly reason: string;
  readonly author: Id;
  readonly at: Time;
}

/** By the key of the finding. On an article the key begins with set and text, each followed by a slash. */
export type Acknowledgements = Readonly<Record<string, Acknowledgement>>;

/** An immutable text, known by its hash. `length` counts UTF-16 units; `content` is absent where the text is withheld, with the reason. */
export interface TextRecord {
  readonly id: TextHash;
  readonly length: number;
  readonly content?: string;
  readonly withheld?: string;
  /** WHATWG label of the encoding the bytes were decoded from, such as `utf-8`. */
  readonly encoding?: string;
  readonly byteOrderMark?: true;
}

/** A zone of a stored text. */
export interface Zone extends ParsedZone {
  readonly id: Id;
}

export interface TextVersion {
  readonly text: TextHash;
  readonly added: Time;
  readonly zones: readonly Zone[];
}

type ArticleStatus = 'to-do' | 'in-progress' | 'done';

/** Metadata and text versions, the newest last. `byline` is without "By"; `language` is BCP 47; `date` is YYYY-MM-DD. */
export interface Article {
  readonly id: Id;
  readonly title: string;
  readonly byline?: string;
  readonly bylineKind?: 'person' | 'agency';
  readonly publisher?: string;
  readonly publisherInferred?: true;
  readonly date?: string;
  readonly url?: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly status: ArticleStatus;
  readonly added: Time;
  readonly versions: readonly [TextVersion, ...TextVersion[]];
  /** What was found in the text and in no tag. */
  readonly acknowledged?: Acknowledgements;
}

/** Who made something. An empty name is shown as "You" on the author's own machine. */
export interface Author {
  readonly id: Id;
  readonly name: string;
  /** Where a file says this instead of the name. */
  readonly pseudonym?: true;
}

/** What a copy of a set leaves out: everything on other texts than these, notes. */
export interface PartOfSet {
  readonly texts?: readonly TextHash[];
  readonly withoutNotes?: true;
}

/** A finished adjudication of a text. `hash`: SHA-256 of the canonical bytes of tags, links and rulings as they were then. `contributors`: the authors of the sets it was made from and of the rulings. */
interface Finished {
  readonly at: Time;
  readonly author: Id;
  readonly hash: string;
  readonly contributors: readonly Id[];
}

/** A version of what a gold set says of a text, counted from 1. Without `finished` it is being worked on. */
export interface Edition {
  readonly text: TextHash;
  readonly version: number;
  readonly finished?: Finished;
}

/** What makes a set a gold set: its editions of each text, oldest first. A text without one is in its first. */
interface Gold {
  readonly editions: readonly Edition[];
}

/** One author's annotations and relations. `heads`: journal heads at which the set was exported, oldest first. `part`: in a copy that does not hold all of it. `ahead`: in a copy that holds work which no head names. `gold`: where it was adjudicated from the sets it derives from. */
export interface AnnotationSet {
  readonly id: Id;
  readonly author: Id;
  readonly basis: 'independent' | 'derived';
  readonly derivedFrom?: readonly Id[];
  readonly created: Time;
  readonly heads: readonly string[];
  readonly part?: PartOfSet;
  readonly ahead?: true;
  readonly gold?: Gold;
}

/** Attribute id → value. */
export type Attributes = Readonly<Record<string, string>>;

/** A claim, quote or source tag. `suggested` names the attributes whose value nobody has confirmed. `codebook` is `id@version`. */
export interface Annotation {
  readonly id: Id;
  readonly text: TextHash;
  readonly set: Id;
  readonly type: string;
  readonly segments: readonly [Segment, ...Segment[]];
  readonly attributes: Attributes;
  readonly suggested?: readonly string[];
  readonly note?: string;
  readonly flag?: 'unsure';
  /** What was found at this tag. */
  readonly acknowledged?: Acknowledgements;
  readonly origin: 'manual' | 'suggestion' | 'imported';
  readonly codebook: string;
  readonly author: Id;
  readonly created: Time;
  readonly modifiedBy?: Id;
  readonly modified?: Time;
}

/** A typed link between two annotations of one set. `text` is the text of `from`; `order` counts the path of `relayed-via` from 0. */
export interface Relation {
  readonly id: Id;
  readonly set: Id;
  readonly text: TextHash;
  readonly type: string;
  readonly from: Id;
  readonly to: Id;
  readonly order?: number;
  readonly author: Id;
  readonly created: Time;
}

/** An entry in the register of who sources are. */
export interface Entity {
  readonly id: Id;
  readonly name: string;
  readonly kind?: string;
  readonly aliases: readonly string[];
  readonly affiliation?: string;
  readonly identifiers: readonly string[];
  readonly note?: string;
}

/** What a verdict asks for: a tag that stays, goes, or has other edges, another type, values or links; one that is missing; or an answer. */
export type VerdictKind = 'agree' | 'remove' | 'boundary' | 'retag' | 'value' | 'link' | 'missing' | 'question';

/** How much a verdict matters: it changes who said what, is against the codebook, or neither. */
export type Severity = 'meaning' | 'rule' | 'cosmetic';

/** A tag as somebody else would have it. */
export interface ProposedTag {
  readonly type: string;
  readonly segments: Annotation['segments'];
  readonly attributes: Attributes;
}

/** A link to a tag of the set, or to one that is proposed along with it. */
export interface ProposedLink {
  readonly type: string;
  readonly to: Id | ProposedTag;
}

/** What a verdict would change: a tag's edges, type and values (`unset`: those it should not have), links that should begin at it, links that should go. `missing`: all of a new tag. */
export interface Proposal {
  readonly segments?: Annotation['segments'];
  readonly type?: string;
  readonly attributes?: Attributes;
  readonly unset?: readonly string[];
  readonly links?: readonly ProposedLink[];
  readonly unlinked?: readonly Id[];
  /** Entries of the register that the values name: the colleague may not have them. */
  readonly entries?: readonly Entity[];
}

/** What everything said in a review has: the set and text it is about, and who said it. */
interface Said {
  readonly id: Id;
  readonly set: Id;
  readonly text: TextHash;
  readonly author: Id;
  readonly created: Time;
}

/** What a reviewer says of tags of a colleague's set. `target`: the tags and links, the one it changes first; none where a tag is missing. `state`: SHA-256 of what they said then. `codebook`: `id@version`. */
export interface Verdict extends Said {
  readonly kind: VerdictKind;
  readonly target: readonly Id[];
  readonly state: string;
  readonly codebook: string;
  readonly severity?: Severity;
  readonly proposal?: Proposal;
  readonly comment?: string;
  readonly ruleUnclear?: true;
  /** The reviewer’s earlier verdicts that this one takes the place of. */
  readonly replaces?: readonly Id[];
}

/** What the set's author makes of a verdict. */
export interface Answer extends Said {
  readonly kind: 'accepted' | 'declined' | 'discuss';
  readonly verdict: Id;
  readonly comment?: string;
}

/** A further word about a verdict. */
export interface Remark extends Said {
  readonly kind: 'remark';
  readonly verdict: Id;
  readonly comment: string;
}

/** What an adjudicator decides of a passage. `items`: the tags of all sets there, none where only the gold set has one. `state`: SHA-256 of what they said then, and which sets had none. `taken`: the items whose reading it is; none where it is the adjudicator’s own. `tag`: the tag of the gold set; absent for nothing here. `agreed`: nobody had to decide, because all sets agreed. */
export interface Ruling extends Said {
  readonly kind: 'ruling';
  readonly items: readonly Id[];
  readonly state: string;
  readonly taken: readonly Id[];
  readonly tag?: Id;
  readonly agreed?: true;
  readonly comment?: string;
  /** Earlier rulings that this one takes the place of. */
  readonly replaces?: readonly Id[];
}

/** One thing that was said in a review or an adjudication. Never changed once said: a change of mind is a new one. */
export type Review = Verdict | Answer | Remark | Ruling;

/** Every table a patch may change. Texts are stored apart, once by hash. */
export interface Tables {
  readonly articles: Article;
  readonly authors: Author;
  readonly sets: AnnotationSet;
  readonly annotations: Annotation;
  readonly relations: Relation;
  readonly entities: Entity;
  readonly codebooks: Codebook;
  readonly reviews: Review;
}
export type TableName = keyof Tables;
export type AnyRecord = Tables[TableName];
