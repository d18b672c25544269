import { workspaceMessages } from '../messages/workspace.ts';
import type { Mending } from '../storage/project-store.ts';
import type { Host } from './host.ts';

/** What storage mended, before there is anybody to tell it to and after. */
export class Mendings {
  readonly #untold: Mending[] = [];
  #host: Pick<Host, 'notice'> | null = null;

  /** True where the project is damaged beyond what the second copy can give back. */
  get damaged(): boolean {
    return this.#untold.some(({ damaged }) => damaged);
  }

  add(mending: Mending): void {
    if (this.#host) this.#say(this.#host, mending);
    else this.#untold.push(mending);
  }

  /** Says what was mended up to now, and from now on at once. */
  sayThrough(host: Pick<Host, 'notice'>): void {
    this.#host = host;
    for (const mending of this.#untold.splice(0)) this.#say(host, mending);
  }

  #say(host: Pick<Host, 'notice'>, { restored, apart, damaged }: Mending): void {
    if (restored > 0) host.notice(workspaceMessages.restored(restored), 'refused');
    if (apart > 0) host.notice(workspaceMessages.keptApart(apart), 'refused');
    if (damaged) host.notice(workspaceMessages.damaged, 'refused');
  }
}
