import { randomBytes } from 'node:crypto';
import {
  openSecured,
  presentSdJwt,
  publicKeyToJwk,
  sdJwtVcFromCredential,
  secureDocument,
} from '@eslabon/credentials';
import { nativeVerifySignature } from '@eslabon/credentials/native';
import type { Row } from '../main.js';
import { benchKey } from './bench-key.js';
import type { Material } from './material.js';
import { rateOperation } from './rate-operation.js';

const audience = 'https://border.example';
const nonce = 'n-0S6_WzA2Mj';

/** The certificate as SD-JWT VC: issued to a holder, presented with key binding, and both signatures verified. */
export async function measureSdJwtVc({ credential, data, key, now }: Material): Promise<Row[]> {
  const { signer, publicKey, bareSign, bareVerify } = key('ES256');
  const holder = benchKey('did:example:holder', 'ES256', data);
  const { claims, disclosable } = sdJwtVcFromCredential(credential);
  const bound = { ...claims, cnf: { jwk: publicKeyToJwk(holder.publicKey) } };
  const selective = { disclosable: [...disclosable, ['legalName']], random: randomBytes };
  const issue = () =>
    secureDocument(bound, { mediaType: 'application/dc+sd-jwt', signer, issuedAt: now, selective });
  const issued = await issue();
  const keyBinding = { audience, nonce, issuedAt: now, signer: holder.signer };
  const present = () => presentSdJwt({ sdJwt: issued, reveal: [['legalName']], keyBinding });
  const presented = await present();
  const open = () =>
    openSecured(presented, {
      keyFor: () => publicKey,
      now,
      keyBinding: { audience, nonce, now },
      verify: nativeVerifySignature,
    });
  const name = 'dc+sd-jwt ES256';
  return [
    await rateOperation({ name: `${name}.issue`, work: issue, bare: bareSign }),
    await rateOperation({ name: `${name}.present`, work: present, bare: holder.bareSign }),
    await rateOperation({ name: `${name}.verify, key binding`, work: open, bare: bareVerify }),
  ];
}
