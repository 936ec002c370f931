import type { CreatedPresentation, Presentation } from '@eslabon/client/contract';
import { describe, expect, it } from '@jest/globals';
import type { WordedVerdict } from '../../engine/contract.js';
import { advance, type RequestEvent, type RequestFlow, start } from './request-flow.js';

const created = { id: 'a' } as CreatedPresentation;
const seen = (state: Presentation['state'], id = 'a') => ({ id, state }) as Presentation;
const told = {} as WordedVerdict;
const trouble = { code: 'X', message: '' };
const run = (...events: RequestEvent[]): RequestFlow => events.reduce(advance, start);
const asked = [{ type: 'create' }, { type: 'created', created, at: 5 }] as const;

describe('the way of a request', () => {
  it('leads from asking over waiting to the verdict, and back to the start', () => {
    expect(run({ type: 'create' })).toEqual({ step: 'creating' });
    expect(run(...asked)).toEqual({ step: 'waiting', created, since: 5, isLineBroken: false });
    const fetched = [...asked, { type: 'seen', seen: seen('fetched') }] as const;
    expect(run(...fetched)).toMatchObject({ step: 'waiting', seen: { state: 'fetched' } });
    const decided = [...fetched, { type: 'decided', seen: seen('answered'), told }] as const;
    expect(run(...decided)).toEqual({ step: 'decided', seen: seen('answered'), told });
    expect(run(...decided, { type: 'again' })).toEqual(start);
  });

  it.each(['declined', 'expired'] as const)('ends when it was %s', (state) => {
    const ended = run(...asked, { type: 'seen', seen: seen(state) });
    expect(ended).toEqual({ step: state, seen: seen(state) });
    expect(advance(ended, { type: 'line', isBroken: true })).toBe(ended);
  });

  it('keeps what it has seen while the line is broken', () => {
    const open = run(...asked, { type: 'seen', seen: seen('fetched') });
    const broken = advance(open, { type: 'line', isBroken: true });
    expect(broken).toEqual({ ...open, isLineBroken: true });
    expect(advance(broken, { type: 'line', isBroken: false })).toEqual(open);
  });

  it('goes back to the form when nothing was made, and says so when it was', () => {
    expect(run({ type: 'create' }, { type: 'failed', trouble })).toEqual({ step: 'asking', trouble });
    expect(run(...asked, { type: 'failed', trouble })).toEqual({ step: 'lost', created, trouble });
    expect(run({ type: 'failed', trouble })).toEqual(start);
  });

  it('shows nothing that comes too late, or is about another request', () => {
    for (const late of [
      { type: 'created', created, at: 1 },
      { type: 'seen', seen: seen('fetched') },
      { type: 'decided', seen: seen('answered'), told },
      { type: 'failed', trouble },
      { type: 'line', isBroken: true },
    ] as const) {
      expect(run(...asked, { type: 'again' }, late)).toEqual(start);
    }
    const waiting = run(...asked);
    expect(advance(waiting, { type: 'seen', seen: seen('declined', 'b') })).toBe(waiting);
    expect(advance(waiting, { type: 'decided', seen: seen('answered', 'b'), told })).toBe(waiting);
  });
});
