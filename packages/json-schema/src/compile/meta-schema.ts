import type { ValidateFunction } from 'ajv';
import { Failed } from '../outcome.js';
import type { Draft } from './drafts.js';
import { drafts } from './drafts.js';
import { formats } from './formats.js';

const compiled = new Map<Draft['name'], ValidateFunction>();

/** @throws Failed when the schema is none by the meta-schema of its version. */
export function checkMetaSchema(schema: unknown, draft: Draft): void {
  const validate = metaSchemaOf(draft);
  if (validate(schema)) return;
  const [error] = validate.errors ?? [];
  throw new Failed(`The schema is none of ${draft.name}: ${error?.instancePath || 'it'} ${error?.message}.`);
}

/** Compiled once; the meta-schemas come with the library. */
function metaSchemaOf(draft: Draft): ValidateFunction {
  const known = compiled.get(draft.name);
  if (known !== undefined) return known;
  const [url] = Object.entries(drafts).find(([, other]) => other === draft) as [string, Draft];
  const validator = new draft.Validator({ strict: false, logger: false, formats: { ...formats } });
  const made = validator.getSchema(url) as ValidateFunction;
  compiled.set(draft.name, made);
  return made;
}
