import { DcqlQuery } from 'dcql';
import type { HeldItem } from './held-item.js';

/** A path of DCQL: names, places in arrays, and null for all of an array's items. */
export type AskedPath = readonly (string | number | null)[];

export interface Match {
  /** Ids of the credential queries that are answered. */
  queryIds: readonly string[];
  /** What these ask for. */
  paths: readonly AskedPath[];
}

type Query = DcqlQuery.Output;

/**
 * Whether one thing that is held answers all of a query by itself, and what has to be shown for that (OpenID4VP 1.0
 * §6.4): of several ways the first one that works, as the verifier ranked them.
 */
export function matchItem(query: Query, { asked }: Pick<HeldItem, 'asked'>): Match | undefined {
  const { credential_matches: matches } = DcqlQuery.query(query, [asked]);
  const all = query.credentials.map(({ id }) => id);
  const sets = query.credential_sets ?? [{ options: [all], required: true }];
  const queryIds = new Set<string>();
  for (const { options, required } of sets) {
    if (required === false) continue;
    const option = options.find((ids) => ids.length === 1 && matches[ids[0] as string]?.success === true);
    if (option === undefined) return undefined;
    queryIds.add(option[0] as string);
  }
  if (queryIds.size === 0) return undefined;
  const paths = [...queryIds].flatMap((id) => pathsOf(query, id, matches[id]));
  return { queryIds: [...queryIds], paths };
}

type Matched = ReturnType<typeof DcqlQuery.query>['credential_matches'][string];

function pathsOf({ credentials }: Query, id: string, matched: Matched | undefined): AskedPath[] {
  const query = credentials.find((candidate) => candidate.id === id);
  const set = matched?.valid_credentials?.[0]?.claims.valid_claim_sets?.[0];
  const chosen = set?.claim_set_index === undefined ? undefined : query?.claim_sets?.[set.claim_set_index];
  const claims = (query?.claims ?? []) as readonly { id?: string; path: AskedPath }[];
  return claims
    .filter((claim) => chosen === undefined || chosen.some((name) => name === claim.id))
    .map(({ path }) => path);
}
