import { Progress, Toasts } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.js';
import { UnreachableScreen } from '../screens/sign-in/unreachable-screen.js';
import { Frame } from './frame.js';
import { SignedInProvider, useSessionState } from './session-context.js';
import { Shell } from './shell.js';

export function App() {
  const state = useSessionState();
  switch (state.phase) {
    case 'checking':
      return <Starting />;
    case 'signed-out':
      return <SignInScreen because={state.because} />;
    case 'unreachable':
      return <UnreachableScreen trouble={state.trouble} />;
    case 'signed-in':
      return (
        <SignedInProvider value={state}>
          <Toasts>
            <Shell />
          </Toasts>
        </SignedInProvider>
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
