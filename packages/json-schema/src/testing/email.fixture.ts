export const versions = [
  ['2020-12', 'https://json-schema.org/draft/2020-12/schema'],
  ['2019-09', 'https://json-schema.org/draft/2019-09/schema'],
  ['7', 'http://json-schema.org/draft-07/schema#'],
] as const;

export const schemaId = 'https://schemas.example/email.json';
export const schemaCredentialId = 'https://schemas.example/credentials/1';

type Members = Record<string, unknown>;

/** A schema of a credential about an e-mail address. `undefined` in the changes leaves a member out. */
export function emailSchema($schema: string = versions[0][1], changes: Members = {}): Members {
  return JSON.parse(
    JSON.stringify({
      $id: schemaId,
      $schema,
      name: 'EmailCredential',
      type: 'object',
      properties: {
        credentialSubject: {
          type: 'object',
          properties: { emailAddress: { type: 'string', format: 'email' } },
          required: ['emailAddress'],
        },
      },
      ...changes,
    }),
  );
}

/** The same as a credential. */
export function schemaCredential(
  jsonSchema: unknown = emailSchema(),
  changes: Members = {},
  subject: Members = {},
): Members {
  return JSON.parse(
    JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: schemaCredentialId,
      type: ['VerifiableCredential', 'JsonSchemaCredential'],
      issuer: 'https://schemas.example',
      credentialSchema: {
        id: 'https://www.w3.org/ns/credentials/json-schema/v2.json',
        type: 'JsonSchema',
        digestSRI: 'sha384-S57yQDg1MTzF56Oi9DbSQ14u7jBy0RDdx0YbeV7shwhCS88G8SCXeFq82PafhCrW',
      },
      credentialSubject: { id: schemaId, type: 'JsonSchema', jsonSchema, ...subject },
      ...changes,
    }),
  );
}

/** A credential that names a schema. */
export function emailCredential(
  credentialSchema: unknown,
  emailAddress: unknown = 'a@post.example',
): Members {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: 'https://issuer.example',
    credentialSubject: { emailAddress },
    credentialSchema,
  };
}
