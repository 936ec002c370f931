import type { CertificateView } from '@eslabon/client/contract';
import type { Trouble } from '@eslabon/ui';
import { useCallback, useState } from 'react';
import type { Filters } from '../../app/filters.js';
import { useSignedIn } from '../../app/session-context.js';
import { useTask } from '../../app/use-task.js';
import { type Loaded, useLoaded } from '../../data/use-loaded.js';
import { requestOf } from './request-of.js';

interface Page {
  items: readonly CertificateView[];
  next?: string | undefined;
}

interface Certificates {
  /** All pages so far. */
  list: Loaded<Page>;
  reload(): Promise<void>;
  /** Fetches the next page, where there is one. */
  more(): Promise<void>;
  isFetchingMore: boolean;
  moreTrouble: Trouble | undefined;
}

/** The certificates that fit, newest first, page after page. */
export function useCertificates(filters: Filters): Certificates {
  const { client } = useSignedIn();
  const task = useTask();
  // The same filters are the same list, whatever object they came in.
  const wanted = JSON.stringify(requestOf(filters));
  const load = useCallback(
    (): Promise<Page> => client.listCertificates({ query: JSON.parse(wanted) }),
    [client, wanted],
  );
  const [first, reload] = useLoaded(load);
  // Pages after the first belong to that very first one: when it is asked for again, they are gone.
  const [later, setLater] = useState<{ of: Page; page: Page }>();
  if (first.state !== 'loaded') {
    return { list: first, reload, more: async () => {}, isFetchingMore: false, moreTrouble: undefined };
  }
  const { value } = first;
  const page = later?.of === value ? later.page : value;
  const more = () =>
    task.run(async () => {
      const { next } = page;
      if (next === undefined) return;
      const added = await client.listCertificates({ query: { ...JSON.parse(wanted), cursor: next } });
      setLater({ of: value, page: { items: [...page.items, ...added.items], next: added.next } });
    });
  return {
    list: { ...first, value: page },
    reload,
    more,
    isFetchingMore: task.busy,
    moreTrouble: task.trouble,
  };
}
