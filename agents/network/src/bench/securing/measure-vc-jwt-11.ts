import { parseSecured } from '@eslabon/credentials';
import { nativeVerifySignature } from '@eslabon/credentials/native';
import type { Row } from '../main.js';
import type { Material } from './material.js';
import { rateOperation } from './rate-operation.js';

/** The VCDM 1.1 JWT for stock Veramo partners, which the agent's Veramo kernel signs with its controller key. */
export async function measureVcJwt11({ credential, data, issuer, now }: Material): Promise<Row[]> {
  const { kernel, keys } = issuer.parts;
  const controller = keys.key('controller');
  const publicKey = { algorithm: 'ES256K', bytes: controller.publicKey } as const;
  const signature = controller.sign(data);
  const issue = () => kernel.aeoCreateVc11Jwt({ credential, issuedAt: now });
  const token = await issue();
  const verify = () => {
    const parsed = parseSecured(token);
    const genuine = nativeVerifySignature(publicKey, parsed.signingInput, parsed.signature);
    if (!genuine) throw new Error('The VCDM 1.1 JWT is not verified.');
  };
  const name = 'vc 1.1 JWT ES256K';
  const [bareSign, bareVerify] = [
    () => controller.sign(data),
    () => nativeVerifySignature(publicKey, data, signature),
  ];
  return [
    await rateOperation({ name: `${name}.issue`, work: issue, bare: bareSign }),
    await rateOperation({ name: `${name}.verify`, work: verify, bare: bareVerify }),
  ];
}
