import { afterEach, expect, it, vi } from 'vitest';
import { keepUp } from './keep-up.ts';

afterEach(() => vi.restoreAllMocks());

/** Another page of the project, as far as others notice it; gives what ends it. */
async function otherPage(project: string): Promise<() => void> {
  const lock = `attest-page-${project}-${crypto.randomUUID()}`;
  let end = () => {};
  await new Promise<void>((held) => {
    void navigator.locks.request(lock, () => {
      held();
      return new Promise<void>((ended) => {
        end = ended;
      });
    });
  });
  const channel = new BroadcastChannel(`attest-page-${project}-`);
  channel.postMessage(lock);
  channel.close();
  return end;
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 200));

/** How often a page catches up when one that was open before it and one that was opened after it end. */
async function caughtUp(): Promise<number> {
  const project = crypto.randomUUID();
  const catchUp = vi.fn();
  const endEarlier = await otherPage(project);
  keepUp(project, catchUp);
  await moment();
  const endLater = await otherPage(project);
  await moment();
  expect(catchUp).not.toHaveBeenCalled();
  endEarlier();
  endLater();
  await moment();
  return catchUp.mock.calls.length;
}

it('a page catches up when another one ends, whichever was open first', async () => {
  expect(await caughtUp()).toBe(2);
});

it('would miss it without the locks', async () => {
  const { request } = navigator.locks;
  // Only the page under test asks for a lock in this mode.
  vi.spyOn(navigator.locks, 'request').mockImplementation(((name: string, ...rest: unknown[]) =>
    rest.length > 1 ? new Promise(() => undefined) : Reflect.apply(request, navigator.locks, [name, ...rest])) as typeof request);
  expect(await caughtUp()).toBe(0);
});

it('a page catches up when it is shown again', () => {
  const catchUp = vi.fn();
  keepUp(crypto.randomUUID(), catchUp);
  window.dispatchEvent(new Event('focus'));
  window.dispatchEvent(new Event('pageshow'));
  document.dispatchEvent(new Event('resume'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(catchUp).toHaveBeenCalledTimes(4);
});
