import type { StoredCertificate, StoredCopy } from '../../store/stored.js';

/**
 * The copy to show next: one whose key nobody has seen, otherwise the one that was shown longest ago. None where there
 * are no copies: then the device's own is shown.
 */
export function chooseCopy({ copies = [] }: Pick<StoredCertificate, 'copies'>): StoredCopy | undefined {
  const byAge = [...copies].sort((a, b) => ageOf(a) - ageOf(b));
  return byAge[0];
}

/** Whether somebody may know the key, and so that it is the same device. The device's own is in what it signs. */
export function isLinkable(copy: StoredCopy | undefined): boolean {
  return copy === undefined || copy.shownAt !== undefined;
}

function ageOf({ shownAt }: StoredCopy): number {
  return shownAt === undefined ? 0 : Date.parse(shownAt);
}
