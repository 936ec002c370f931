import { EslabonError } from '@eslabon/core';
import { validateCredential } from '@eslabon/json-schema';
import type { Session } from '../../program/session.js';
import { readInput } from '../read-input.js';
import { writeResult } from '../write-result.js';
import type { SchemaOptions } from './schema-command.js';

/**
 * Validates the credential in one file against the schema in another.
 * @returns the exit code: 0 success, 1 failure or indeterminate.
 * @throws EslabonError when it could not run: files and options.
 */
export async function validateFiles(options: SchemaOptions, session: Session): Promise<number> {
  const { format } = options;
  const schema = parse(await readInput(session.io, options.schema, 'schema file'), 'schema');
  const credential = parse(await readInput(session.io, options.credential, 'credential file'), 'credential');
  const { result, reasons } = validateCredential({ format, schema, credential });
  return writeResult(session, options.output, { result }, reasons);
}

function parse(bytes: Uint8Array, what: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new EslabonError('INPUT_INVALID', `The ${what} file is not JSON.`, { cause });
  }
}
