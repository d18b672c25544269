import type { Host } from '../host.ts';
import type { RegisterState } from './register-state.ts';

/** Changes what the register shows. */
export function showRegister(host: Host, change: Partial<RegisterState>): void {
  host.state.setState(({ register }) => ({ register: { ...register, ...change } }));
}
