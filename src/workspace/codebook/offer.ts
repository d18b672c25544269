import { codebookMessages as words } from '../../messages/codebook.ts';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import { codebookRef } from '../../model/codebooks/newsroom-core.ts';
import { chooseCodebook, planCodebook } from '../../model/commands/codebooks.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import { type Parameters, text } from '../actions/action.ts';
import { download } from '../download.ts';
import type { Host } from '../host.ts';
import type { CodebookState } from './codebook-state.ts';
import { showCodebook } from './show-codebook.ts';

const shownFaults = 50;

/** Hands over a codebook as a file, the current one unless another is named. */
export async function exportCodebook(host: Host, parameters: Parameters): Promise<void> {
  const { project } = host.state.getState();
  const codebook = project.codebooks.get(text(parameters, 'codebook') ?? '') ?? currentCodebook(project);
  const { codebookFileName, writeCodebook } = await import('../../formats/codebook/write.ts');
  download(codebookFileName(codebook), writeCodebook(codebook));
}

/** Offers the codebook of a file. */
export async function readFile(host: Host, { file }: Parameters): Promise<void> {
  if (!(file instanceof File)) return;
  await offer(host, file.name, new Uint8Array(await file.arrayBuffer()));
}

/** Offers a codebook that is here already, read like a file: one that came with a package was never looked at. */
export async function offerKnown(host: Host, parameters: Parameters): Promise<void> {
  const ref = text(parameters, 'codebook') ?? '';
  const known = host.state.getState().project.codebooks.get(ref);
  if (!known) return;
  const { writeCodebook } = await import('../../formats/codebook/write.ts');
  await offer(host, ref, writeCodebook(known));
}

async function offer(host: Host, name: string, bytes: Uint8Array): Promise<void> {
  const { readCodebook } = await import('../../formats/codebook/read.ts');
  const read = readCodebook(bytes);
  showCodebook(host, { offered: 'faults' in read ? refused(name, read.faults) : planned(host, name, read.codebook) });
  host.show({ panel: 'codebook' });
}

type Offered = NonNullable<CodebookState['offered']>;

const refused = (name: string, faults: Extract<Offered, { kind: 'refused' }>['faults']): Offered => ({
  kind: 'refused',
  name,
  faults: faults.slice(0, shownFaults),
  more: Math.max(0, faults.length - shownFaults),
});

function planned(host: Host, name: string, codebook: Codebook): Offered {
  const plan = planCodebook(host.state.getState().project, codebook);
  if (plan.kind === 'version') return refused(name, [{ path: '/version', ...words.tooLow(codebook.version, plan.needed) }]);
  return plan.kind === 'same' ? { kind: 'same', name } : { ...plan, codebook };
}

/** Makes the offered codebook the one new tags are made under. */
export async function use(host: Host): Promise<void> {
  const { codebook, project } = host.state.getState();
  if (codebook.offered?.kind !== 'change') return;
  const ref = codebookRef(codebook.offered.codebook);
  showCodebook(host, { offered: null });
  const stored = host.commit('use-codebook', chooseCodebook(project, codebook.offered.codebook), { parameters: { codebook: ref } });
  host.notice(words.replaced(ref), 'done', true);
  await stored;
}
