/** The custom error of the contracts with which a model refuses an order. */
export class Refusal extends Error {
  readonly error: string;

  constructor(error: string) {
    super(error);
    this.error = error;
  }
}

/** Refuses the order unless the condition holds. */
export function ensure(condition: boolean, error: string): asserts condition {
  if (!condition) throw new Refusal(error);
}
