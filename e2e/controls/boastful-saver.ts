import type { ProjectStore } from '../../src/storage/project-store.ts';
import { Saver as HonestSaver, type SaverEvents } from '../../src/workspace/saver.ts';

/** The broken variant the tests of full disks must catch: it says "Saved" also when nothing was. */
export class Saver extends HonestSaver {
  constructor(store: ProjectStore, events: SaverEvents) {
    super(store, { ...events, saving: (saving) => events.saving(saving.kind === 'not-saved' ? { kind: 'saved' } : saving) });
  }
}
