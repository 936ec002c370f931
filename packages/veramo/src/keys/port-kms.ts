import { EslabonError } from '@eslabon/core';
import { base64urlEncode } from '@eslabon/credentials';
import type { IKey, ManagedKeyInfo } from '@veramo/core';
import { AbstractKeyManagementSystem } from '@veramo/key-manager';
import type { AgentKeys } from './agent-keys.js';
import { findKey } from './find-key.js';
import { jwsAlgorithms } from './jws-algorithm.js';
import { keyOperationRefused } from './key-operation-refused.js';
import { toManagedKey } from './to-managed-key.js';

/** Veramo's key management system over the port: it lists keys and signs JWS data, and does nothing else. */
export class PortKms extends AbstractKeyManagementSystem {
  readonly #keys: AgentKeys;

  constructor(keys: AgentKeys) {
    super();
    this.#keys = keys;
  }

  async listKeys(): Promise<ManagedKeyInfo[]> {
    return this.#keys.list().map(toManagedKey);
  }

  /**
   * Signs JWS data and answers the signature in base64url, as Veramo expects of a KMS.
   * @throws EslabonError KEY_NOT_FOUND, KEY_OPERATION_REFUSED for anything but the JWS algorithm of the key's type,
   * CREDENTIAL_SIGNATURE when the port does not answer 64 bytes.
   */
  async sign(args: { keyRef: Pick<IKey, 'kid'>; algorithm?: string; data: Uint8Array }): Promise<string> {
    const key = findKey(this.#keys, args.keyRef.kid);
    const algorithm = jwsAlgorithms[key.type];
    if ((args.algorithm ?? algorithm) !== algorithm) {
      throw keyOperationRefused(`${args.algorithm} with the ${key.type} key “${key.kid}”`);
    }
    const signature = await this.#keys.sign(key.kid, args.data);
    if (signature.length !== 64) {
      throw new EslabonError(
        'CREDENTIAL_SIGNATURE',
        `The key port returned ${signature.length} bytes; a JWS signature by ${algorithm} has 64.`,
        { hints: ['Return r‖s as JWS wants it, not DER and not with a recovery byte.'] },
      );
    }
    return base64urlEncode(signature);
  }

  async createKey(): Promise<ManagedKeyInfo> {
    throw keyOperationRefused('to create a key');
  }

  async importKey(): Promise<ManagedKeyInfo> {
    throw keyOperationRefused('to import a key');
  }

  async deleteKey(): Promise<boolean> {
    throw keyOperationRefused('to delete a key');
  }

  async sharedSecret(): Promise<string> {
    throw keyOperationRefused('to derive a shared secret');
  }
}
