import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'baseline-widely-available', cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'], sourcemap: true },
  // strictPort: another port is another origin, and the analyst would see an empty database.
  preview: { port: 4173, strictPort: true },
});
