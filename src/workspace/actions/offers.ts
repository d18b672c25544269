import { panelMessages } from '../../messages/panel.ts';
import { acknowledge } from '../../model/commands/acknowledge.ts';
import { inSteps } from '../../model/commands/in-steps.ts';
import { identified, linkSource, sourceOver, type Who } from '../../model/commands/link-source.ts';
import { articleVoice, link } from '../../model/commands/links.ts';
import { addTag } from '../../model/commands/tags.ts';
import type { Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Id } from '../../model/records.ts';
import { withoutSpeaker } from '../../model/views/tags.ts';
import type { Offer } from '../../suggest/offers.ts';
import { findingsNow } from '../checks/findings.ts';
import { selectedStretches } from '../cursor.ts';
import type { Host } from '../host.ts';
import { openOffers, takenTogether, untaggedSpeakers } from '../offers.ts';
import type { WorkspaceState } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';
import { canChange, meant, speakerRelation } from './tags.ts';

const offered = (state: WorkspaceState): readonly Offer[] => (canChange(state) ? (openOffers(state)?.offers ?? []) : []);

/** True where a key would take an offer. */
export const isOffered = (state: WorkspaceState): boolean => state.session.mode.kind === 'reading' && offered(state).length > 0;

export const offerActions: readonly Action[] = [
  { id: 'take-offer', keys: ['enter'], available: isOffered, run: takeOne },
  {
    id: 'take-offers',
    keys: ['shift+enter'],
    available: isOffered,
    run: (host) => takeAll(host),
  },
  { id: 'take-quotation', available: (state) => canChange(state) && state.session.offering?.kind === 'quotation', run: takeQuotation },
  { id: 'close-offers', available: ({ session }) => session.offering !== null, run: (host) => host.show({ offering: null }) },
  { id: 'link-untagged', available: canChange, run: linkUntagged },
  { id: 'no-speaker', available: canChange, run: noSpeaker },
  { id: 'link-selection', available: (state) => speakable(state) !== null, run: linkSelection },
];

/** The statement whose speaker the selected words would be; `null` where no offers are open or nothing is selected. */
export function speakable(state: WorkspaceState): Annotation | null {
  const target = canChange(state) ? openOffers(state)?.target : null;
  const { cursor } = state.session;
  return target && target.type in speakerRelation && cursor && selectedStretches(cursor).length > 0 ? target : null;
}

/** Takes one offer, the first unless the call names its place in the strip. */
function takeOne(host: Host, { index }: Parameters): Promise<void> {
  const state = host.state.getState();
  if (state.session.offering?.kind === 'quotation') return takeQuotation(host, { what: 'speaker' });
  const offer = offered(state)[typeof index === 'number' ? index : 0];
  return offer ? take(host, [offer]) : Promise.resolve();
}

function takeAll(host: Host): Promise<void> {
  return take(host, takenTogether(offered(host.state.getState())));
}

/** Makes tags, register entries and links of offers, as one action; a quotation that is only offered is tagged with them. */
async function take(host: Host, offers: readonly Offer[]): Promise<void> {
  const state = host.state.getState();
  const open = openOffers(state);
  const hash = host.openText();
  if (!open || hash === null) return;
  const context = host.context();
  const tagged: Patch = open.target ? [] : addTag(state.project, { text: hash, type: 'quote', stretches: open.stretches }, context);
  const statement = open.target?.id ?? tagged[0]?.id;
  if (statement === undefined) return;
  const steps = offers.map((offer) => (project: Project) => patchOf(project, statement, offer, host));
  const patch = inSteps(state.project, () => tagged, ...steps);
  const stored = host.commit('take-offers', patch, {
    cause: { kind: 'suggestion', rule: offers.map(({ rule }) => rule).join(', ') },
    parameters: { count: offers.length },
  });
  host.show({ selected: statement, panel: 'annotation', offering: { kind: 'tag', annotation: statement }, claimForms: null });
  await stored;
}

function patchOf(project: Project, statement: Id, offer: Offer, host: Host): Patch {
  const target = project.annotations.get(statement);
  const { kind, stretches, tag } = offer;
  if (!target) return [];
  if (kind === 'own-voice')
    return target.attributes.voice === 'article' ? [] : articleVoice(project, { annotation: statement }, host.context());
  if (kind === 'continues') return tag === null ? [] : link(project, { type: 'continues', from: statement, to: tag }, host.context());
  if (kind === 'identity') {
    const source = sourceOver(project, target.text, target.set, stretches);
    return source ? identified(project, source, whoOf(offer), host.context()) : [];
  }
  const relation = kind === 'relay' ? 'relayed-via' : speakerRelation[target.type];
  if (relation === undefined) return [];
  return linkSource(project, { statement, relation, stretches, who: whoOf(offer), origin: 'suggestion' }, host.context());
}

function whoOf({ entity, name }: Offer): Who {
  if (entity !== null) return { entity };
  return name === null ? null : { name };
}

/** The click on an offered quotation: tags it, alone, with its speaker, or with all that belongs to it. */
function takeQuotation(host: Host, { what }: Parameters): Promise<void> {
  const together = takenTogether(offered(host.state.getState()));
  return take(host, what === 'quote' ? [] : what === 'speaker' ? together.filter(({ kind }) => kind === 'speaker') : together);
}

/** Tags a source that was only proposed, chosen from the list, and links the statement to it. */
async function linkUntagged(host: Host, parameters: Parameters): Promise<void> {
  const state = host.state.getState();
  const statement = meant(state, parameters);
  const relation = text(parameters, 'relation');
  const offer = statement && untaggedSpeakers(state, statement).find(({ stretches }) => stretches[0]?.start === parameters.start);
  if (!offer || relation === null) return;
  const { stretches } = offer;
  const patch = linkSource(
    state.project,
    { statement: statement.id, relation, stretches, who: whoOf(offer), origin: 'suggestion' },
    host.context(),
  );
  const stored = host.commit('link-source', patch, { parameters: { relation } });
  host.show({ selected: statement.id, mode: { kind: 'reading' } });
  await stored;
}

/** Notes that the text names nobody who says the quote. */
async function noSpeaker(host: Host, parameters: Parameters): Promise<void> {
  const state = host.state.getState();
  const quote = meant(state, parameters);
  const finding = findingsNow(state).find(({ check, annotation }) => check === withoutSpeaker && annotation === quote?.id);
  host.show({ mode: { kind: 'reading' } });
  if (!quote || !finding) return;
  const of = { finding, set: quote.set, text: quote.text };
  await host.commit('acknowledge', acknowledge(state.project, of, panelMessages.noSpeaker, host.context()), {
    parameters: { check: finding.check },
  });
}

/** Tags the selected words as a source and links the statement whose offers are open to it. */
async function linkSelection(host: Host): Promise<void> {
  const state = host.state.getState();
  const statement = speakable(state);
  const { cursor } = state.session;
  const relation = speakerRelation[statement?.type ?? ''];
  if (!statement || !cursor || relation === undefined) return;
  const source = { statement: statement.id, relation, stretches: selectedStretches(cursor), who: null };
  const stored = host.commit('link-source', linkSource(state.project, source, host.context()), { parameters: { relation } });
  host.show({ selected: statement.id, panel: 'annotation' });
  await stored;
}
