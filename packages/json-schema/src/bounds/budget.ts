import { maxPatternSteps, maxReferenceSteps } from '../limits.js';
import { Undecided } from '../outcome.js';

/**
 * The work that one validation may take. Without it a schema of a kilobyte could keep a machine busy for years: forty
 * definitions that each refer twice to the next are a trillion evaluations.
 */
export class Budget {
  #references = maxReferenceSteps;
  #patterns = maxPatternSteps;

  reference(steps: number): void {
    this.#references -= steps;
    if (this.#references < 0) throw new Undecided('The schema refers to itself more often than is followed.');
  }

  pattern(steps: number): void {
    this.#patterns -= steps;
    if (this.#patterns < 0) throw new Undecided('The patterns of the schema take more work than is done.');
  }
}
