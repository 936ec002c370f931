import { EslabonError } from '@eslabon/core';

/** An event of a stream (HTML Living Standard §9.2.6). */
export interface ServerEvent {
  /** `message` where the stream names none. */
  type: string;
  data: string;
}

/** Characters of one event. A verdict with its evidence has some 20,000. */
const most = 1_048_576;

/**
 * The events of a `text/event-stream` as they come. What a broken line cut off is no event. `id` and `retry` are left
 * out: the streams of the agent begin with what is the case now.
 * @param onBytes is told whenever something comes, comments included
 * @throws EslabonError UNAVAILABLE for an event without end; whatever reading the body throws
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void = () => undefined,
): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  // Not every browser can iterate over a stream.
  const reader = body.getReader();
  let rest = '';
  let type = '';
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      rest += decoder.decode(value, { stream: true });
      // A CR at the end may be the first half of a line end that is on its way.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() as string;
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield { type: type || 'message', data: data.join('\n') };
          type = '';
          data = [];
          continue;
        }
        const [, name, content = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
        if (name === 'event') type = content;
        else if (name === 'data') data.push(content);
      }
      const size = data.reduce((sum, { length }) => sum + length, rest.length);
      if (size > most) {
        throw new EslabonError('UNAVAILABLE', `The agent sent an event of more than ${most} characters.`);
      }
    }
  } finally {
    // Nobody reads on: the connection may be closed. That it is broken already is no news.
    await reader.cancel().catch(() => undefined);
  }
}
