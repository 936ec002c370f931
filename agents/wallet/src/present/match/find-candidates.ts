import type { Purpose } from '@eslabon/core';
import { presentSdJwt } from '@eslabon/credentials';
import { viewCertificate } from '../../data/view-certificate.js';
import { stateOfHeld } from '../../delegate/state-of-held.js';
import { readCertificate } from '../../receive/check-received.js';
import type { Candidate, CertificateState } from '../../session/contract.js';
import type { Desk } from '../../session/desk.js';
import type { VerifiedRequest } from '../request/verify-request.js';
import { isLinkable } from './choose-copy.js';
import { claimsOf, claimsOfDelegation } from './disclosed-claims.js';
import { certificateItem, delegationItem, type HeldItem } from './held-item.js';
import { type AskedPath, matchItem } from './match-item.js';
import { revealPaths } from './reveal-paths.js';

/** A candidate, and what it takes to answer with it. */
export interface Choice {
  item: HeldItem;
  queryIds: readonly string[];
  candidate: Candidate;
  /** What is asked for. */
  paths: readonly AskedPath[];
}

type Request = Pick<VerifiedRequest, 'query' | 'purpose'>;

/** Everything held that answers a request, with exactly what the verifier would learn from each. */
export async function findCandidates(desk: Desk, request: Request): Promise<Choice[]> {
  const { certificates, held } = desk.vault.contents;
  const usable = held.filter(
    (row) => stateOfHeld(row, desk.now()) === 'valid' && covers(delegationItem(row), request.purpose),
  );
  const items = [...certificates.map(certificateItem), ...usable.map(delegationItem)];
  const choices = (await Promise.all(items.map((item) => choiceOf(item, request)))).filter(
    (choice) => choice !== undefined,
  );
  const states = new Map(
    certificates.map((row) => [row.id, viewCertificate(row, desk.bundle, desk.now()).state]),
  );
  return choices
    .map((choice) => ({ ...choice, candidate: withState(choice.candidate, states) }))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** The one that is offered first is the one that goes when nobody looks twice. */
function rankOf({ candidate: { state } }: Choice): number {
  return state === undefined || state === 'active' ? 0 : state === 'unknown' ? 1 : 2;
}

function withState(candidate: Candidate, states: ReadonlyMap<string, CertificateState>): Candidate {
  const state = candidate.kind === 'certificate' ? states.get(candidate.id) : undefined;
  return { ...candidate, ...(state !== undefined && { state }) };
}

async function choiceOf(item: HeldItem, { query }: Request): Promise<Choice | undefined> {
  const match = matchItem(query, item);
  if (match === undefined) return undefined;
  const { queryIds, paths } = match;
  const { id, kind, token } = item;
  if (item.kind === 'delegation') {
    const { legalName, certificate } = item.delegation.certificate.subject;
    const label = `${legalName} · ${certificate.certificateNumber}`;
    const disclosed = claimsOfDelegation(item.delegation);
    // Whose key it is the delegation says itself.
    const candidate = { kind, id, label, disclosed, withheld: [], linkable: false };
    return { item, queryIds, paths, candidate };
  }
  const shown =
    item.certificate.format === 'dc+sd-jwt'
      ? await presentSdJwt({ sdJwt: token, reveal: revealPaths(token, paths) })
      : token;
  const disclosed = claimsOf(readCertificate(shown));
  const withheld = claimsOf(item.certificate)
    .map(({ path }) => path)
    .filter((path) => !disclosed.some((claim) => claim.path === path));
  const { legalName, certificate } = item.certificate.subject;
  const label = `${legalName} · ${certificate.certificateNumber}`;
  const linkable = isLinkable(item.copy);
  return { item, queryIds, paths, candidate: { kind, id, label, disclosed, withheld, linkable } };
}

/** A delegation that the verifier would refuse for its purpose is not offered. */
function covers(item: HeldItem, purpose: Purpose | undefined): boolean {
  if (item.kind !== 'delegation' || purpose === undefined) return true;
  const { purposes, references } = item.delegation;
  if (!purposes.includes(purpose.kind)) return false;
  return purpose.kind === 'counter' || references === undefined || references.includes(purpose.reference);
}
