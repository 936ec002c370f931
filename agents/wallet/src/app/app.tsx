import { Progress, Toasts } from '@eslabon/ui';
import { useEffect, useState } from 'react';
import { LockedScreen } from '../screens/start/locked-screen.js';
import { RecoveryScreen } from '../screens/start/recovery-screen.js';
import { StartScreen } from '../screens/start/start-screen.js';
import { speak } from '../words/start-words.js';
import { useWords } from '../words/use-words.js';
import { FailedScreen } from './failed-screen.js';
import { Frame } from './frame.js';
import { useWalletState } from './session-context.js';
import { Shell } from './shell.js';
import { WipedScreen } from './wiped-screen.js';

export function App() {
  const { t, language: spoken } = useWords();
  const state = useWalletState();
  const language = 'settings' in state ? state.settings.language : undefined;
  // Shown once, when the wallet is ready already: it must outlast the screen that asked for it.
  const [recoveryCode, setRecoveryCode] = useState<string>();
  useEffect(() => {
    if (language !== undefined) void speak(language);
  }, [language]);
  useEffect(() => {
    document.title = `Eslabón · ${t('app.name')}`;
  }, [t]);

  if (language !== undefined && language !== spoken) return <Starting />;
  switch (state.phase) {
    case 'starting':
      return <Starting />;
    case 'failed':
      return <FailedScreen trouble={state.trouble} />;
    case 'wiped':
      return <WipedScreen />;
    case 'new':
      return <StartScreen onRecoveryCode={setRecoveryCode} />;
    case 'locked':
      return <LockedScreen settings={state.settings} />;
    case 'ready':
      return recoveryCode === undefined ? (
        <Toasts>
          <Shell />
        </Toasts>
      ) : (
        <RecoveryScreen code={recoveryCode} onKept={() => setRecoveryCode(undefined)} />
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
