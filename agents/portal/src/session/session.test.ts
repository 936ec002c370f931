import type { CallerView } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Access } from './access.js';
import { idleMs, idlenessAt, warningMs } from './idleness.js';
import { keepAccess, keptAccess, type TabStorage } from './kept-access.js';
import { Session } from './session.js';
import type { PortalClient } from './used-operations.js';

const access: Access = { kind: 'key', apiKey: 'esk_1_secret' };
const officer = { role: 'officer', scopes: ['certificates:read'] } as unknown as CallerView;

/** A tab, an agent that answers as it is told, and a clock that is put forward. */
function desk(answer: () => CallerView = () => officer) {
  const kept = new Map<string, string>();
  const storage: TabStorage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  };
  const refusals: (() => void)[] = [];
  const clock = { now: 1_700_000_000_000 };
  const parts = { storage, kept, clock, refusals, answer };
  const open = () =>
    new Session({
      storage,
      now: () => clock.now,
      connect(_access, onRefused) {
        refusals.push(onRefused);
        return { getCaller: async () => parts.answer() } as unknown as PortalClient;
      },
    });
  return Object.assign(parts, { open });
}

const refuse = (code: 'AUTHENTICATION_FAILED' | 'PERMISSION_DENIED' | 'UNAVAILABLE') => (): never => {
  throw new EslabonError(code, 'no');
};

describe('a session', () => {
  it('is nobody’s in a new tab', async () => {
    const session = desk().open();
    await session.start();
    expect(session.state()).toEqual({ phase: 'signed-out' });
  });

  it('goes on after a reload, and not after signing out', async () => {
    const tab = desk();
    const session = tab.open();
    await session.start();
    await session.signIn(access);
    expect(session.state()).toMatchObject({ phase: 'signed-in', caller: officer });
    const reloaded = tab.open();
    expect(reloaded.state()).toEqual({ phase: 'checking' });
    await reloaded.start();
    expect(reloaded.state()).toMatchObject({ phase: 'signed-in', caller: officer });
    reloaded.signOut();
    expect(reloaded.state()).toEqual({ phase: 'signed-out', because: 'left' });
    expect(tab.kept.size).toBe(0);
  });

  it('keeps nothing of a key that the agent refuses', async () => {
    const tab = desk(refuse('AUTHENTICATION_FAILED'));
    const session = tab.open();
    await session.start();
    await expect(session.signIn(access)).rejects.toMatchObject({ code: 'AUTHENTICATION_FAILED' });
    expect(session.state()).toEqual({ phase: 'signed-out' });
    expect(tab.kept.size).toBe(0);
  });

  it('takes no key that may not read certificates', async () => {
    const tab = desk(() => ({ ...officer, role: 'post', scopes: ['bundles:read'] }));
    const session = tab.open();
    await session.start();
    await expect(session.signIn(access)).rejects.toMatchObject({ code: 'KEY_NOT_FOR_OFFICERS' });
    expect(session.state()).toEqual({ phase: 'signed-out' });
    expect(tab.kept.size).toBe(0);
  });

  it('ends when the agent refuses the key later, for the client in use alone', async () => {
    const tab = desk();
    const session = tab.open();
    await session.start();
    await session.signIn(access);
    session.signOut();
    await session.signIn(access);
    tab.refusals[0]?.();
    expect(session.state()).toMatchObject({ phase: 'signed-in' });
    tab.refusals[1]?.();
    expect(session.state()).toEqual({ phase: 'signed-out', because: 'refused' });
    expect(tab.kept.size).toBe(0);
  });

  it('keeps the key while the agent does not answer, and forgets it when it was withdrawn', async () => {
    const tab = desk();
    await tab.open().signIn(access);
    tab.answer = refuse('UNAVAILABLE');
    const session = tab.open();
    await session.start();
    expect(session.state()).toMatchObject({ phase: 'unreachable', trouble: { code: 'UNAVAILABLE' } });
    tab.answer = refuse('AUTHENTICATION_FAILED');
    await session.start();
    expect(session.state()).toEqual({ phase: 'signed-out', because: 'refused' });
    expect(tab.kept.size).toBe(0);
  });

  it('does not go on in a tab that comes back after the time for idling', async () => {
    const tab = desk();
    await tab.open().signIn(access);
    tab.clock.now += idleMs;
    const session = tab.open();
    await session.start();
    expect(session.state()).toEqual({ phase: 'signed-out', because: 'idle' });
    expect(tab.kept.size).toBe(0);
  });

  it('counts from the last use, which is written down every few seconds', async () => {
    const tab = desk();
    const session = tab.open();
    await session.signIn(access);
    const signedInAt = tab.clock.now;
    tab.clock.now += 4000;
    session.use();
    expect(keptAccess(tab.storage)?.usedAt).toBe(signedInAt);
    tab.clock.now += 1000;
    session.use();
    expect(keptAccess(tab.storage)?.usedAt).toBe(tab.clock.now);
    tab.clock.now += idleMs - warningMs - 1;
    expect(session.idleness()).toEqual({ state: 'in-use' });
    tab.clock.now += 1;
    expect(session.idleness()).toEqual({ state: 'warning', seconds: 60 });
    session.use();
    expect(session.idleness()).toEqual({ state: 'in-use' });
  });

  it('is not taken up again by whoever comes back to a device that slept, before that is noticed', async () => {
    const tab = desk();
    const session = tab.open();
    await session.signIn(access);
    tab.clock.now += idleMs;
    session.use();
    expect(session.state()).toEqual({ phase: 'signed-out', because: 'idle' });
    expect(tab.kept.size).toBe(0);
  });

  it('tells who listens, until they do not', async () => {
    const session = desk().open();
    let told = 0;
    const stop = session.subscribe(() => {
      told += 1;
    });
    await session.signIn(access);
    expect(told).toBe(1);
    stop();
    session.signOut();
    expect(told).toBe(1);
  });
});

