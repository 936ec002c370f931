import { bundleMediaType, tokenStatusListType } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { demandIssuance, type Issuance } from '../issuance/create-issuance.js';
import type { Handlers } from '../platform/http/handler.js';
import { companyListTable } from './company-list-table.js';
import { publishCompanyList } from './publish-company-list.js';
import { recentBundle } from './recent-bundle.js';
import { walletAnchor } from './wallet-anchor.js';

type Parts = Pick<AgentParts, 'config' | 'keys' | 'bundles' | 'database'>;

/** Public data for wallets of companies, where issuing to wallets is configured. */
export function walletDataRoutes(parts: Parts, issuance: Issuance | undefined) {
  const latest = recentBundle(parts);
  const anchor = Buffer.from(JSON.stringify(walletAnchor(parts)));
  return {
    getWalletBundle: async () => {
      demandIssuance(issuance);
      const { bytes } = await latest();
      return { bytes, mediaType: bundleMediaType, maxAge: 0 };
    },
    getWalletAnchor: async () => {
      demandIssuance(issuance);
      return { bytes: anchor, mediaType: 'application/json', maxAge: 0 };
    },
    publishCompanyList: ({ body }) =>
      publishCompanyList(demandIssuance(issuance), Buffer.from(body).toString('latin1').trim()),
    getCompanyList: async ({ params }) => {
      demandIssuance(issuance);
      const row = await parts.database.read.findOneBy(companyListTable, { holderKey: params.thumbprint });
      if (row === null) {
        throw new EslabonError('NOT_FOUND', `No status list is published for the key ${params.thumbprint}.`, {
          hints: ['The company publishes it when it delegates for the first time.'],
        });
      }
      return { bytes: Buffer.from(row.token), mediaType: tokenStatusListType, maxAge: 0 };
    },
  } satisfies Partial<Handlers>;
}
