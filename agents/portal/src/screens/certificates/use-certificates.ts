import type { CertificateView } from '@eslabon/client/contract';
import { useCallback } from 'react';
import type { Filters } from '../../app/filters.js';
import { useSignedIn } from '../../app/session-context.js';
import { type Pages, usePages } from '../../data/use-pages.js';
import { requestOf } from './request-of.js';

/** The certificates that fit, newest first, page after page. */
export function useCertificates(filters: Filters): Pages<CertificateView> {
  const { client } = useSignedIn();
  // The same filters are the same list, whatever object they came in.
  const wanted = JSON.stringify(requestOf(filters));
  const load = useCallback(
    (cursor?: string) => client.listCertificates({ query: { ...JSON.parse(wanted), cursor } }),
    [client, wanted],
  );
  return usePages(load);
}
