import '@eslabon/ui/styles/tokens.css';
import '@eslabon/ui/styles/base.css';
import '@eslabon/ui/styles/controls.css';
import '@eslabon/ui/styles/panels.css';
import '@eslabon/ui/styles/camera.css';
import '@eslabon/ui/styles/frame.css';
import './app/app.css';
import './screens/request/request.css';
import './screens/verify/verdict.css';
import '@eslabon/ui/styles/print.css';
import { installServiceWorker, keepInstallPrompt } from '@eslabon/ui';
import { startWords } from '@eslabon/ui/words';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { Session } from './app/session.js';
import { SessionContext } from './app/session-context.js';
import { startEngine } from './engine/start-engine.js';
import { TroubleError } from './engine/trouble-error.js';
import { openStore } from './store/open-store.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { pt } from './words/pt.js';

const lost = () =>
  session.fail(new TroubleError({ code: 'STORAGE_LOST', message: 'the database was closed' }));
const session = new Session(startEngine(), () => openStore(lost));

keepInstallPrompt();
await startWords({ en, es, pt });
void session.start();
if (import.meta.env.PROD) installServiceWorker(import.meta.env.BASE_URL);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <SessionContext value={session}>
      <App />
    </SessionContext>
  </StrictMode>,
);
