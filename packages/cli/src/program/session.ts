import type { Language } from '@eslabon/core';
import type { Io } from '../io/io.js';

/** What one run of the command line works with. */
export interface Session {
  readonly io: Io;
  /** Language of results; set before a command runs. */
  language: Language;
  /** What the command answered; the process exits with it. */
  exitCode: number;
}
