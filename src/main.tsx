import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './ui/app.tsx';
import { Boundary } from './ui/boundary.tsx';
import { StartFailed } from './ui/start-failed.tsx';
import { Starting } from './ui/starting.tsx';
import { WorkspaceContext } from './ui/use-workspace.ts';
import { startWorkspace } from './workspace/start.ts';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no element with the id "root".');
const root = createRoot(element);

async function showGallery(): Promise<void> {
  const { Gallery } = await import('./ui/gallery/gallery.tsx');
  root.render(<Gallery />);
}

async function openWorkspace(): Promise<void> {
  try {
    const workspace = await startWorkspace((why) => root.render(<Starting why={why} />));
    root.render(
      <StrictMode>
        <WorkspaceContext value={workspace}>
          <Boundary>
            <App />
          </Boundary>
        </WorkspaceContext>
      </StrictMode>,
    );
  } catch (error) {
    root.render(<StartFailed error={error} />);
  }
}

// The gallery is for developers: the build leaves it out.
if (import.meta.env.DEV && location.pathname === '/gallery') void showGallery();
else void openWorkspace();
