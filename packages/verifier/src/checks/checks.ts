import { arrangementCheck } from './arrangement.js';
import { bundleCheck } from './bundle.js';
import type { Check } from './check.js';
import { datesCheck } from './dates.js';
import { delegationCheck } from './delegation.js';
import { formatCheck } from './format.js';
import { freshnessCheck } from './freshness.js';
import { holderCheck } from './holder.js';
import { issuerCheck } from './issuer.js';
import { keyCheck } from './key.js';
import { signatureCheck } from './signature.js';
import { statusCheck } from './status.js';

/** Every check, in the order in which they run: a later one may look at the answers of the earlier. */
export const checks: readonly Check[] = [
  bundleCheck,
  formatCheck,
  issuerCheck,
  keyCheck,
  signatureCheck,
  datesCheck,
  statusCheck,
  arrangementCheck,
  freshnessCheck,
  holderCheck,
  delegationCheck,
];
