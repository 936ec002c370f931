const original = new URL('./hash/keccak256.js?original', import.meta.resolve('@eslabon/bundle'));
const { keccak256: hash } = (await import(original.href)) as { keccak256: (data: Uint8Array) => Uint8Array };

/** What was hashed while somebody recorded. */
let inputs: Uint8Array[] | undefined;

/** Stands in for the bundle's own: see {@link proofCost}. */
export function keccak256(data: Uint8Array): Uint8Array {
  inputs?.push(data.slice());
  return hash(data);
}

/** Everything that is hashed during some work, each input once. */
export function recordKeccak(work: () => void): Uint8Array[] {
  const recorded: Uint8Array[] = [];
  inputs = recorded;
  try {
    work();
  } finally {
    inputs = undefined;
  }
  return [...new Map(recorded.map((input) => [Buffer.from(input).toString('latin1'), input])).values()];
}

/** The bundle's own, without a look at whether somebody records. */
export const plainKeccak256 = hash;
