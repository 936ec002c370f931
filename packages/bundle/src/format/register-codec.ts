import type { Codec } from '../codec/codec.js';
import { compareText, firstDifference } from '../codec/compare-text.js';
import { country, text } from '../codec/scalars.js';
import { row, sorted } from '../codec/structures.js';
import type { RegisterEntry } from './bundle-content.js';
import { maxRegisterEntries } from './limits.js';

/** UTF-16 units of a credential: the limit that parsing has, too. */
const maxCredential = 65_536;

const entry = row<RegisterEntry>({ country, tin: text(64), credential: text(maxCredential) });

/** The partner register by country, tax number and credential: a company may hold several. */
export const registerCodec: Codec<RegisterEntry[]> = sorted(
  entry,
  (a, b) =>
    firstDifference(
      compareText(a.country, b.country),
      compareText(a.tin, b.tin),
      compareText(a.credential, b.credential),
    ),
  maxRegisterEntries,
);
