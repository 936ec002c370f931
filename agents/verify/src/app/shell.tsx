import { type IconName, Nav, UpdateNotice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useRef } from 'react';
import { DataScreen } from '../screens/data/data-screen.js';
import { LogScreen } from '../screens/log/log-screen.js';
import { RequestScreen } from '../screens/request/request-screen.js';
import { SettingsScreen } from '../screens/settings/settings-screen.js';
import { VerifyScreen } from '../screens/verify/verify-screen.js';
import { ClockNotice } from './clock-notice.js';
import { DataChip } from './data-chip.js';
import { Frame } from './frame.js';
import { useReady } from './session-context.js';
import { addressOf, type Route, routes, useRoute } from './use-route.js';

const icons: Record<Route, IconName> = {
  verify: 'check',
  request: 'ask',
  data: 'data',
  log: 'log',
  settings: 'settings',
};

/** A post that is set up: one page at a time, and on all of them how old the data are. */
export function Shell() {
  const { t } = useWords();
  const route = useRoute();
  const { settings } = useReady();
  const wasAsking = useRef(false);
  wasAsking.current ||= route === 'request';
  return (
    <Frame
      aside={
        <>
          <span className="post-name">
            {settings.post?.name} · {settings.post?.country}
          </span>
          <DataChip />
        </>
      }
      nav={<Navigation route={route} />}
    >
      <UpdateNotice text={t('app.update')} button={t('app.updateNow')} />
      <ClockNotice />
      {/* A page begins anew when it is entered, but for those where the work is: what is on them stays. */}
      <div hidden={route !== 'verify'} className="stack loose">
        <VerifyScreen isShown={route === 'verify'} />
      </div>
      {wasAsking.current && (
        <div hidden={route !== 'request'} className="stack loose">
          <RequestScreen isShown={route === 'request'} />
        </div>
      )}
      {route === 'data' && <DataScreen />}
      {route === 'log' && <LogScreen />}
      {route === 'settings' && <SettingsScreen />}
    </Frame>
  );
}

function Navigation({ route }: { route: Route }) {
  const { t } = useWords();
  const links = routes.map((name) => ({
    href: addressOf(name),
    icon: icons[name],
    label: t(`nav.${name}`),
    isCurrent: name === route,
  }));
  return <Nav label={t('app.nav')} links={links} />;
}
