import { aeoCredentialSchema } from '@eslabon/core';
import type { IAgentPluginSchema } from '@veramo/core';

const { $schema: _draft, ...credential } = aeoCredentialSchema.toJSONSchema({
  target: 'draft-07',
  io: 'input',
});
const issuedAt = { type: 'integer', minimum: 0, description: 'Instant of issuance in Unix seconds' };

/** What Veramo's schema tools are told about the plug-in; the credential comes from the schema that validates it. */
export const aeoCredentialIssuerSchema: IAgentPluginSchema = {
  components: {
    schemas: {
      AeoCredential: credential,
      AeoCreateVcJwtArgs: {
        type: 'object',
        properties: {
          credential: { $ref: '#/components/schemas/AeoCredential' },
          kid: { type: 'string', description: 'Name of the signing key in the key store' },
          issuedAt,
        },
        required: ['credential', 'kid', 'issuedAt'],
        additionalProperties: false,
      },
      AeoCreateVc11JwtArgs: {
        type: 'object',
        properties: { credential: { $ref: '#/components/schemas/AeoCredential' }, issuedAt },
        required: ['credential', 'issuedAt'],
        additionalProperties: false,
      },
    },
    methods: {
      aeoCreateVcJwt: {
        description: 'Secures an AEO credential (VCDM 2.0) as a JWT by VC-JOSE-COSE',
        arguments: { $ref: '#/components/schemas/AeoCreateVcJwtArgs' },
        returnType: { type: 'string' },
      },
      aeoCreateVc11Jwt: {
        description: 'Secures the same certificate as a VCDM 1.1 JWT for partners with stock Veramo',
        arguments: { $ref: '#/components/schemas/AeoCreateVc11JwtArgs' },
        returnType: { type: 'string' },
      },
    },
  },
};
