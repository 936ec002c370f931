import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import type { AgentContext, Kms } from '@credo-ts/core';
import { concatKdf } from './concat-kdf.js';

type PublicJwk = Kms.KmsJwkPublicEc & { crv: 'P-256' };
type Encryption = { algorithm: string; iv?: Uint8Array; aad?: Uint8Array };

const contentKeyBytes: Record<string, number> = { A128GCM: 16, A256GCM: 32 };

/**
 * Keys of a Credo agent, on P-256 of node:crypto: ES256, and ECDH-ES with AES-GCM for encrypted responses. Everything else
 * is said not to be supported, so that Credo offers and accepts nothing else.
 */
export class MemoryKeys implements Kms.KeyManagementService {
  readonly backend = 'memory';
  readonly #keys = new Map<string, KeyObject>();

  isOperationSupported(_context: AgentContext, operation: Kms.KmsOperation): boolean {
    switch (operation.operation) {
      case 'createKey':
        return isP256(operation.type);
      case 'importKey':
        return isP256(operation.privateJwk);
      case 'sign':
      case 'verify':
        return operation.algorithm === 'ES256';
      case 'encrypt':
        return agrees(operation.keyAgreement) && operation.encryption.algorithm in contentKeyBytes;
      case 'decrypt':
        return agrees(operation.keyAgreement) && operation.decryption.algorithm in contentKeyBytes;
      default:
        return true;
    }
  }

  async getPublicKey(_context: AgentContext, keyId: string): Promise<Kms.KmsJwkPublic | null> {
    return this.#keys.has(keyId) ? this.#publicJwk(keyId) : null;
  }

  async createKey<T extends Kms.KmsCreateKeyType>(
    _context: AgentContext,
    { keyId = randomUUID() }: Kms.KmsCreateKeyOptions<T>,
  ): Promise<Kms.KmsCreateKeyReturn<T>> {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return this.#add(keyId, privateKey) as unknown as Kms.KmsCreateKeyReturn<T>;
  }

  async importKey<T extends Kms.KmsJwkPrivate>(
    _context: AgentContext,
    { privateJwk }: Kms.KmsImportKeyOptions<T>,
  ): Promise<Kms.KmsImportKeyReturn<T>> {
    const key = createPrivateKey({ key: privateJwk as JsonWebKey, format: 'jwk' });
    return this.#add(privateJwk.kid ?? randomUUID(), key) as unknown as Kms.KmsImportKeyReturn<T>;
  }

  async deleteKey(_context: AgentContext, { keyId }: Kms.KmsDeleteKeyOptions): Promise<boolean> {
    return this.#keys.delete(keyId);
  }

  async sign(_context: AgentContext, { keyId, data }: Kms.KmsSignOptions): Promise<Kms.KmsSignReturn> {
    const signature = sign('sha256', data, { key: this.#demand(keyId), dsaEncoding: 'ieee-p1363' });
    return { signature: Uint8Array.from(signature) };
  }

  async verify(
    _context: AgentContext,
    { key, data, signature }: Kms.KmsVerifyOptions,
  ): Promise<Kms.KmsVerifyReturn> {
    const publicJwk = key.publicJwk ?? this.#publicJwk(key.keyId as string);
    const publicKey = createPublicKey({ key: publicJwk as JsonWebKey, format: 'jwk' });
    const verified = verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
    return verified ? { verified, publicJwk } : { verified: false };
  }

  async encrypt(
    _context: AgentContext,
    { key, encryption, data }: Kms.KmsEncryptOptions,
  ): Promise<Kms.KmsEncryptReturn> {
    const { algorithm, aad, iv = randomBytes(12) } = encryption as Encryption;
    const cipher = createCipheriv(
      cipherOf(algorithm),
      this.#agree(key.keyAgreement as Agreement, algorithm),
      iv,
    );
    if (aad !== undefined) cipher.setAAD(aad);
    const encrypted = Uint8Array.from(Buffer.concat([cipher.update(data), cipher.final()]));
    return { encrypted, iv: Uint8Array.from(iv), tag: Uint8Array.from(cipher.getAuthTag()) };
  }

  async decrypt(
    _context: AgentContext,
    { key, decryption, encrypted }: Kms.KmsDecryptOptions,
  ): Promise<Kms.KmsDecryptReturn> {
    const { algorithm, aad, iv, tag } = decryption as Required<Encryption> & { tag: Uint8Array };
    const secret = this.#agree(key.keyAgreement as Agreement, algorithm);
    const decipher = createDecipheriv(cipherOf(algorithm), secret, iv, { authTagLength: 16 });
    if (aad !== undefined) decipher.setAAD(aad);
    decipher.setAuthTag(tag);
    return { data: Uint8Array.from(Buffer.concat([decipher.update(encrypted), decipher.final()])) };
  }

  randomBytes(_context: AgentContext, { length }: Kms.KmsRandomBytesOptions): Kms.KmsRandomBytesReturn {
    return Uint8Array.from(randomBytes(length));
  }

  #add(keyId: string, key: KeyObject): { keyId: string; publicJwk: PublicJwk } {
    this.#keys.set(keyId, key);
    return { keyId, publicJwk: this.#publicJwk(keyId) };
  }

  #publicJwk(keyId: string): PublicJwk {
    const jwk = createPublicKey(this.#demand(keyId)).export({ format: 'jwk' });
    return { ...(jwk as unknown as PublicJwk), kid: keyId };
  }

  #demand(keyId: string): KeyObject {
    const key = this.#keys.get(keyId);
    if (key === undefined) throw new Error(`There is no key “${keyId}”.`);
    return key;
  }

  /** The key that both sides come to (RFC 7518 §4.6, direct key agreement). */
  #agree({ keyId, externalPublicJwk, apu, apv }: Agreement, algorithm: string): Uint8Array {
    const publicKey = createPublicKey({ key: externalPublicJwk as JsonWebKey, format: 'jwk' });
    const secret = diffieHellman({ privateKey: this.#demand(keyId), publicKey });
    return concatKdf(secret, { algorithm, bytes: contentKeyBytes[algorithm] as number, apu, apv });
  }
}

interface Agreement {
  keyId: string;
  externalPublicJwk: object;
  apu?: Uint8Array;
  apv?: Uint8Array;
}

function isP256(type: object): boolean {
  return (type as { crv?: string }).crv === 'P-256';
}

function agrees(agreement: { algorithm: string } | undefined): boolean {
  return agreement?.algorithm === 'ECDH-ES';
}

function cipherOf(algorithm: string): 'aes-128-gcm' | 'aes-256-gcm' {
  return algorithm === 'A128GCM' ? 'aes-128-gcm' : 'aes-256-gcm';
}
