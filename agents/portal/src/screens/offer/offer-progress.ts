import type { OfferView } from '@eslabon/client/contract';

/** What has become of an offer, for who made it: `received` is taken up with the certificate given out. */
export type OfferProgress = OfferView['state'] | 'received';

export function progressOf({ state, takenAt }: Pick<OfferView, 'state' | 'takenAt'>): OfferProgress {
  return state === 'taken' && takenAt !== null ? 'received' : state;
}

/**
 * Whether something may still happen to an offer by itself, so that it is asked for again. A wallet that took it up
 * fetches the certificate within the time of the offer, or nobody waits for it any more.
 * @param now milliseconds
 */
export function isMoving(offer: Pick<OfferView, 'state' | 'takenAt' | 'expiresAt'>, now: number): boolean {
  const progress = progressOf(offer);
  return progress === 'open' || (progress === 'taken' && Date.parse(offer.expiresAt) > now);
}
