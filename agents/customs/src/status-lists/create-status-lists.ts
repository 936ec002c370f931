import { EslabonError, type StatusListFact, type StatusPurpose } from '@eslabon/core';
import { signCompactJws } from '@eslabon/credentials';
import { addProof, type JsonObject } from '@eslabon/data-integrity';
import { type PublishedList, statusListCredential, tokenStatusListClaims } from '@eslabon/exchange';
import type { AgentParts } from '../agent-parts.js';
import type { IssuerChain } from '../issuance/chain/open-issuer-chain.js';
import { authoritySigner, dataIntegritySigner } from '../issuers/open-issuers.js';
import { listLength } from '../status/allocate-indexes.js';
import { statusListTable } from '../status/status-table.js';
import { statusListBase } from './status-place.js';

export type StatusListForm = 'data-integrity' | 'vc+jwt' | 'statuslist+jwt';

/** A list as it is sent. */
interface SignedList {
  content: JsonObject | string;
  /** Another one whenever the list has changed or was signed anew. */
  etag: string;
  /** Milliseconds since 1970 until which it may be kept. */
  freshUntil: number;
}

/** The published status lists of the authority: what the chain says, signed anew whenever that changes. */
export interface StatusLists {
  /** @throws EslabonError NOT_FOUND when no index of the list was given out; CHAIN_* when it is too old to be sent */
  get(list: number, purpose: StatusPurpose | 'token', form: StatusListForm): Promise<SignedList>;
}

type Parts = Pick<AgentParts, 'config' | 'database' | 'keys' | 'follower' | 'clock'> & {
  chain?: IssuerChain | undefined;
};
type Fact = Pick<StatusListFact, 'version' | 'revoked' | 'suspended'>;

/** A list is valid for so many times its ttl, so that one that was kept outlives a short outage of the chain. */
const validityInTtls = 12;

/** Longest wait for the chain, in milliseconds. */
const patience = 10_000;

/** @param chain certificates of the key that signs tokens, for readers that know its key by nothing else (HAIP 1.0 §6.1) */
export function createStatusLists(agent: Omit<Parts, 'chain'>, chain?: IssuerChain): StatusLists {
  const parts: Parts = { ...agent, chain };
  const { config, follower, clock } = parts;
  const kept = new Map<string, KeptList>();
  const facts = createFacts(parts);
  const ttlMs = config.statusLists.ttlSeconds * 1000;

  const isCurrent = ({ state, signedAt }: KeptList, list: number, now: number): boolean =>
    now - signedAt < ttlMs && state === stateOf(parts, facts(list).fact);

  return {
    async get(list, purpose, form) {
      await demandPublished(parts, list);
      const name = `${list}/${purpose}/${form}`;
      const before = kept.get(name);
      const now = clock().getTime();
      if (before !== undefined && isCurrent(before, list, now)) return before.signed;
      try {
        // Signing says that this is so now: nobody can know that who has not asked the chain.
        await follower.sync(patience);
      } catch (error) {
        if (before !== undefined && now < before.signedAt + validityInTtls * ttlMs) return before.signed;
        throw error;
      }
      const { fact, block } = facts(list);
      const signed = signList(parts, { list, purpose, form, fact, block, now });
      kept.set(name, { state: stateOf(parts, fact), signedAt: now, signed });
      signed.catch(() => kept.delete(name));
      return signed;
    },
  };
}

interface KeptList {
  /** What of the chain it says, and with which certificates. */
  state: string;
  /** Milliseconds since 1970. */
  signedAt: number;
  signed: Promise<SignedList>;
}

function stateOf({ follower, chain }: Parts, { version }: Fact): string {
  return `${follower.index.generation()}/${version}/${chain?.current()?.join() ?? ''}`;
}

/** The facts of a list, copied from the index only when there is another block. */
function createFacts({ follower, keys }: Parts) {
  let seen = '';
  let lists = new Map<number, StatusListFact>();
  return (list: number): { fact: Fact; block: number } => {
    const block = follower.index.head();
    const state = `${follower.index.generation()}/${block}`;
    if (state !== seen) {
      const own = follower.index
        .factsAt(block)
        .statuses.lists.filter(({ authority }) => authority === keys.address);
      lists = new Map(own.map((fact) => [fact.list, fact]));
      seen = state;
    }
    return { fact: lists.get(list) ?? { version: 0, revoked: new Map(), suspended: new Map() }, block };
  };
}

async function demandPublished({ config, database }: Parts, list: number): Promise<void> {
  const isPublished = statusListBase(config) !== undefined;
  if (isPublished && (await database.read.existsBy(statusListTable, { list }))) return;
  throw new EslabonError('NOT_FOUND', `There is no status list ${list} here.`, {
    hints: ['A list is published once a credential refers to it, if the agent has a public https address.'],
  });
}

interface Wanted {
  list: number;
  purpose: StatusPurpose | 'token';
  form: StatusListForm;
  fact: Fact;
  block: number;
  now: number;
}

async function signList(
  parts: Parts,
  { list, purpose, form, fact, block, now }: Wanted,
): Promise<SignedList> {
  const { config, keys } = parts;
  const { chainId, contracts } = config.deployment;
  const ttl = config.statusLists.ttlSeconds;
  const published: PublishedList = {
    source: { chainId, contract: contracts.statusRegistry.address, list, version: fact.version, block },
    issuer: keys.did,
    validFrom: new Date(now),
    validUntil: new Date(now + validityInTtls * ttl * 1000),
    ttl,
    entries: listLength,
  };
  const url = `${statusListBase(config)}/${list}/${purpose}`;
  const etag = `${fact.version}-${block}-${Math.floor(now / 1000)}-${form.replace('+', '-')}`;
  const freshUntil = now + ttl * 1000;
  const { verificationMethod: kid, algorithm: alg, sign: signToken } = authoritySigner(parts, 'delegate-1');
  if (purpose === 'token') {
    const claims = tokenStatusListClaims(published, url, fact.revoked, fact.suspended);
    const x5c = parts.chain?.current();
    const header = { alg, kid, typ: 'statuslist+jwt', ...(x5c && { x5c }) };
    const content = await signCompactJws(header, claims, signToken);
    return { content, etag, freshUntil };
  }
  const words = purpose === 'revocation' ? fact.revoked : fact.suspended;
  const credential = statusListCredential(published, purpose, url, words);
  const { verificationMethod, signer } = dataIntegritySigner(parts);
  const content =
    form === 'vc+jwt'
      ? await signCompactJws({ alg, kid, typ: 'vc+jwt', cty: 'vc' }, credential, signToken)
      : await addProof(credential, {
          suite: 'eddsa-rdfc-2022',
          signer,
          verificationMethod,
          created: `${published.validFrom.toISOString().slice(0, 19)}Z`,
        });
  return { content, etag, freshUntil };
}
