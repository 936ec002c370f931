import type { Desk } from '../session/desk.js';
import type { StoredPending } from '../store/stored.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { fetchAnew } from './fetch-anew.js';
import { issuanceClient } from './issuance-client.js';
import { withIssuer } from './issuer-trouble.js';
import { keepIssued } from './keep-issued.js';
import { requestDeferred } from './request-deferred.js';

/** How long to wait after something went wrong that may go right the next time. */
const patienceMs = 60_000;

/** Never again by itself: the issuer said no. */
const never = Number.MAX_SAFE_INTEGER;

/**
 * Asks once more for a certificate that was not given out yet (OpenID4VCI 1.0 §9). Whatever goes wrong stays with what
 * waits.
 */
export async function askAgain(desk: Desk, row: StoredPending): Promise<void> {
  const error = await askDeferred(desk, row).catch((refusal) => fetchInstead(desk, row, refusal));
  if (error === undefined) return;
  const trouble = TroubleError.dataOf(error);
  const isFinal = trouble.code === 'ISSUER_REFUSED' || trouble.code.startsWith('CERTIFICATE_');
  const askAt = isFinal ? never : desk.now().getTime() + patienceMs;
  await desk.vault.change({ put: { pending: [{ ...desk.vault.row('pending', row.id), trouble, askAt }] } });
}

async function askDeferred(desk: Desk, row: StoredPending): Promise<void> {
  const { id, configuration, transactionId, accessToken, isBound, renewal, copyKeys } = row;
  const client = issuanceClient(desk);
  const access = { accessToken, isBound };
  const metadata = await withIssuer(() => client.issuance.resolveIssuerMetadata(row.issuer.url));
  const issued = await requestDeferred(client, metadata, access, transactionId);
  await keepIssued(desk, issued, { metadata, configuration, access, renewal, copyKeys, id });
}

/**
 * An issuer that says no may have given the certificate out already, in an answer that was lost, or the access token is
 * over: what there is to renew with is good all the same.
 * @returns what is wrong; `undefined` when nothing is
 */
async function fetchInstead(desk: Desk, row: StoredPending, refusal: unknown): Promise<unknown> {
  const { renewal, copyKeys = [] } = row;
  if (renewal === undefined || TroubleError.of(refusal).code !== 'ISSUER_REFUSED') return refusal;
  try {
    await fetchAnew(desk, { ...row, renewal, copyKeys }, (next) =>
      desk.vault.change({ put: { pending: [{ ...row, renewal: next }] } }),
    );
    return undefined;
  } catch (error) {
    return TroubleError.of(error).code === 'RENEWAL_IMPOSSIBLE' ? refusal : error;
  }
}

/** Asks for everything whose time has come. */
export async function askDue(desk: Desk): Promise<void> {
  const now = desk.now().getTime();
  for (const row of desk.vault.contents.pending) {
    if (row.askAt <= now) await askAgain(desk, row);
  }
}

/** When to ask the next time, in Unix milliseconds; undefined when there is nothing to wait for. */
export function nextAsk(pending: readonly StoredPending[]): number | undefined {
  const next = Math.min(...pending.map(({ askAt }) => askAt));
  return next < never ? next : undefined;
}
