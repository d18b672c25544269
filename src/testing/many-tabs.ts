import fc from 'fast-check';
import { vi } from 'vitest';
import { addArticle } from '../model/commands/articles.ts';
import type { Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Id } from '../model/records.ts';
import type { DexieProjectStore } from '../storage/dexie-project-store.ts';
import type { ProjectDatabase } from '../storage/project-database.ts';
import type { ProjectStore } from '../storage/project-store.ts';
import { readStored } from '../storage/stored.ts';
import { parseArticle } from '../text/article.ts';
import { CarryOver, Refusal } from '../workspace/carry-over.ts';
import type { Host } from '../workspace/host.ts';
import { inReadingOrder } from '../workspace/session.ts';
import type { Notice } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { randomCommand } from './random-command.ts';
import { sampleProject } from './sample-project.ts';
import { connect, fill } from './sample-store.ts';
import { workspaceOver } from './sample-workspace.ts';
import { differences, projectIn, storedFaults } from './stored-faults.ts';

const texts = [
  'Headline\n\n“All is well,” Kim said on Monday, KCNA reported. AFP told of 12 people hurt, and she denied it all.',
  'Another\n\nThe mayor called it “a long wait” and blamed the weather, according to the Courier, for everything.',
];

/** One move of one tab: an action, or something that happens to the tab. */
const move = fc.record({
  tab: fc.nat(),
  event: fc.oneof(
    { weight: 60, arbitrary: fc.constant('act' as const) },
    { weight: 8, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 20, arbitrary: fc.constant('pause' as const) },
    { weight: 2, arbitrary: fc.constantFrom('turn' as const, 'deafen' as const) },
    { weight: 1, arbitrary: fc.constant('kill' as const) },
  ),
  command: fc.nat(),
  one: fc.nat(),
  two: fc.nat(),
  stretches: fc.array(fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 2 }),
});
export type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

// Longer than the half second in which tabs must agree, so that a slow machine is told from a tab that never agrees.
const patience = 5_000;

// Taken before it is watched: a second trial in one test would watch the watcher.
const carryOver = CarryOver.prototype.commit;

/** Moves to be played, the same for the same seed. */
export const movesFor = (seed: number, count: number): readonly Move[] => fc.sample(move, { seed, numRuns: count });

/** How a tab stores an action; the broken one puts whatever it has seen. */
export type Storing = (store: DexieProjectStore, database: ProjectDatabase) => ProjectStore['commit'];

interface Tab {
  readonly workspace: Workspace;
  readonly host: Host;
  readonly life: Life;
  /** Every message the tab has ever shown. */
  readonly notices: Set<Notice>;
  /** What it is doing. */
  readonly running: Set<Promise<void>>;
}

/** What came of it all. */
interface Outcome {
  readonly acknowledged: number;
  readonly refused: number;
  readonly faults: readonly string[];
  /** How long it took until all tabs showed the same, in milliseconds. */
  readonly settled: number;
}

/** Some tabs over one database, and what each of them was told is stored. */
export class ManyTabs {
  readonly #name: string;
  readonly #storing: Storing;
  readonly #start = sampleProject(...texts);
  readonly #tabs: Tab[] = [];
  readonly #acknowledged = new Map<Id, Patch>();
  readonly #told = new Set<unknown>();
  readonly #agreed = new Set<unknown>();
  readonly #faults: string[] = [];
  #acts = 0;
  #refused = 0;

  constructor(name: string, storing: Storing) {
    this.#name = name;
    this.#storing = storing;
  }

