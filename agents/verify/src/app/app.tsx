import { Progress } from '@eslabon/ui';
import { speak, useWords } from '@eslabon/ui/words';
import { useEffect } from 'react';
import { SetupScreen } from '../screens/setup/setup-screen.js';
import { FailedScreen } from './failed-screen.js';
import { Frame } from './frame.js';
import { useAppState } from './session-context.js';
import { Shell } from './shell.js';
import { WipedScreen } from './wiped-screen.js';

export function App() {
  const { t, language: spoken } = useWords();
  const state = useAppState();
  const language = state.phase === 'ready' ? state.settings.language : undefined;
  useEffect(() => {
    if (language !== undefined) void speak(language);
  }, [language]);
  useEffect(() => {
    document.title = `Eslabón · ${t('app.name')}`;
  }, [t]);

  switch (state.phase) {
    case 'starting':
      return <Starting />;
    case 'failed':
      return <FailedScreen trouble={state.trouble} />;
    case 'wiped':
      return <WipedScreen />;
    case 'ready': {
      const { anchor, post } = state.settings;
      if (language !== undefined && language !== spoken) return <Starting />;
      return anchor === undefined || post === undefined ? <SetupScreen /> : <Shell />;
    }
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
