import type { AeoCredential, Did } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { createVcJwt } from '@eslabon/credentials';
import type { IAgentContext, IAgentPlugin, ICredentialIssuer, IPluginMethodMap } from '@veramo/core';
import type { AgentKeys } from '../keys/agent-keys.js';
import { findControllerKey } from '../keys/find-controller-key.js';
import { findKey } from '../keys/find-key.js';
import { jwsAlgorithms } from '../keys/jws-algorithm.js';
import { aeoCredentialIssuerSchema } from './aeo-credential-issuer-schema.js';
import { checkedCredential } from './checked-credential.js';
import { toVcdm11 } from './to-vcdm11.js';

export interface AeoCreateVcJwtArgs {
  credential: AeoCredential;
  /** Name of the signing key in the key store; the JWT names it `<did>#<fragment>`. */
  kid: string;
  /** Unix seconds. */
  issuedAt: number;
}

export interface AeoCreateVc11JwtArgs {
  credential: AeoCredential;
  /** Unix seconds. */
  issuedAt: number;
}

/** Methods that the plug-in adds to the kernel. The names are its own: Veramo's credential methods rewrite their input. */
export interface AeoCredentialMethods extends IPluginMethodMap {
  /**
   * Secures an AEO credential (VCDM 2.0) as a compact JWT (VC-JOSE-COSE §3.1).
   * @throws EslabonError CREDENTIAL_SCHEMA, CREDENTIAL_MALFORMED when the issuer is another, KEY_NOT_FOUND,
   * CREDENTIAL_SIGNATURE
   */
  aeoCreateVcJwt(args: AeoCreateVcJwtArgs): Promise<string>;
  /**
   * Secures the same certificate as a compact VCDM 1.1 JWT, ES256K by the controller key, which every stock Veramo
   * agent resolves and verifies.
   * @throws EslabonError CREDENTIAL_SCHEMA, CREDENTIAL_MALFORMED when the issuer is another, KEY_NOT_FOUND,
   * CREDENTIAL_SIGNATURE
   */
  aeoCreateVc11Jwt(
    args: AeoCreateVc11JwtArgs,
    context: IAgentContext<Pick<ICredentialIssuer, 'createVerifiableCredential'>>,
  ): Promise<string>;
}

/** Veramo plug-in that issues AEO credentials of one authority through the key port. */
export class AeoCredentialIssuer implements IAgentPlugin {
  readonly methods: AeoCredentialMethods;
  readonly schema = aeoCredentialIssuerSchema;

  constructor({ did, keys }: { did: Did; keys: AgentKeys }) {
    this.methods = {
      aeoCreateVcJwt: async (args) => {
        const { kid, fragment, type } = findKey(keys, args.kid);
        return createVcJwt({
          credential: args.credential,
          kid: `${did}#${fragment}`,
          algorithm: jwsAlgorithms[type],
          issuedAt: args.issuedAt,
          sign: (data) => keys.sign(kid, data),
        });
      },

      aeoCreateVc11Jwt: async (args, context) => {
        const credential = toVcdm11(checkedCredential(args.credential, did));
        const controller = findControllerKey(keys);
        const { proof } = await context.agent.createVerifiableCredential({
          // `nbf` holds the start of validity, so the instant of issuance needs a claim of its own.
          credential: { ...credential, iat: args.issuedAt },
          proofFormat: 'jwt',
          keyRef: controller.kid,
          header: { kid: `${did}#${controller.fragment}` },
        });
        if (typeof proof.jwt !== 'string') {
          throw new EslabonError('INTERNAL', 'Veramo answered a credential without a JWT.');
        }
        return proof.jwt;
      },
    };
  }
}
