import { RegisterPanel } from './register-panel.tsx';
import { SameWordsPanel } from './same-words-panel.tsx';

/** The register, or the places of the selected tag's words; loaded together when either is asked for. */
export default function RegisterPanels({ panel }: { readonly panel: 'register' | 'same-words' }) {
  return panel === 'register' ? <RegisterPanel /> : <SameWordsPanel />;
}
