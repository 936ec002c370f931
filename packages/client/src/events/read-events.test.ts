import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readEvents, type ServerEvent } from './read-events.js';

/** A body that comes in chunks that are cut at these places. */
function bodyOf(text: string, cuts: readonly number[] = []): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const chunks = [0, ...at].map((from, index) => bytes.subarray(from, at[index]));
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function all(body: ReadableStream<Uint8Array>): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

describe('readEvents', () => {
  it.each([
    ['a type and data', 'event: a\ndata: 1\n\n', [{ type: 'a', data: '1' }]],
    ['no type', 'data: 1\n\n', [{ type: 'message', data: '1' }]],
    ['data in several lines', 'data: 1\ndata\ndata:  2\n\n', [{ type: 'message', data: '1\n\n 2' }]],
    ['a colon in data', 'data:{"a":1}\n\n', [{ type: 'message', data: '{"a":1}' }]],
    [
      'comments and other fields',
      ': hello\nid: 7\nretry: 1\nfoo\ndata: 1\n\n',
      [{ type: 'message', data: '1' }],
    ],
    ['a type without data, which is forgotten', 'event: a\n\ndata: 1\n\n', [{ type: 'message', data: '1' }]],
    ['an end in the middle', 'data: 1\n\ndata: 2\n', [{ type: 'message', data: '1' }]],
    ['a byte order mark', '\ufeffdata: 1\n\n', [{ type: 'message', data: '1' }]],
    ['nothing', '', []],
  ])('reads %s', async (_, text, events) => {
    expect(await all(bodyOf(text))).toEqual(events);
  });

  it('reads the same wherever the bytes are cut and however lines end', async () => {
    const data = fc.string({ unit: fc.constantFrom('a', 'ñ', '€', '𝄞', ' ', ':', '{') });
    const event = fc.record({ type: fc.constantFrom('message', 'presentation'), data });
    const property = fc.asyncProperty(
      fc.array(event, { maxLength: 5 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat(), { maxLength: 20 }),
      async (events, end, cuts) => {
        const text = events.map(({ type, data }) => `event: ${type}${end}data: ${data}${end}${end}`).join('');
        // A CR at the very end may be the first half of a line end.
        expect(await all(bodyOf(end === '\r' ? `${text}:` : text, cuts))).toEqual(events);
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });
});
