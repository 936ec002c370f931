import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** Versions of JSON Schema that are supported, by their `$schema` (VC JSON Schema §3). */
export const drafts = {
  'https://json-schema.org/draft/2020-12/schema': { name: '2020-12', Validator: Ajv2020 },
  'https://json-schema.org/draft/2019-09/schema': { name: '2019-09', Validator: Ajv2019 },
  'http://json-schema.org/draft-07/schema': { name: 'draft-07', Validator: Ajv },
} as const;

export type Draft = (typeof drafts)[keyof typeof drafts];

/** The version that a `$schema` names: an empty fragment does not count, and draft 7 is also written with https. */
export function draftOf($schema: string): Draft | undefined {
  const name = $schema.replace(/#$/, '').replace(/^https(:\/\/json-schema\.org\/draft-07\/)/, 'http$1');
  return Object.hasOwn(drafts, name) ? drafts[name as keyof typeof drafts] : undefined;
}
