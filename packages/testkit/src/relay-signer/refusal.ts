/** What a RelaySigner answers as a JSON-RPC error. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** JSON-RPC errors for the hub's codes, for RelaySigners that try a transaction before they send it. */
export const hubRefusals: Readonly<Record<number, [code: number, message: string]>> = {
  0: [-32005, 'transaction gas limit exceeds block gas limit'],
  1: [-32002, 'Invalid Signature'],
  2: [-32006, 'Incorrect Nonce'],
  3: [-32003, 'Intrinsic gas exceeds gas limit'],
  4: [-32004, 'Recepient is not a contract'],
  5: [-32001, "Empty code can't be deployed"],
  6: [-32002, 'Invalid Signature'],
  7: [-32007, 'Invalid recipient smart contract'],
};
