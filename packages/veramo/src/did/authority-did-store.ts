import type { Did } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { IIdentifier } from '@veramo/core';
import { AbstractDIDStore } from '@veramo/did-manager';
import type { AgentKeys } from '../keys/agent-keys.js';
import { findControllerKey } from '../keys/find-controller-key.js';
import { keyOperationRefused } from '../keys/key-operation-refused.js';
import { toManagedKey } from '../keys/to-managed-key.js';
import { didProviderName } from './did-provider-name.js';

/** Veramo's DID store with one identifier, the authority's own, read-only. */
export class AuthorityDidStore extends AbstractDIDStore {
  readonly #did: Did;
  readonly #keys: AgentKeys;

  constructor(did: Did, keys: AgentKeys) {
    super();
    this.#did = did;
    this.#keys = keys;
  }

  /** @throws EslabonError NOT_FOUND for any other DID and for aliases, KEY_NOT_FOUND without a controller key. */
  async getDID(args: { did?: string; alias?: string }): Promise<IIdentifier> {
    if (args.did !== this.#did) {
      const asked = String(args.did ?? args.alias).slice(0, 100);
      throw new EslabonError('NOT_FOUND', `This kernel manages ${this.#did} only, not “${asked}”.`);
    }
    return this.#identifier();
  }

  async listDIDs({ alias, provider }: { alias?: string; provider?: string }): Promise<IIdentifier[]> {
    const identifier = this.#identifier();
    return alias === undefined && (provider ?? identifier.provider) === identifier.provider
      ? [identifier]
      : [];
  }

  async importDID(): Promise<boolean> {
    throw keyOperationRefused('to import an identifier');
  }

  async deleteDID(): Promise<boolean> {
    throw keyOperationRefused('to delete an identifier');
  }

  #identifier(): IIdentifier {
    return {
      did: this.#did,
      provider: didProviderName(this.#did),
      controllerKeyId: findControllerKey(this.#keys).kid,
      keys: this.#keys.list().map(toManagedKey),
      services: [],
    };
  }
}
