import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrustAnchor } from '@eslabon/bundle';
import { at, equipBorderPost, printedCode } from '../../../../packages/cli/src/testing/border-post.js';
import { inTemporaryFolder } from '../../../../packages/cli/src/testing/temporary-folder.js';

/** What a Mexican post has on its desk: a bundle, its trust anchor, and Peruvian certificates. */
export interface Desk {
  bundle: Uint8Array;
  anchorText: string;
  anchor: TrustAnchor;
  tokens: Record<'active' | 'suspended' | 'revoked' | 'altered', string>;
  /** Codes on printed certificates. */
  printed: Record<'active' | 'suspended', string>;
  /** Ten minutes after the block of the bundle, in milliseconds. */
  at: number;
}

export function equipDesk(): Promise<Desk> {
  return inTemporaryFolder(async (folder) => {
    await equipBorderPost(folder);
    const text = (name: string) => readFile(join(folder, name), 'utf8');
    const anchorText = await text('trust.json');
    return {
      bundle: new Uint8Array(await readFile(join(folder, 'pe.eslabon'))),
      anchorText,
      anchor: JSON.parse(anchorText),
      tokens: {
        active: await text('active.jwt'),
        suspended: await text('suspended.jwt'),
        revoked: await text('revoked.jwt'),
        altered: await text('altered.jwt'),
      },
      printed: { active: await printedCode('active'), suspended: await printedCode('suspended') },
      at: Date.parse(at),
    };
  });
}
