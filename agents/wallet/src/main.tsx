import '@eslabon/ui/styles/tokens.css';
import '@eslabon/ui/styles/base.css';
import '@eslabon/ui/styles/controls.css';
import '@eslabon/ui/styles/panels.css';
import '@eslabon/ui/styles/states.css';
import '@eslabon/ui/styles/frame.css';
import '@eslabon/ui/styles/camera.css';
import './app/app.css';
import '@eslabon/ui/styles/print.css';
import { installServiceWorker, keepInstallPrompt } from '@eslabon/ui';
import { startWords } from '@eslabon/ui/words';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { takeLink } from './app/links/taken-link.js';
import { QrReaderContext } from './app/qr-reader-context.js';
import { SessionContext } from './app/session-context.js';
import { startQrReader } from './scan/start-qr-reader.js';
import { openWallet } from './session/open-wallet.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { pt } from './words/pt.js';

// Before anything draws: an offer that stands in the address is a secret.
takeLink();
addEventListener('hashchange', takeLink);

const session = openWallet();

keepInstallPrompt();
await startWords({ en, es, pt });
void session.start();
if (import.meta.env.PROD) installServiceWorker(import.meta.env.BASE_URL);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <SessionContext value={session}>
      <QrReaderContext value={startQrReader()}>
        <App />
      </QrReaderContext>
    </SessionContext>
  </StrictMode>,
);
