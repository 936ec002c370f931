import { CommanderError } from 'commander';
import type { Io } from './io/io.js';
import { resolveLanguage } from './language/resolve-language.js';
import { printError } from './output/print-error.js';
import { createProgram } from './program/create-program.js';
import { secretsOf } from './program/secrets-of.js';
import type { Session } from './program/session.js';

/**
 * Runs one command.
 * @param argv Arguments after the name of the program.
 * @returns The exit code: 0 yes or done, 1 no, 2 could not run. Never throws; what went wrong is on `io.stderr`.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const session: Session = { io, language: resolveLanguage(undefined, io.env), exitCode: 0 };
  try {
    const program = await createProgram(argv, session);
    await program.parseAsync([...argv], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    // Commander has already written the help or the message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    printError(io, error, secretsOf(argv, io.env));
    return 2;
  }
}
