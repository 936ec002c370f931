import type { SchemaFormat } from '@eslabon/json-schema';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Session } from '../../program/session.js';

export interface SchemaOptions {
  format: SchemaFormat;
  schema: string;
  credential: string;
  output: string;
}

/** The loader keeps the validator out of other commands, so the names are written out; a test compares them. */
export const formatNames = ['JsonSchema', 'JsonSchemaCredential'] as const satisfies readonly SchemaFormat[];

/** `eslabon conformance schema validate` */
export function defineSchema(parent: Command, session: Session): void {
  parent
    .command('schema')
    .summary('validate credentials against JSON Schemas')
    .description('Validate credentials against the JSON Schemas that they name.')
    .command('validate')
    .addOption(
      new Option('--format <format>', 'how the schema comes').choices(formatNames).makeOptionMandatory(),
    )
    .requiredOption('--schema <file>', 'the schema, or the credential about it')
    .requiredOption('--credential <file>', 'the credential to validate')
    .requiredOption('--output <file>', 'where to write the result, JSON')
    .summary('validate a credential against the schema that it names')
    .description('Validate a credential against the schema that it names. Nothing is fetched.')
    .addHelpText('after', help)
    .action(async (options: SchemaOptions) => {
      const { validateFiles } = await import('./validate-files.js');
      session.exitCode = await validateFiles(options, session);
    });
}

const help = `
Example:
  eslabon conformance schema validate --format JsonSchema --schema schema.json --credential credential.json --output result.json

The result is {"result": "success" | "failure" | "indeterminate"}.

Exit codes: 0 success, 1 failure or indeterminate, 2 could not run.`;
