import type { Language } from '@eslabon/core';
import { Command, Option } from 'commander';
import { languages, resolveLanguage } from '../language/resolve-language.js';
import { paint } from '../output/paint.js';
import { nouns } from './nouns.js';
import type { Session } from './session.js';
import { version } from './version.js';

/**
 * The commander program for these arguments. Only the noun that they name is loaded; the others are there by
 * name and summary, so that help lists them and `verify` starts without their code.
 */
export async function createProgram(argv: readonly string[], session: Session): Promise<Command> {
  const { io } = session;
  const program = new Command('eslabon')
    .description(
      'Recognise AEO certificates between customs administrations, with proof and without a network.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addOption(
      new Option('--lang <language>', 'language of results (default: from LC_ALL or LANG, else en)').choices(
        languages,
      ),
    )
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns,
      getErrHelpWidth: () => io.stderr.columns,
      outputError: (text, write) =>
        write(text.replace(/^error:/, paint(io, io.stderr, 'error INPUT_INVALID:', 'red', 'bold'))),
    })
    .showHelpAfterError('  hint: add --help to see how the command is used')
    .hook('preAction', () => {
      session.language = resolveLanguage(program.opts<{ lang?: Language }>().lang, io.env);
    });

  const asked = argv.find((argument) => nouns.some((noun) => noun.name === argument));
  for (const noun of nouns) {
    if (noun.name === asked) (await noun.load())(program, session);
    else program.command(noun.name).summary(noun.summary);
  }
  return program.addHelpText('after', examples);
}

const examples = `
Examples:
  eslabon verify certificate.jwt --bundle pe.eslabon --as MX
  eslabon bundle inspect pe.eslabon --as MX
  eslabon status revoke --help

Exit codes: 0 yes, 1 no, 2 could not run. Results go to standard output, messages to standard error.
An agent's address and key may also come from ESLABON_AGENT and ESLABON_KEY.`;
