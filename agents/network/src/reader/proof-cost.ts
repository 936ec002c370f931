import { registerHooks } from 'node:module';
import { medians } from './median.js';
import { readTask } from './read-task.js';

/** What reading a bundle takes, and what of it no reader can spare itself. */
export interface ProofCost {
  /** Warm medians, in milliseconds. */
  openMs: number;
  unavoidableMs: number;
  /** Distinct inputs of keccak-256 and their bytes; signatures. */
  hashes: number;
  hashedBytes: number;
  signatures: number;
}

/** Where the bundle's code imports its keccak-256, it gets one that can record. */
const recorder = new URL('./recorded-keccak.js', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return resolved.url.endsWith('/hash/keccak256.js') ? { ...resolved, url: recorder } : resolved;
  },
});
const { openBundle, parseTrustAnchor, recoverSigner } = await import('@eslabon/bundle');
const { verifySignature } = await import('@eslabon/credentials');
const { plainKeccak256, recordKeccak } = await import('./recorded-keccak.js');

const { file, trust: json, attestor, now } = readTask();
const trust = parseTrustAnchor(json);
const open = (): void => void openBundle(file, trust, { attestor, now });

const signatures: (() => void)[] = [];
const recordSignatures = (): void => {
  openBundle(file, trust, {
    ...{ attestor, now },
    recoverSigner(...seal) {
      signatures.push(() => void recoverSigner(...seal));
      return recoverSigner(...seal);
    },
    verifySignature(...signed) {
      signatures.push(() => void verifySignature(...signed));
      return verifySignature(...signed);
    },
  });
};
const inputs = recordKeccak(recordSignatures);
const unavoidable = (): void => {
  for (const input of inputs) plainKeccak256(input);
  for (const check of signatures) check();
};

// Until the compiler has done its work.
medians(20, { open, unavoidable });
const times = medians(21, { open, unavoidable });
const cost: ProofCost = {
  openMs: times.open,
  unavoidableMs: times.unavoidable,
  hashes: inputs.length,
  hashedBytes: inputs.reduce((sum, input) => sum + input.length, 0),
  signatures: signatures.length,
};
process.stdout.write(JSON.stringify(cost));
