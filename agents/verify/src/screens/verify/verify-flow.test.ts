import { describe, expect, it } from '@jest/globals';
import type { Assessment, LookUpAnswer } from '../../engine/contract.js';
import { advance, start, type VerifyEvent, type VerifyFlow } from './verify-flow.js';

const assessment = { sha256: 'a' } as Assessment;
const other = { sha256: 'b' } as Assessment;
const found = (assessments: Assessment[], foreign = 0): LookUpAnswer => ({
  tin: 'PE1',
  assessments,
  foreign,
});
const run = (...events: VerifyEvent[]): VerifyFlow => events.reduce(advance, start);
const work: VerifyEvent = { type: 'work', what: 'verify' };
const trouble = { code: 'X', message: '' };

describe('the way to a verdict', () => {
  it('leads from asking over working to the verdict, and back to the start', () => {
    expect(run(work)).toEqual({ step: 'working', what: 'verify' });
    expect(run(work, { type: 'decided', assessment, by: 'file' })).toMatchObject({
      step: 'decided',
      assessment,
      by: 'file',
    });
    expect(run(work, { type: 'decided', assessment, by: 'file' }, { type: 'again' })).toEqual(start);
  });

  it('goes back to asking with what went wrong, which the next try forgets', () => {
    expect(run(work, { type: 'failed', trouble })).toEqual({ step: 'asking', trouble });
    expect(run(work, { type: 'failed', trouble }, work)).not.toHaveProperty('trouble');
  });

  it('shows no verdict that comes after the officer has begun anew', () => {
    for (const late of [
      { type: 'decided', assessment, by: 'file' },
      { type: 'found', answer: found([assessment]) },
      { type: 'failed', trouble },
    ] as const) {
      expect(run(work, { type: 'again' }, late)).toEqual(start);
    }
  });

  it('shows one certificate of a tax number at once, several as a list, none as none', () => {
    const look = (answer: LookUpAnswer) => run(work, { type: 'found', answer });
    expect(look(found([assessment]))).toMatchObject({ step: 'decided', by: 'tin', assessment });
    expect(look(found([assessment, other])).step).toBe('several');
    expect(look(found([]))).toMatchObject({ step: 'none' });
    expect(look(found([], 2))).toMatchObject({ step: 'none', answer: { foreign: 2 } });
    expect(look(found([assessment], 1)).step).toBe('several');
  });

  it('goes from the list to a verdict and back to the same list', () => {
    const answer = found([assessment, other]);
    const opened = [work, { type: 'found', answer }, { type: 'open', assessment: other }] as const;
    expect(run(...opened)).toMatchObject({ step: 'decided', by: 'tin', assessment: other });
    expect(run(...opened, { type: 'back' })).toEqual({ step: 'several', answer });
    const straight = run(work, { type: 'found', answer: found([assessment]) });
    expect(advance(straight, { type: 'back' })).toBe(straight);
    expect(advance(start, { type: 'open', assessment })).toBe(start);
  });
});
