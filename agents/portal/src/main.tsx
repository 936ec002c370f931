import '@eslabon/ui/styles/tokens.css';
import '@eslabon/ui/styles/base.css';
import '@eslabon/ui/styles/controls.css';
import '@eslabon/ui/styles/panels.css';
import '@eslabon/ui/styles/states.css';
import '@eslabon/ui/styles/frame.css';
import './app/app.css';
import './screens/offer/offer.css';
import './screens/propose/propose.css';
import './screens/waiting/waiting.css';
import '@eslabon/ui/styles/print.css';
import { startWords } from '@eslabon/ui/words';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { keptLanguage } from './app/kept-language.js';
import { SessionContext } from './app/session-context.js';
import { clientOf } from './session/client-of.js';
import { Session } from './session/session.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { pt } from './words/pt.js';

const session = new Session({ storage: sessionStorage, now: Date.now, connect: clientOf });

await startWords({ en, es, pt }, keptLanguage());
void session.start();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <SessionContext value={session}>
      <App />
    </SessionContext>
  </StrictMode>,
);
