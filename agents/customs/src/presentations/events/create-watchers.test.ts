import { describe, expect, it } from '@jest/globals';
import { createWatchers } from './create-watchers.js';

const nothing = (): void => undefined;

describe('createWatchers', () => {
  it('tells those who watch that request, as long as they do', () => {
    const watchers = createWatchers(10);
    const told: string[] = [];
    const stop = watchers.watch('a', () => told.push('first'), nothing);
    watchers.watch('a', () => told.push('second'), nothing);
    watchers.watch('b', () => told.push('other'), nothing);
    watchers.changed('a');
    stop();
    watchers.changed('a');
    watchers.changed('c');
    expect(told).toEqual(['first', 'second', 'second']);
  });

  it('who leaves makes one place, however often', () => {
    const watchers = createWatchers(2);
    const stop = watchers.watch('a', nothing, nothing);
    watchers.watch('b', nothing, nothing);
    const full = expect.objectContaining({ code: 'UNAVAILABLE' });
    expect(() => watchers.watch('c', nothing, nothing)).toThrow(full);
    stop();
    stop();
    watchers.watch('c', nothing, nothing);
    expect(() => watchers.watch('d', nothing, nothing)).toThrow(full);
  });

  it('sends everybody away when it closes, and takes nobody after it', () => {
    const watchers = createWatchers(2);
    let sent = 0;
    watchers.watch('a', nothing, () => {
      sent += 1;
    });
    watchers.close();
    expect(sent).toBe(1);
    const closed = expect.objectContaining({ code: 'SHUTTING_DOWN' });
    expect(() => watchers.watch('a', nothing, nothing)).toThrow(closed);
  });
});
