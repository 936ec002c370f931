import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ErrorCode, EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { createLog } from '../platform/log/create-log.js';
import { answerPresentationFailure } from './answer-failure.js';

/** How a wallet is told of an error that happens while its answer is looked at. */
async function told(error: Error) {
  const app = express();
  app.get('/', () => {
    throw error;
  });
  app.use(answerPresentationFailure(createLog('silent', 'MX')));
  const rest: express.ErrorRequestHandler = (_error, _request, response, _next) => {
    response.status(500).end('left to others');
  };
  app.use(rest);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return { status: response.status, text: await response.text() };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const of = (code: ErrorCode) => new EslabonError(code, `Something about /secret/file of ${code}.`);

describe('answerPresentationFailure', () => {
  it('temporarily_unavailable: an outage is no fault of the answer, which may come again', async () => {
    const { status, text } = await told(of('SHUTTING_DOWN'));
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({
      error: 'temporarily_unavailable',
      error_description: expect.stringMatching(/Try again\.$/),
    });
  });

  it.each([of('CONFIG_INVALID'), of('KEY_SEALED'), new TypeError('Something about /secret/file.')])(
    'says nothing of what is our fault',
    async (error) => {
      expect(await told(error)).toEqual({ status: 500, text: 'left to others' });
    },
  );
});
