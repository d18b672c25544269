import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Workbench } from '../pages/workbench.ts';
import { described, nothingYet, type Work } from './contents.ts';
import type { Step } from './steps.ts';

declare global {
  interface Window {
    acknowledge?(): void;
  }
}

// Far longer than any honest save takes on a busy machine.
const patience = 20_000;

/** One profile with everything that was done on it: what was acknowledged, and the one action under way. */
export class Desk {
  readonly profile: string;
  #work: Work = nothingYet;
  #underWay: Step | null = null;
  #resolve: () => void = () => undefined;
  #gone: Promise<never> = Promise.reject(new Error('No browser has been started.'));
  /** The contents after so many acknowledged actions. */
  readonly acknowledged: string[] = [described(nothingYet.contents)];

  private constructor(profile: string) {
    this.profile = profile;
    this.#gone.catch(() => undefined);
  }

  /** A desk with nothing on it, on a new profile folder. */
  static async set(): Promise<Desk> {
    return new Desk(await realpath(await mkdtemp(join(tmpdir(), 'attest-desk-'))));
  }

  /** Takes the profile away. */
  clear(): Promise<void> {
    return rm(this.profile, { recursive: true, force: true });
  }

  get work(): Work {
    return this.#work;
  }

  /** Has the page say in the very turn that the state line goes back to "Saved": the kill may come in the next. */
  async listen(page: Page): Promise<void> {
    this.#gone = new Promise((_, reject) => page.once('close', () => reject(new Error('The browser is gone.'))));
    this.#gone.catch(() => undefined);
    await page.exposeFunction('acknowledge', () => this.#acknowledge());
    await page.addInitScript(() => {
      let saving = false;
      const look = () => {
        const line = document.querySelector('[role=status][aria-label="Save state"]');
        if (!line) return;
        if (line.textContent !== 'Saved') saving = true;
        else if (saving) {
          saving = false;
          window.acknowledge?.();
        }
      };
      new MutationObserver(look).observe(document, { characterData: true, childList: true, subtree: true });
    });
  }

  /** Does one step and waits until it is acknowledged. Throws when that does not come, or the browser goes. */
  async take(step: Step, page: Page): Promise<void> {
    this.#underWay = step;
    const acknowledged = new Promise<void>((resolve) => {
      this.#resolve = resolve;
    });
    await step.perform(new Workbench(page));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not acknowledged: ${step.name}`)), patience);
    });
    await Promise.race([acknowledged, late, this.#gone]).finally(() => clearTimeout(timer));
  }

  #acknowledge(): void {
    if (!this.#underWay) return;
    this.#work = this.#underWay.after;
    this.#underWay = null;
    this.acknowledged.push(described(this.#work.contents));
    this.#resolve();
  }

  /**
   * Compares with what is there after an accident, and after how many actions: the last acknowledged one, or that and the
   * whole of the one under way. Gives how many acknowledged actions are lost; `null` where the contents are such as never were.
   */
  compare(found: string, actions: number): number | null {
    const underWay = this.#underWay;
    this.#underWay = null;
    if (underWay && actions === this.acknowledged.length && found === described(underWay.after.contents)) {
      this.#work = underWay.after;
      this.acknowledged.push(found);
      return 0;
    }
    return found === this.acknowledged[actions] ? this.acknowledged.length - 1 - actions : null;
  }
}
