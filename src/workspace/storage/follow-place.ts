import type { Host } from '../host.ts';

/** Goes on in the database, with everything made here, once another page has it that this one was not given. */
export async function followPlace(host: Host, replaced: Promise<void>): Promise<void> {
  await replaced;
  await host.beginAnew();
  host.state.setState({ copies: 'both' });
  await host.catchUp();
}
