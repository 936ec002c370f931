import type { Deployment } from '@eslabon/bundle';
import type { Hex } from '@eslabon/core';
import { accede } from '../../instructions/accede.js';
import { approve } from '../../instructions/approve.js';
import { attestKeys } from '../../instructions/attest-keys.js';
import type { Instruction, InstructionParameters } from '../../instructions/instruction.js';
import { propose } from '../../instructions/propose.js';
import { resume } from '../../instructions/resume.js';
import { setStatus } from '../../instructions/set-status.js';
import { suspend } from '../../instructions/suspend.js';
import { withdraw } from '../../instructions/withdraw.js';
import type { Call } from '../../submit/submitter.js';
import type { DidModel } from './did-model.js';
import { encodeDidAction } from './encode-did-action.js';
import type { Envelope, Order, RegistryAction } from './order.js';

const curveOrder = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n;

/** The signed call that an order stands for. The nonces of ERC-1056 are taken from the model. */
export async function encodeOrder(deployment: Deployment, did: DidModel, order: Order): Promise<Call> {
  if (!('envelope' in order)) return encodeDidAction(deployment, did, order.action);
  const { envelope, action } = order;
  const { authority, nonce, deadline, chainId } = envelope;
  const common = { deployment: { ...deployment, chainId }, authority, nonce, deadline };
  const { to, digest, encode } = instructionOf(common, action);
  const signature = await envelope.signer.signDigest(digest);
  const spoilt = spoil(signature, envelope);
  return { to, data: encode(signature).replace(signature.slice(2), spoilt.slice(2)) as Hex };
}

function instructionOf(common: InstructionParameters, action: RegistryAction): Instruction {
  switch (action.kind) {
    case 'setStatus':
      return setStatus({ ...common, ...action });
    case 'approve':
      return approve({ ...common, ...action });
    case 'attestKeys':
      return attestKeys({ ...common, ...action });
    case 'propose':
      return propose({ ...common, ...action });
    case 'accede':
      return accede({ ...common, ...action });
    case 'withdraw':
      return withdraw({ ...common, ...action });
    case 'suspend':
      return suspend({ ...common, ...action });
    case 'resume':
      return resume({ ...common, ...action });
  }
}

/** The client refuses to send such signatures, so they are put in afterwards. */
function spoil(signature: Hex, { signature: how }: Envelope): Hex {
  const [r, s, v] = [signature.slice(0, 66), signature.slice(66, 130), signature.slice(130)];
  switch (how) {
    case 'good':
      return signature;
    case 'malformed':
      return `${r}${s}1d` as Hex;
    case 'high-s': {
      const other = (curveOrder - BigInt(`0x${s}`)).toString(16).padStart(64, '0');
      return `${r}${other}${v === '1b' ? '1c' : '1b'}` as Hex;
    }
  }
}
