import { toHex } from '../bytes/hex.js';
import type { BundleContent } from '../format/bundle-content.js';
import { blockHash } from '../header/block-hash.js';
import { decodeHeader } from '../header/decode-header.js';
import type { SignerRecovery } from '../header/seals/recover-signer.js';
import { recoverSigner } from '../header/seals/recover-signer.js';
import type { Checkpoint, SealTrust, TrustAnchor } from '../trust/trust-anchor.js';
import type { SealPlan } from './seal-header.js';
import { sealHeader } from './seal-header.js';
import { trust } from './synthetic-bundle.js';

const day = 86_400;

/** The block that a plan seals, as a reader is given it out of band. */
export function checkpointOf(plan: SealPlan): Checkpoint {
  const header = decodeHeader(sealHeader({ ...plan, signers: [] }));
  return {
    number: header.number,
    hash: blockHash(plan.protocol, header),
    timestamp: header.timestamp,
    validators: plan.declared.map(({ address }) => address),
  };
}

/** An anchor of a post that follows the validators from a checkpoint on, for 14 days unless told, and takes nobody's word. */
export function sealedTrust(
  checkpoint: Checkpoint,
  seals: Partial<SealTrust> = {},
  consensus: TrustAnchor['consensus'] = [{ fromBlock: 0, protocol: 'qbft' }],
): TrustAnchor {
  return {
    ...trust,
    consensus,
    attestors: [],
    seals: { checkpoint, trustingPeriod: 14 * day, ...seals },
  };
}

/** The content with a header of the same state that validators sealed, and the headers on the way to it. */
export function sealedContent(content: BundleContent, last: SealPlan, hops: SealPlan[] = []): BundleContent {
  const { stateRoot } = decodeHeader(content.header);
  return {
    ...content,
    header: sealHeader({ ...last, fields: { stateRoot, ...last.fields } }),
    trust: { mode: 'sealed', hops: hops.map(sealHeader) },
  };
}

/** The real recovery, which remembers its answers: loops over thousands of mutants ask the same again. */
export function rememberingRecovery(): SignerRecovery {
  const answers = new Map<string, ReturnType<SignerRecovery>>();
  return (hash, seal) => {
    const question = `${toHex(hash)}${toHex(seal)}`;
    if (!answers.has(question)) answers.set(question, recoverSigner(hash, seal));
    return answers.get(question);
  };
}
