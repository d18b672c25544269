import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './ui/app.tsx';
import { StartFailed } from './ui/start-failed.tsx';
import { WorkspaceContext } from './ui/use-workspace.ts';
import { startWorkspace } from './workspace/start.ts';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no element with the id "root".');
const root = createRoot(element);

startWorkspace().then(
  (workspace) =>
    root.render(
      <StrictMode>
        <WorkspaceContext value={workspace}>
          <App />
        </WorkspaceContext>
      </StrictMode>,
    ),
  (error: unknown) => root.render(<StartFailed error={error} />),
);
