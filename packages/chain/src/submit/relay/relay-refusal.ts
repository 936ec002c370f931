/** Why the RelayHub did not carry a transaction: the codes of `BadTransactionSent`, in their order. */
export const relayReasons = [
  'MaxBlockGasLimit',
  'BadOriginalSender',
  'BadNonce',
  'NotEnoughGas',
  'IsNotContract',
  'EmptyCode',
  'InvalidSignature',
  'InvalidDestination',
  'OK',
] as const;

type RelayReason = (typeof relayReasons)[number];

const gasRule =
  'The relay needs 105 gas for each byte of the data, 300,000 and the gas limit, within what the node may use in one block.';

const sentences: Readonly<Record<RelayReason, readonly [sentence: string, ...hints: string[]]>> = {
  MaxBlockGasLimit: ['The gas limit is above what a block may hold.', gasRule],
  BadOriginalSender: [
    'The hub takes another account for the sender.',
    'Sign without a chain id (v 27 or 28).',
  ],
  BadNonce: ['The nonce is not the next one.', 'Submit again: the nonce is asked for anew.'],
  NotEnoughGas: ['The gas does not suffice, or is more than the node may still use in this block.', gasRule],
  IsNotContract: [
    'There is no contract at the address that was called.',
    'Check the deployment and the chain.',
  ],
  EmptyCode: ['There was no code to deploy.'],
  InvalidSignature: ['The signature is not valid.', 'Sign with low s and without a chain id (v 27 or 28).'],
  InvalidDestination: ['The hub does not carry calls to this address.'],
  OK: ['The hub refused without a reason.', 'Submit again; if it comes back, tell the operator of the node.'],
};

/** What a refusal means, in a sentence, and what to do. */
export function explainRefusal(reason: string): { sentence: string; hints: readonly string[] } {
  const [sentence, ...hints] = sentences[reason as RelayReason] ?? [`It said “${reason.slice(0, 200)}”.`];
  return { sentence, hints };
}

/** The name of a code of `BadTransactionSent`. */
export function reasonOf(code: number): string {
  return relayReasons[code] ?? `Code${code}`;
}
