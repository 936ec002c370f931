import type { Call } from '../submit/submitter.js';
import type { Instruction, SignDigest } from './instruction.js';

/** Has an instruction signed. The result is what a submitter carries. */
export async function signInstruction(instruction: Instruction, sign: SignDigest): Promise<Call> {
  return { to: instruction.to, data: instruction.encode(await sign(instruction.digest)) };
}