  /** Plays the moves with so many tabs on a new project with two articles, and looks at what is left when all are quiet. */
  async play(moves: readonly Move[], count: number): Promise<Outcome> {
    vi.stubGlobal('BroadcastChannel', LossyChannel);
    this.#watchRefusals();
    const { store, database } = await connect(this.#name);
    await fill(store, this.#start);
    for (let opened = 0; opened < count; opened += 1) await this.#openTab(opened);
    for (const [index, step] of moves.entries()) await this.#make(step, index);
    const settled = await this.#quiet(database);
    this.#faults.push(...storedFaults(await readStored(database), this.#acknowledged));
    return { acknowledged: this.#acknowledged.size, refused: this.#refused, faults: this.#faults, settled };
  }

  async #openTab(at: number): Promise<void> {
    const { store, database } = await connect(this.#name);
    const life: Life = { alive: true, deaf: false };
    this.#tellOnlyTheLiving(store, database, life);
    LossyChannel.owner = life;
    const { workspace, host } = await workspaceOver(store, this.#start, crypto.randomUUID());
    const tab: Tab = { workspace, host, life, notices: new Set(), running: new Set() };
    host.state.subscribe(({ notices }) => {
      for (const notice of notices) tab.notices.add(notice);
    });
    this.#tabs[at] = tab;
    await this.#turn(tab, at);
  }

  /** A tab that ends in the middle of storing is never told whether it was stored. */
  #tellOnlyTheLiving(store: DexieProjectStore, database: ProjectDatabase, life: Life): void {
    const commit = this.#storing(store, database);
    vi.spyOn(store, 'commit').mockImplementation(async (draft, given) => {
      const never = new Promise<never>(() => undefined);
      if (!life.alive) return never;
      const entry = await commit(draft, given);
      if (!life.alive) return never;
      this.#acknowledged.set(entry.id, entry.patch);
      this.#told.add(draft.parameters.act);
      return entry;
    });
  }

  async #make(step: Move, index: number): Promise<void> {
    const at = step.tab % this.#tabs.length;
    const tab = this.#tabs[at];
    if (!tab) return;
    if (step.event === 'act') this.#act(tab, step);
    else if (step.event === 'undo' || step.event === 'redo') tab.workspace.perform(step.event);
    else if (step.event === 'pause') await tab.host.stored();
    else if (step.event === 'turn') await this.#turn(tab, step.one);
    else if (step.event === 'deafen') tab.life.deaf = true;
    else await this.#kill(at);
    if (index % 3 === 0) await new Promise(setImmediate);
  }

  #act(tab: Tab, step: Move): void {
    const { host } = tab;
    const text = host.openText();
    const { project } = host.state.getState();
    const patch = text === null ? [] : randomCommand(project, step, [text], host.context());
    if (patch.length === 0) return;
    this.#acts += 1;
    const [act, shown] = [this.#acts, tab.notices.size];
    const done = host.commit('act', patch, { parameters: { act } }).then(() => this.#judge(tab, act, shown));
    tab.running.add(done);
    void done.finally(() => tab.running.delete(done));
  }

  /** What was not stored was either shown to be in conflict or had been done already by another tab. */
  #judge(tab: Tab, act: number, shown: number): void {
    if (this.#told.has(act) || !tab.life.alive) return;
    this.#refused += 1;
    if (tab.notices.size === shown && !this.#agreed.has(act)) this.#faults.push(`action ${act} was dropped without a word`);
  }

  /** Notes which actions another tab had already done. */
  #watchRefusals(): void {
    const agreed = this.#agreed;
    vi.spyOn(CarryOver.prototype, 'commit').mockImplementation(function (this: CarryOver, draft, given) {
      const stored = carryOver.call(this, draft, given);
      stored.catch((error: unknown) => error instanceof Refusal && error.reason === 'agreed' && agreed.add(draft.parameters.act));
      return stored;
    });
  }

  /** Shows an article, the text of a deleted one added again where none is left; whoever looks at a tab sees it catch up. */
  async #turn({ host, life }: Tab, choice: number): Promise<void> {
    life.deaf = false;
    await host.catchUp();
    const articles = inReadingOrder([...host.state.getState().project.articles.values()]);
    if (articles.length === 0) await host.commit('add-article', ...this.#anArticle(host));
    const left = inReadingOrder([...host.state.getState().project.articles.values()]);
    const chosen = left[choice % left.length];
    if (chosen) await host.open(chosen.id);
  }

  #anArticle(host: Host) {
    const text = texts[0] ?? '';
    const decoded = { text, encoding: 'utf-8', byteOrderMark: false } as const;
    const added = addArticle({ decoded, parsed: parseArticle(text), fallbackTitle: 'Again' }, host.context());
    return [added.patch, { texts: added.texts }] as const;
  }

  /** Ends a tab wherever it is and opens another; the rest hear that a page is gone. */
  async #kill(at: number): Promise<void> {
    const tab = this.#tabs[at];
    if (tab) tab.life.alive = false;
    await this.#openTab(at);
    for (const { host } of this.#tabs) void host.catchUp();
  }

  async #quiet(database: ProjectDatabase): Promise<number> {
    for (const { host } of this.#tabs) await host.stored();
    await Promise.all(this.#tabs.flatMap(({ running }) => [...running]));
    // Not before all have stored: what comes later nobody would tell a deaf tab.
    for (const { host, life } of this.#tabs) if (life.deaf) await host.catchUp();
    const began = performance.now();
    const stored = projectIn(await readStored(database));
    const differing = () => this.#tabs.flatMap(({ host }) => differences(host.state.getState().project, asSeenBy(host, stored)));
    while (differing().length > 0 && performance.now() - began < patience) await new Promise((resolve) => setTimeout(resolve, 5));
    this.#faults.push(...differing().map((key) => `a tab does not show ${key} as it is stored`));
    return performance.now() - began;
  }
}

/** What a tab should hold of the project: the tags of one text, and the links that lead there. */
function asSeenBy(host: Host, { annotations, relations, reviews, ...project }: Project): Project {
  const text = host.openText();
  const here = new Map([...annotations].filter(([, annotation]) => annotation.text === text));
  return {
    ...project,
    annotations: here,
    relations: new Map([...relations].filter(([, link]) => link.text === text || here.has(link.to))),
    reviews: new Map([...reviews].filter(([, review]) => review.text === text)),
  };
}

interface Life {
  alive: boolean;
  deaf: boolean;
}

/** Carries messages between tabs out of step, and not at all to a deaf one. */
class LossyChannel {
  /** Whose channel is made next. */
  static owner: Life = { alive: true, deaf: false };
  static readonly #open = new Map<string, Set<LossyChannel>>();
  static #sent = 0;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  readonly #life = LossyChannel.owner;
  readonly #others: Set<LossyChannel>;

  constructor(name: string) {
    this.#others = LossyChannel.#open.get(name) ?? new Set();
    LossyChannel.#open.set(name, this.#others.add(this));
  }

  postMessage(message: unknown): void {
    const data = structuredClone(message);
    for (const other of this.#others) {
      if (other === this || !other.#life.alive || other.#life.deaf) continue;
      LossyChannel.#sent += 1;
      // Some later than the next one sent, as messages of several tabs are.
      setTimeout(() => other.onmessage?.({ data }), LossyChannel.#sent % 4);
    }
  }
}
