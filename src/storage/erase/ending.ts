import type { Id } from '../../model/records.ts';

const channelName = (project: Id): string => `attest-end-${project}`;

/** Tells every open tab, this one included, that the project is about to be erased. */
export function announceEnd(project: Id): void {
  const channel = new BroadcastChannel(channelName(project));
  channel.postMessage('end');
  channel.close();
}

const ended = new Set<Id>();

/** True where this tab was told that the project is erased: nothing of it may be opened or made again. */
export const hasEnded = (project: Id): boolean => ended.has(project);

/** Calls when the project is about to be erased: whoever holds something of it must let go. */
export function onEnd(project: Id, letGo: () => void): void {
  new BroadcastChannel(channelName(project)).onmessage = () => {
    ended.add(project);
    letGo();
  };
}
