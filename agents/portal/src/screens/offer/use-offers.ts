import type { OfferView } from '@eslabon/client/contract';
import { useCallback } from 'react';
import { useSignedIn } from '../../app/session-context.js';
import { type Loaded, useLoaded } from '../../data/use-loaded.js';
import { useRepeated } from '../../data/use-repeated.js';
import { isMoving } from './offer-progress.js';

const followMs = 3000;

/** Offers of a certificate, newest first, asked for again while something may happen to one of them. */
export function useOffers(id: string): [Loaded<readonly OfferView[]>, reload: () => Promise<void>] {
  const { client } = useSignedIn();
  const load = useCallback(async () => (await client.listOffers({ params: { id } })).items, [client, id]);
  const [loaded, reload] = useLoaded<readonly OfferView[]>(load);
  const moves = loaded.state === 'loaded' && loaded.value.some((offer) => isMoving(offer, Date.now()));
  useRepeated(reload, moves ? followMs : undefined);
  return [loaded, reload];
}
