import { Progress, Toasts } from '@eslabon/ui';
import { speak, useWords } from '@eslabon/ui/words';
import { useEffect, useRef, useState } from 'react';
import { LockedScreen } from '../screens/start/locked-screen.js';
import { RecoveryScreen } from '../screens/start/recovery-screen.js';
import { StartScreen } from '../screens/start/start-screen.js';
import type { NewWallet } from '../session/contract.js';
import { FailedScreen } from './failed-screen.js';
import { Frame } from './frame.js';
import { useWalletState } from './session-context.js';
import { Shell } from './shell.js';
import { WipedScreen } from './wiped-screen.js';

export function App() {
  const { t, language: spoken } = useWords();
  const state = useWalletState();
  const language = 'settings' in state ? state.settings.language : undefined;
  // A wallet that was made here, until its recovery code is kept: it must not open before.
  const [made, setMade] = useState<NewWallet>();
  useEffect(() => {
    if (language !== undefined) void speak(language);
  }, [language]);
  const isOpen = state.phase === 'ready' && made === undefined;
  useEffect(() => {
    // An open wallet is called after its pages.
    if (!isOpen) document.title = `Eslabón · ${t('app.name')}`;
  }, [t, isOpen]);

  // Only before the first page: what is open must not close when this or another window changes the language.
  const isSpoken = useRef(false);
  if ('settings' in state && (language === undefined || language === spoken)) isSpoken.current = true;

  if (made !== undefined && (state.phase === 'new' || state.phase === 'ready')) {
    return <RecoveryScreen made={made} onKept={() => setMade(undefined)} />;
  }
  if (state.phase === 'new') return <StartScreen onMade={setMade} />;
  if (!isSpoken.current && language !== undefined && language !== spoken) return <Starting />;
  switch (state.phase) {
    case 'starting':
      return <Starting />;
    case 'failed':
      return <FailedScreen trouble={state.trouble} />;
    case 'wiped':
      return <WipedScreen />;
    case 'locked':
      return <LockedScreen settings={state.settings} />;
    case 'ready':
      return (
        <Toasts>
          <Shell />
        </Toasts>
      );
  }
}

function Starting() {
  const { t } = useWords();
  return (
    <Frame>
      <Progress label={t('app.starting')} />
    </Frame>
  );
}
