import { Nav, UpdateNotice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect } from 'react';
import { CertificateScreen } from '../screens/certificate/certificate-screen.js';
import { DelegationScreen } from '../screens/delegations/delegation-screen.js';
import { DelegationsScreen } from '../screens/delegations/delegations-screen.js';
import { GiveScreen } from '../screens/delegations/give-screen.js';
import { HistoryScreen } from '../screens/history/history-screen.js';
import { HomeScreen } from '../screens/home/home-screen.js';
import { PresentScreen } from '../screens/present/present-screen.js';
import { ReceiveScreen } from '../screens/receive/receive-screen.js';
import { SettingsScreen } from '../screens/settings/settings-screen.js';
import { Frame } from './frame.js';
import { addressOf, type Route } from './route.js';
import { useReady } from './session-context.js';
import { useNewestData } from './use-newest-data.js';
import { useRoute } from './use-route.js';

const entries = [
  { page: 'home', icon: 'file', of: ['home', 'certificate', 'receive'] },
  { page: 'present', icon: 'check', of: ['present'] },
  { page: 'delegations', icon: 'link', of: ['delegations', 'delegation', 'give'] },
  { page: 'history', icon: 'log', of: ['history'] },
  { page: 'settings', icon: 'settings', of: ['settings'] },
] as const satisfies readonly { page: Route['page']; icon: string; of: readonly Route['page'][] }[];

/** A wallet that is open: one page at a time. */
export function Shell() {
  const { t } = useWords();
  const route = useRoute();
  const { settings } = useReady();
  useNewestData();
  const entry = entries.find(({ of }) => (of as readonly string[]).includes(route.page)) ?? entries[0];
  const title = t(`nav.${entry.page}`);
  useEffect(() => {
    document.title = `${title} · Eslabón`;
  }, [title]);
  return (
    <Frame
      aside={<span className="device">{settings.deviceName}</span>}
      nav={
        <Nav
          label={t('app.nav')}
          links={entries.map(({ page, icon }) => ({
            href: addressOf({ page }),
            icon,
            label: t(`nav.${page}`),
            isCurrent: page === entry.page,
          }))}
        />
      }
    >
      <UpdateNotice text={t('app.update')} button={t('app.updateNow')} />
      <Page key={addressOf(route)} route={route} />
    </Frame>
  );
}

/** Every page begins anew when it is entered. */
function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomeScreen />;
    case 'certificate':
      return <CertificateScreen id={route.id} />;
    case 'receive':
      return <ReceiveScreen />;
    case 'present':
      return <PresentScreen />;
    case 'delegations':
      return <DelegationsScreen />;
    case 'delegation':
      return <DelegationScreen id={route.id} />;
    case 'give':
      return <GiveScreen />;
    case 'history':
      return <HistoryScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}
