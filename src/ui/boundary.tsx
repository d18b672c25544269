import { Component, type ReactNode } from 'react';
import { frameMessages } from '../messages/frame.ts';
import { reloadIntoNewest } from '../storage/offline/registration.ts';

interface Props {
  readonly children: ReactNode;
}

/** Shows what went wrong where a screen cannot be drawn, instead of nothing at all. */
export class Boundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="start-failed" role="alert">
        <h1>{frameMessages.drawFailed}</h1>
        <p>{frameMessages.savedIsSafe}</p>
        <p>{error.message}</p>
        <button type="button" className="button" onClick={() => void reloadIntoNewest()}>
          {frameMessages.reload}
        </button>
      </main>
    );
  }
}
