import { Button, Icon } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useRef } from 'react';
import { CertificateScreen } from '../screens/certificate/certificate-screen.js';
import { CertificatesScreen } from '../screens/certificates/certificates-screen.js';
import { ProposeScreen } from '../screens/propose/propose-screen.js';
import { WaitingScreen } from '../screens/waiting/waiting-screen.js';
import type { Filters } from './filters.js';
import { Frame } from './frame.js';
import { IdleGuard } from './idle-guard.js';
import { Navigation } from './navigation.js';
import type { Route } from './route.js';
import { goTo } from './route.js';
import { useSession, useSignedIn } from './session-context.js';
import { useRoute } from './use-route.js';

/** What somebody sees who is signed in: one page at a time, and on all of them for whom and as whom. */
export function Shell() {
  const route = useRoute();
  const lastFilters = useRef<Filters>({});
  if (route.page === 'certificates') lastFilters.current = route.filters;
  return (
    <Frame aside={<Who />} nav={<Navigation route={route} />}>
      <IdleGuard />
      <Page route={route} lastFilters={lastFilters.current} />
    </Frame>
  );
}

/** The authority, and who works for it. */
function Who() {
  const { t } = useWords();
  const session = useSession();
  const { caller } = useSignedIn();
  const signOut = () => {
    goTo({ page: 'certificates', filters: {} });
    session.signOut();
  };
  return (
    <div className="who">
      <p>
        <strong>
          {caller.authority.name} · {caller.authority.country}
        </strong>
        <span>
          {caller.name} · {t(`role.${caller.role}`)}
        </span>
      </p>
      <Button onClick={signOut}>
        <Icon name="out" />
        {t('app.signOut')}
      </Button>
    </div>
  );
}

interface PageProps {
  route: Route;
  /** What the list was narrowed to when it was left. */
  lastFilters: Filters;
}

/** A page begins anew when it is entered; another search is the same page. */
function Page({ route, lastFilters }: PageProps) {
  switch (route.page) {
    case 'certificates':
      return <CertificatesScreen filters={route.filters} />;
    case 'certificate':
      return <CertificateScreen key={route.id} id={route.id} filters={lastFilters} />;
    case 'waiting':
      return <WaitingScreen />;
    case 'propose':
      return <ProposeScreen />;
  }
}
