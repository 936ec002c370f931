import { Progress, Toasts } from '@eslabon/ui';
import { speak, useWords } from '@eslabon/ui/words';
import { useEffect, useState } from 'react';
import { LockedScreen } from '../screens/start/locked-screen.js';
import { RecoveryScreen } from '../screens/start/recovery-screen.js';
import { type Recovery, StartScreen } from '../screens/start/start-screen.js';
import { FailedScreen } from './failed-screen.js';
import { Frame } from './frame.js';
import { useWalletState } from './session-context.js';
import { Shell } from './shell.js';
import { WipedScreen } from './wiped-screen.js';

export function App() {
  const { t, language: spoken } = useWords();
  const state = useWalletState();
  const language = 'settings' in state ? state.settings.language : undefined;
  // The wallet is ready before its recovery code was seen, and must not open before.
  const [recovery, setRecovery] = useState<Recovery>({ step: 'none' });
  useEffect(() => {
    if (language !== undefined) void speak(language);
  }, [language]);
  const isOpen = state.phase === 'ready' && recovery.step === 'none';
  useEffect(() => {
    // An open wallet is called after its pages.
    if (!isOpen) document.title = `Eslabón · ${t('app.name')}`;
  }, [t, isOpen]);

  if (state.phase === 'new' || recovery.step === 'awaited') return <StartScreen onRecovery={setRecovery} />;
  if (language !== undefined && language !== spoken) return <Starting />;
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
      return recovery.step === 'shown' ? (
        <RecoveryScreen code={recovery.code} onKept={() => setRecovery({ step: 'none' })} />
      ) : (
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
