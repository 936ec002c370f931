import { PageHeading } from '@eslabon/ui';
import { useTitle } from './use-title.js';

/** Heading of a page, which takes the focus when the page is entered; the window is called after it. */
export function PageTitle({ children }: { children: string }) {
  useTitle(children);
  return <PageHeading>{children}</PageHeading>;
}
