import type { Operation } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import express, { type Express, type Request, type RequestHandler } from 'express';
import type { z } from 'zod';
import type { Caller } from './caller.js';
import { demandScope } from './demand-scope.js';
import type { FileAnswer } from './handler.js';
import { sendFile } from './send-file.js';

export type AnyHandler = (input: unknown, caller: Caller) => Promise<unknown>;

const jsonLimit = 1024 * 1024;

const nobody: Caller = { id: 'public', name: 'public', role: 'machine', scopes: [] };

/** Makes the route of one operation: key and scope first, then the body, then its schema, then the use case. */
export function mountOperation(
  app: Express,
  operation: Operation,
  handler: AnyHandler,
  identify: (request: Request) => Promise<Caller>,
): void {
  const path = operation.path.replace(/\{(\w+)\}/g, ':$1');
  const authorize: RequestHandler = async (request, response, next) => {
    response.locals.caller = operation.scope === null ? nobody : await identify(request);
    const caller = response.locals.caller as Caller;
    if (operation.scope !== null && operation.scope !== 'key')
      demandScope(caller, operation.scope, operation.summary);
    next();
  };
  app[operation.method](path, authorize, ...bodyReaders(operation), async (request, response) => {
    const input = {
      params: operation.params === undefined ? undefined : check(operation.params, request.params, 'path'),
      query: operation.query === undefined ? undefined : check(operation.query, request.query, 'query'),
      body: bodyOf(operation, request),
    };
    const answer = await handler(input, response.locals.caller as Caller);
    if (operation.answer.kind === 'json') {
      response.status(operation.answer.status).set('cache-control', 'no-store').json(answer);
    } else {
      sendFile(request, response, answer as FileAnswer);
    }
  });
}

function bodyReaders({ body }: Operation): RequestHandler[] {
  if (body === undefined) return [];
  const types = body.kind === 'json' ? ['application/json'] : [...body.mediaTypes];
  const demandType: RequestHandler = (request, _response, next) => {
    if (!request.is(types)) {
      throw new EslabonError(
        'INPUT_UNSUPPORTED_MEDIA_TYPE',
        'The content type of the body is not the one expected.',
        {
          hints: [`Send content-type: ${types.join(' or ')}.`],
        },
      );
    }
    next();
  };
  const reader =
    body.kind === 'json'
      ? express.json({ limit: body.maxBytes ?? jsonLimit, strict: true, type: types })
      : express.raw({ limit: body.maxBytes, type: types, inflate: false });
  return [demandType, reader];
}

function bodyOf({ body }: Operation, request: Request): unknown {
  if (body === undefined) return undefined;
  if (body.kind === 'json') return check(body.schema, request.body, 'body');
  return Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array();
}

function check(schema: z.ZodType, value: unknown, where: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 20).map((issue) => ({
    path: [where, ...issue.path].join('.'),
    message: issue.message,
  }));
  const first = issues[0];
  throw new EslabonError('INPUT_INVALID', `The request is not valid: ${first?.path} ${first?.message}.`, {
    hints: ['/openapi.json describes what this operation takes.'],
    details: { issues },
  });
}
