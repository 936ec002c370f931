/** Fewest validators that withstand a dishonest one among them. */
export const byzantineMinimum = 4;

/** Fewest of `validators` that must seal a block: two thirds, rounded up. */
export function quorumOf(validators: number): number {
  return Math.ceil((2 * validators) / 3);
}

/**
 * How many of a trusted set must have signed a header to be sure that an honest one did: one more than the traitors
 * that the set survives.
 */
export function vouchersNeeded(trusted: number): number {
  return Math.floor((trusted - 1) / 3) + 1;
}
