import { parseAbi } from 'viem';

/** What LACChain's PermissionedMetaTxHub reverts with when it does not carry, or when the call it carried reverted. */
export const hubErrorsAbi = parseAbi([
  'error CallFailed(bytes returnData)',
  'error CallerNotAllowed()',
  'error UnexpectedCaller()',
  'error DeadlineExpired()',
  'error DataMismatch()',
  'error DigestUsed()',
  'error NonceUsed()',
  'error BadMsgValue()',
  'error CreateFailed()',
  'error BlockGasQuotaExceeded()',
  'error InvalidSignature()',
  'error DeployGasExceeded()',
  'error DeployPerBlockExceeded()',
  'error DeployTimeWindowGasExceeded()',
  'error DeployerNotAllowed()',
]);

const hints: Readonly<Record<string, string>> = {
  CallerNotAllowed: 'Ask the owner of the hub to admit the carrying account as caller.',
  UnexpectedCaller: 'Only the account that carries may submit what it signed.',
  DeadlineExpired: 'Submit again; if it comes back, correct the clock of this machine.',
  NonceUsed:
    'It was carried out before, or its nonce was cancelled: submit again if the chain does not show it.',
  DigestUsed: 'It was carried out before.',
  BlockGasQuotaExceeded: 'Submit again in the next block, or ask the owner of the hub for a larger quota.',
  DeployGasExceeded: 'The hub gives a creation 5,000,000 gas at the most.',
  DeployPerBlockExceeded: 'Deploy again in the next block.',
  DeployTimeWindowGasExceeded: 'Deploy again later, or ask the owner of the hub for a larger quota.',
  DeployerNotAllowed: 'Ask the owner of the hub to admit the carrying account as deployer.',
};

/** What to do about a refusal of the hub, by the name of its error. */
export function hubHints(name: string): string[] {
  return hints[name] === undefined ? [] : [hints[name]];
}
