import { aeoCredentialSchema, aeoSchemaId } from '@eslabon/core';
import { z } from 'zod';

/**
 * The JSON Schema (draft 2020-12) that `credentialSchema` of a certificate points to, made from the schema that we
 * validate with, so that the two cannot differ.
 */
export const aeoCertificateJsonSchema: Readonly<Record<string, unknown>> = {
  ...z.toJSONSchema(aeoCredentialSchema, { target: 'draft-2020-12', io: 'input' }),
  $id: aeoSchemaId,
  title: 'AEO certificate as a Verifiable Credential',
};
