import { checkBounds } from './bounds/check-bounds.js';
import { compileSchema } from './compile/compile-schema.js';
import { draftOf } from './compile/drafts.js';
import { isRecord } from './is-record.js';
import { maxCredentialValues, maxSchemaValues } from './limits.js';
import type { SchemaOutcome } from './outcome.js';
import { Failed, Undecided } from './outcome.js';
import type { SchemaFormat } from './schema-in.js';
import { schemaIn } from './schema-in.js';

export interface ValidateCredentialOptions {
  /** How the schema comes: as it is, or as a credential about it. */
  format: SchemaFormat;
  /** The schema, or the JsonSchemaCredential, as parsed. Whether that credential is genuine is for others to say. */
  schema: unknown;
  /** The credential as parsed. */
  credential: unknown;
}

/**
 * Validates a credential against the schema that it names (VC JSON Schema §2, §4). Drafts 2020-12, 2019-09 and 7;
 * nothing is fetched. Bounded whatever schema and credential hold; never throws.
 */
export function validateCredential({ format, schema, credential }: ValidateCredentialOptions): SchemaOutcome {
  try {
    checkBounds(schema, maxSchemaValues, 'schema');
    checkBounds(credential, maxCredentialValues, 'credential');
    if (!isRecord(credential)) throw new Failed('The credential is not a JSON object.');
    const jsonSchema = schemaIn(format, schema, credential);
    const { $schema } = jsonSchema;
    if (typeof $schema !== 'string') throw new Failed('The schema does not name its version ($schema).');
    const draft = draftOf($schema);
    if (draft === undefined) {
      throw new Undecided(`The version “${$schema.slice(0, 80)}” of JSON Schema is not supported.`);
    }
    const reasons = compileSchema(jsonSchema, draft)(credential);
    return { result: reasons.length === 0 ? 'success' : 'failure', reasons };
  } catch (error) {
    if (error instanceof Failed) return { result: 'failure', reasons: [error.message] };
    if (error instanceof Undecided) return { result: 'indeterminate', reasons: [error.message] };
    throw error;
  }
}
