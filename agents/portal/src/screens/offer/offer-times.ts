import type { OfferView } from '@eslabon/client/contract';

/**
 * When offers were made, by their ids. Those that were made in the same minute are counted, the oldest first, so that no
 * two of them have the same name.
 * @param offers newest first
 */
export function offerTimes(
  offers: readonly Pick<OfferView, 'id' | 'createdAt'>[],
  format: (instant: string) => string,
): Map<string, string> {
  const times = offers.map(({ createdAt }) => format(createdAt));
  return new Map(
    offers.map(({ id }, at) => {
      const time = times[at] as string;
      const isOnly = times.indexOf(time) === times.lastIndexOf(time);
      const older = times.slice(at + 1).filter((other) => other === time).length;
      return [id, isOnly ? time : `${time} (${older + 1})`];
    }),
  );
}
