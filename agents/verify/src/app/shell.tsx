import { DataScreen } from '../screens/data/data-screen.js';
import { LogScreen } from '../screens/log/log-screen.js';
import { SettingsScreen } from '../screens/settings/settings-screen.js';
import { VerifyScreen } from '../screens/verify/verify-screen.js';
import { Icon, type IconName } from '../ui/icon.js';
import { useWords } from '../words/use-words.js';
import { ClockNotice } from './clock-notice.js';
import { DataChip } from './data-chip.js';
import { Frame } from './frame.js';
import { useReady } from './session-context.js';
import { UpdateNotice } from './update-notice.js';
import { addressOf, type Route, routes, useRoute } from './use-route.js';

const icons: Record<Route, IconName> = { verify: 'check', data: 'data', log: 'log', settings: 'settings' };

/** A post that is set up: one page at a time, and on all of them how old the data are. */
export function Shell() {
  const route = useRoute();
  const { settings } = useReady();
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
      <UpdateNotice />
      <ClockNotice />
      {/* A page begins anew when it is entered, but for the one where the work is: what is on it stays. */}
      <div hidden={route !== 'verify'} className="stack loose">
        <VerifyScreen isShown={route === 'verify'} />
      </div>
      {route === 'data' && <DataScreen />}
      {route === 'log' && <LogScreen />}
      {route === 'settings' && <SettingsScreen />}
    </Frame>
  );
}

function Navigation({ route }: { route: Route }) {
  const { t } = useWords();
  return (
    <nav aria-label={t('app.nav')} className="nav">
      {routes.map((name) => (
        <a key={name} href={addressOf(name)} aria-current={name === route ? 'page' : undefined}>
          <Icon name={icons[name]} />
          {t(`nav.${name}`)}
        </a>
      ))}
    </nav>
  );
}
