import type { Access } from './access.js';

/** Of one tab: it survives a reload and is gone with the tab. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const name = 'eslabon.portal.session';

interface KeptAccess {
  access: Access;
  /** When the portal was used last, in milliseconds: browsers bring tabs back that were closed long ago. */
  usedAt: number;
}

export function keepAccess(storage: TabStorage, kept: KeptAccess): void {
  storage.setItem(name, JSON.stringify(kept));
}

export function forgetAccess(storage: TabStorage): void {
  storage.removeItem(name);
}

/** What is kept; undefined where there is nothing that could be used. */
export function keptAccess(storage: TabStorage): KeptAccess | undefined {
  try {
    const { access, usedAt } = JSON.parse(storage.getItem(name) ?? '') as Partial<KeptAccess>;
    if (access?.kind !== 'key' || typeof access.apiKey !== 'string' || typeof usedAt !== 'number') {
      return undefined;
    }
    return { access: { kind: 'key', apiKey: access.apiKey }, usedAt };
  } catch {
    return undefined;
  }
}
