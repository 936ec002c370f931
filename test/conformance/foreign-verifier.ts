import { createMethodResolver, type JsonObject } from '@eslabon/data-integrity';
import type { VerifierPorts } from '@eslabon/exchange';
import type { World } from './world.js';

/** A verifier with HTTP alone: DIDs by the resolution endpoint, status by the lists. No chain, no database. */
export function foreignVerifier(world: World): VerifierPorts {
  const resolve = async (did: string): Promise<JsonObject> => {
    const { json } = await world.get(`/1.0/identifiers/${did}`, { accept: 'application/did+ld+json' });
    return { ...json, verificationMethod: (json.verificationMethod as JsonObject[]).map(asJwk) };
  };
  return {
    resolveVerificationMethod: createMethodResolver(resolve),
    fetchStatusList: async (url) => (await world.get(url, { accept: 'application/vc+jwt' })).text,
    now: () => new Date(),
  };
}

/** What a verifier of another make has to do with the keys of did:ethr, which are published in hexadecimal. */
function asJwk(method: JsonObject): JsonObject {
  const { id, type, controller, publicKeyHex } = method;
  const hex = String(publicKeyHex ?? '');
  if (type !== 'P256' && type !== 'Ed25519VerificationKey2018') return method;
  const header = type === 'P256' ? [0x80, 0x24] : [0xed, 0x01];
  const publicKeyMultibase = `z${base58(Buffer.from([...header, ...Buffer.from(hex, 'hex')]))}`;
  return { id, type: 'Multikey', controller, publicKeyMultibase };
}

function base58(bytes: Uint8Array): string {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; value > 0n; value /= 58n) text = `${alphabet[Number(value % 58n)]}${text}`;
  return text;
}
