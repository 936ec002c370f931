import { createECDH, randomBytes } from 'node:crypto';
import { keccak256 } from '../../packages/bundle/dist/index.js';

/**
 * Makes keys of validators (secp256k1), in ascending order of their addresses as the genesis block names them.
 * @returns [{ secret, publicKey, address }]: 32 bytes, 64 bytes and 20 bytes in hexadecimal; the address with 0x
 */
export function makeValidatorKeys(count) {
  return Array.from({ length: count }, () => randomBytes(32))
    .map(validatorOf)
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Public key and address of a secret key. */
function validatorOf(secret) {
  const pair = createECDH('secp256k1');
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey().subarray(1);
  const address = `0x${Buffer.from(keccak256(point)).subarray(12).toString('hex')}`;
  return { secret: secret.toString('hex'), publicKey: point.toString('hex'), address };
}