describe('idlenessAt', () => {
  it('warns for a minute, and is over then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * idleMs }), (passed) => {
        const { state, ...rest } = idlenessAt(1000, 1000 + passed);
        if (passed >= idleMs) expect(state).toBe('over');
        else if (passed < idleMs - warningMs) expect(state).toBe('in-use');
        else
          expect({ state, ...rest }).toEqual({
            state: 'warning',
            seconds: Math.ceil((idleMs - passed) / 1000),
          });
      }),
    );
  });

  it('is over where the clock was set back, but not when it was put right by seconds', () => {
    const usedAt = 5 * idleMs;
    expect(idlenessAt(usedAt, usedAt - 5000)).toEqual({ state: 'in-use' });
    expect(idlenessAt(usedAt, usedAt - warningMs - 1)).toEqual({ state: 'over' });
    expect(idlenessAt(usedAt, 0)).toEqual({ state: 'over' });
  });
});

describe('what the tab keeps', () => {
  it.each([
    '',
    'null',
    '{}',
    '[]',
    '{"access":{"kind":"other","apiKey":"x"},"usedAt":1}',
    '{"access":{"kind":"key"},"usedAt":1}',
    '{"access":{"kind":"key","apiKey":"x"}}',
  ])('“%s” is nothing', (text) => {
    const { storage, kept } = desk();
    keepAccess(storage, { access, usedAt: 1 });
    const [name] = [...kept.keys()] as [string];
    kept.set(name, text);
    expect(keptAccess(storage)).toBeUndefined();
  });
});

describe('a session that is over', () => {
  it('keeps nothing any more, whatever the person does in the page that is still open', async () => {
    const tab = desk();
    const session = tab.open();
    await session.signIn(access);
    session.signOut();
    tab.clock.now += 60_000;
    session.use();
    expect(tab.kept.size).toBe(0);
  });

  it('is over for the reason that came first', async () => {
    const tab = desk();
    const session = tab.open();
    await session.signIn(access);
    session.signOut('idle');
    session.signOut();
    expect(session.state()).toEqual({ phase: 'signed-out', because: 'idle' });
  });

  it('can be left while the agent does not answer', async () => {
    const tab = desk();
    await tab.open().signIn(access);
    tab.answer = refuse('UNAVAILABLE');
    const session = tab.open();
    await session.start();
    session.signOut();
    expect(session.state()).toEqual({ phase: 'signed-out', because: 'left' });
    expect(tab.kept.size).toBe(0);
  });

  it.each(['AUTHENTICATION_FAILED', 'PERMISSION_DENIED'] as const)(
    'goes on with no key that the agent refuses by now: %s',
    async (code) => {
      const tab = desk();
      await tab.open().signIn(access);
      tab.answer = refuse(code);
      const session = tab.open();
      await session.start();
      expect(session.state()).toEqual({ phase: 'signed-out', because: 'refused' });
      expect(tab.kept.size).toBe(0);
    },
  );
});

describe('a session that goes on', () => {
  it('is in use from each use on, also from one that is not written down', async () => {
    const tab = desk();
    const session = tab.open();
    await session.signIn(access);
    tab.clock.now += 4000;
    session.use();
    tab.clock.now += idleMs - warningMs - 1;
    expect(session.idleness()).toEqual({ state: 'in-use' });
  });

  it('is checked again, and that is seen, when the agent is asked once more', async () => {
    const tab = desk();
    await tab.open().signIn(access);
    tab.answer = refuse('UNAVAILABLE');
    const session = tab.open();
    await session.start();
    tab.answer = () => officer;
    const again = session.start();
    expect(session.state()).toEqual({ phase: 'checking' });
    await again;
    expect(session.state()).toMatchObject({ phase: 'signed-in' });
  });
});

describe('a desk that somebody left', () => {
  it('is asked about after 14 minutes, and signed out after 15', () => {
    const minute = 60_000;
    expect(idlenessAt(0, 14 * minute - 1)).toEqual({ state: 'in-use' });
    expect(idlenessAt(0, 14 * minute)).toEqual({ state: 'warning', seconds: 60 });
    expect(idlenessAt(0, 15 * minute)).toEqual({ state: 'over' });
  });
});
