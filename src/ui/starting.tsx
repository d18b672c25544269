import { frameMessages } from '../messages/frame.ts';
import type { StartWaiting } from '../workspace/opening.ts';

/** What is shown while the project is being opened and that takes longer than a moment. */
export function Starting({ why }: { readonly why: StartWaiting }) {
  return (
    <main className="start-failed">
      <h1>{frameMessages.product}</h1>
      <p role="status">{frameMessages.waiting[why]}</p>
    </main>
  );
}
