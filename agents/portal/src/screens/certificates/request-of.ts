import { normaliseIdentifier } from '@eslabon/core';
import type { Filters } from '../../app/filters.js';
import type { PortalClient } from '../../session/used-operations.js';

type ListQuery = NonNullable<NonNullable<Parameters<PortalClient['listCertificates']>[0]>['query']>;

/** How many certificates a page has. */
export const pageSize = 25;

/** What the agent is asked for. A tax number may be typed with the punctuation that its country gives it. */
export function requestOf({ search, show }: Filters): ListQuery {
  return { limit: pageSize, ...searchOf(search), ...showOf(show) };
}

function searchOf(search: Filters['search']): ListQuery {
  if (search === undefined) return {};
  const { kind, text } = search;
  switch (kind) {
    case 'name':
      return { name: text };
    case 'tin':
      return { tin: normaliseIdentifier(text) };
    case 'number':
      return { certificateNumber: text };
  }
}

function showOf(show: Filters['show']): ListQuery {
  if (show === undefined) return {};
  return show === 'proposed' || show === 'issued' || show === 'rejected' ? { state: show } : { status: show };
}
