import { shown } from '@eslabon/core';
import { isRecord } from './is-record.js';
import { Failed } from './outcome.js';

export const schemaFormats = ['JsonSchema', 'JsonSchemaCredential'] as const;

export type SchemaFormat = (typeof schemaFormats)[number];

type Members = Record<string, unknown>;

/** The schema that every JsonSchemaCredential follows (VC JSON Schema §2.2), under its present and its former name. */
const schemaOfSchemas = [
  'https://www.w3.org/ns/credentials/json-schema/v2.json',
  'https://www.w3.org/2022/credentials/v2/json-schema-credential-schema.json',
];

/** Digest of that schema. */
const itsDigest = 'sha384-S57yQDg1MTzF56Oi9DbSQ14u7jBy0RDdx0YbeV7shwhCS88G8SCXeFq82PafhCrW';

/**
 * The JSON Schema that a credential names: it must be the one that was handed over, in the format that it says.
 * @throws Failed naming the rule that is broken (VC JSON Schema §2.1, §2.2, §3.1).
 */
export function schemaIn(format: SchemaFormat, schema: unknown, credential: Members): Members {
  if (!isRecord(schema)) throw new Failed('The schema is not a JSON object.');
  if (format === 'JsonSchema') {
    requireId(schema);
    requireNamed(credential, schema.$id, format);
    return schema;
  }
  requireNamed(credential, schema.id, format);
  return schemaOfCredential(schema);
}

function requireId({ $id }: Members): void {
  if (typeof $id !== 'string') throw new Failed('The schema has no $id.');
  if (!URL.canParse($id)) throw new Failed(`The $id “${$id.slice(0, 80)}” of the schema is no URL.`);
}

/** One entry of `credentialSchema` must be of the format and have the identifier. */
function requireNamed({ credentialSchema }: Members, id: unknown, format: SchemaFormat): void {
  const entries = [credentialSchema].flat().filter(isRecord);
  if (entries.length === 0) throw new Failed('The credential names no schema (credentialSchema).');
  const named = entries.filter((entry) => typeof id === 'string' && entry.id === id);
  if (named.length === 0) throw new Failed(`The credential does not name the schema ${shown(id, 120)}.`);
  if (!named.some(({ type }) => type === format)) {
    throw new Failed(`The credential names the schema as ${shown(named[0]?.type, 60)}, not as ${format}.`);
  }
}

function schemaOfCredential({ type, credentialSchema, credentialSubject }: Members): Members {
  const types: unknown[] = [type].flat();
  if (!types.includes('VerifiableCredential') || !types.includes('JsonSchemaCredential')) {
    throw new Failed('What is named is not a JsonSchemaCredential.');
  }
  const own = isRecord(credentialSchema) ? credentialSchema : {};
  if (own.type !== 'JsonSchema' || !schemaOfSchemas.includes(own.id as string)) {
    throw new Failed(`The credentialSchema of a JsonSchemaCredential is ${schemaOfSchemas[0]}.`);
  }
  if (own.digestSRI !== undefined && own.digestSRI !== itsDigest) {
    throw new Failed('The digest of the schema of schema credentials is another (digestSRI).');
  }
  if (!isRecord(credentialSubject) || credentialSubject.type !== 'JsonSchema') {
    throw new Failed('The subject of a JsonSchemaCredential is of the type JsonSchema.');
  }
  const { id, jsonSchema } = credentialSubject;
  if (!isRecord(jsonSchema)) throw new Failed('A JsonSchemaCredential has a schema in jsonSchema.');
  requireId(jsonSchema);
  if (id !== undefined && id !== jsonSchema.$id)
    throw new Failed('The $id of the schema is not that of the subject.');
  return jsonSchema;
}
