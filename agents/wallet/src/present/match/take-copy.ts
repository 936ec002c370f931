import { presentSdJwt } from '@eslabon/credentials';
import { openCopyKey } from '../../keys/copy-keys.js';
import type { HolderKey } from '../../keys/key-ring.js';
import { readCertificate } from '../../receive/check-received.js';
import { isSameContent } from '../../receive/is-same-content.js';
import type { Desk } from '../../session/desk.js';
import type { StoredCertificate } from '../../store/stored.js';
import { TroubleError } from '../../trouble/trouble-error.js';
import { chooseCopy, isLinkable } from './choose-copy.js';
import type { Choice } from './find-candidates.js';
import { revealPaths } from './reveal-paths.js';

export interface TakenCopy {
  key: HolderKey;
  /** Of a certificate that can show a part: that part, without key binding. */
  shown: string;
  /** The certificate, with the copy as one that was shown. */
  row: StoredCertificate;
}

/**
 * The copy of a certificate that answers now. It says what the person was shown: another window of the wallet may have
 * shown that copy meanwhile, or fetched another version.
 * @throws TroubleError NOT_HELD; NOTHING_READ when only something else than was shown to the person could go
 */
export async function takeCopy(
  { vault, keys, now }: Desk,
  { item, paths }: Pick<Choice, 'item' | 'paths'>,
): Promise<TakenCopy> {
  const row = vault.row('certificates', item.id);
  const copy = chooseCopy(row);
  const token = copy?.token ?? row.token;
  const certificate = readCertificate(token);
  const isAsShown =
    item.kind === 'certificate' &&
    isSameContent(certificate, item.certificate) &&
    (isLinkable(item.copy) || !isLinkable(copy));
  if (!isAsShown) throw new TroubleError('NOTHING_READ', 'What would go is not what the person was shown.');
  const shown =
    certificate.format === 'dc+sd-jwt'
      ? await presentSdJwt({ sdJwt: token, reveal: revealPaths(token, paths) })
      : token;
  if (copy === undefined) return { key: keys, shown, row };
  const shownAt = now().toISOString();
  const copies = row.copies?.map((each) => (each === copy ? { ...copy, shownAt } : each));
  return { key: await openCopyKey(keys, copy.key), shown, row: { ...row, copies } };
}
