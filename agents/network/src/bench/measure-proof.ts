import { askReader, type ReaderTask } from '../reader/ask-reader.js';
import type { ProofCost } from '../reader/proof-cost.js';
import type { Row } from './main.js';

/**
 * Reading a bundle against the keccak-256 and signature work in it that nobody can spare: the same primitives on the
 * same inputs, each once, and nothing else.
 */
export async function measureProof(name: string, task: ReaderTask): Promise<Row[]> {
  const cost = await askReader<ProofCost>('proof-cost', task);
  return [
    { name: `${name}.read`, value: cost.openMs, unit: 'ms' },
    { name: `${name}.read, primitives alone`, value: cost.unavoidableMs, unit: 'ms' },
    { name: `${name}.read over these`, value: cost.openMs / cost.unavoidableMs, unit: '×', goal: '≤ 3' },
    { name: `${name}.read, hashes`, value: cost.hashes, unit: '' },
    { name: `${name}.read, bytes hashed`, value: cost.hashedBytes, unit: 'B' },
    { name: `${name}.read, signatures`, value: cost.signatures, unit: '' },
  ];
}
