import { delegationType, EslabonError } from '@eslabon/core';

/** True for the claims of a token that says it is a delegation, whatever else it says. */
export function isDelegation({ type }: Record<string, unknown>): boolean {
  return [type].flat().includes(delegationType);
}

/** The refusal of a delegation that is not the one credential of a `vp+jwt`: only its delegate's presentation counts. */
export function notPresented(where: string): EslabonError {
  return new EslabonError('DELEGATION_NOT_PRESENTED', `A delegation counts for nothing ${where}.`, {
    hints: [
      'The delegate’s wallet presents it: a vp+jwt with the delegation alone, signed by the delegate’s key.',
    ],
  });
}
