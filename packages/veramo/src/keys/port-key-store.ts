import type { IKey, ManagedKeyInfo } from '@veramo/core';
import { AbstractKeyStore } from '@veramo/key-manager';
import type { AgentKeys } from './agent-keys.js';
import { findKey } from './find-key.js';
import { keyOperationRefused } from './key-operation-refused.js';
import { toManagedKey } from './to-managed-key.js';

/** Veramo's key store over the port, read-only: the agent's key store is the only one. */
export class PortKeyStore extends AbstractKeyStore {
  readonly #keys: AgentKeys;

  constructor(keys: AgentKeys) {
    super();
    this.#keys = keys;
  }

  /** @throws EslabonError KEY_NOT_FOUND */
  async getKey({ kid }: { kid: string }): Promise<IKey> {
    return toManagedKey(findKey(this.#keys, kid));
  }

  async listKeys(): Promise<ManagedKeyInfo[]> {
    return this.#keys.list().map(toManagedKey);
  }

  async importKey(): Promise<boolean> {
    throw keyOperationRefused('to import a key');
  }

  async deleteKey(): Promise<boolean> {
    throw keyOperationRefused('to delete a key');
  }
}
