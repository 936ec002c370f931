import { Nav } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { addressOf, type Route } from './route.js';
import { useSignedIn } from './session-context.js';
import { useMay } from './use-may.js';

/** The app at the border post has what asks companies to present; it is served beside this one. */
const askAddress = '/verify/#/request';

/** The pages that the one who is signed in can do something on. */
export function Navigation({ route }: { route: Route }) {
  const { t } = useWords();
  const { caller } = useSignedIn();
  const may = useMay();
  const links = [
    {
      href: addressOf({ page: 'certificates', filters: {} }),
      icon: 'file',
      label: t('nav.certificates'),
      isCurrent: route.page === 'certificates' || route.page === 'certificate',
    },
    {
      href: addressOf({ page: 'waiting' }),
      icon: 'clock',
      label: t('nav.waiting'),
      isCurrent: route.page === 'waiting',
    },
    ...(may('certificates:propose')
      ? [
          {
            href: addressOf({ page: 'propose' }),
            icon: 'plus',
            label: t('nav.propose'),
            isCurrent: route.page === 'propose',
          } as const,
        ]
      : []),
    ...(caller.presentations && may('presentations:request')
      ? [{ href: askAddress, icon: 'ask', label: t('nav.ask'), isCurrent: false } as const]
      : []),
  ] as const;
  return <Nav label={t('app.nav')} links={links} />;
}
