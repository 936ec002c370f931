import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import {
  type Operation,
  operations,
  problemSchema,
  type StandardOperation,
  standardOperations,
} from '@eslabon/client/contract';
import { z } from 'zod';

type Route = Parameters<OpenAPIRegistry['registerPath']>[0];

/** The OpenAPI 3.1 description, made from the same operations as the routes. */
export function createOpenApi(authority: string): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of this agent: esk_…',
  });
  registry.registerComponent('schemas', 'Problem', z.toJSONSchema(problemSchema) as object);
  for (const operation of Object.values(operations) as Operation[]) {
    registry.registerPath(routeOf(operation));
  }
  for (const operation of Object.values(standardOperations))
    registry.registerPath(standardRouteOf(operation));
  const description = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: `Eslabón agent of ${authority}`,
      version: '1',
      description:
        'Issues AEO certificates as verifiable credentials, changes their status on the chain, and decides on ' +
        'credentials of partner authorities. Errors are RFC 9457 problem details with a stable code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
  });
  for (const parameter of parametersOf(description)) correct(parameter);
  return description;
}

interface Parameter {
  in: string;
  required?: boolean;
  schema: { type?: string | string[] };
}

function parametersOf(description: object): Parameter[] {
  const { paths } = description as { paths: Record<string, Record<string, { parameters?: Parameter[] }>> };
  return Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ parameters = [] }) => parameters);
}

/**
 * A coerced schema takes anything, so the generator lets it be left out and be null. A part of the path is always there
 * (OpenAPI 3.1 §4.8.12.1), and no address holds a null.
 */
function correct(parameter: Parameter): void {
  if (parameter.in === 'path') parameter.required = true;
  const { type } = parameter.schema;
  if (!Array.isArray(type)) return;
  const [only, ...others] = type.filter((name) => name !== 'null');
  if (only !== undefined && others.length === 0) parameter.schema.type = only;
}

function routeOf(operation: Operation): Route {
  const { body, answer } = operation;
  const failures = {
    description: failureText(operation),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    method: operation.method,
    path: operation.path,
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.tag],
    security: operation.scope === null ? [] : [{ apiKey: [] }],
    request: {
      ...(operation.params === undefined ? {} : { params: operation.params }),
      ...(operation.query === undefined ? {} : { query: operation.query }),
      ...(body === undefined ? {} : { body: { required: true, content: contentOf(body) } }),
    },
    responses: {
      [answer.status]: { description: answer.description, content: contentOf(answer) },
      ...(answer.kind === 'binary' && answer.resumable === true ? partial : {}),
      '4XX': failures,
      '5XX': failures,
    },
  };
}

function standardRouteOf({
  id,
  method,
  path,
  summary,
  tag,
  scope,
  params,
  query,
  answers,
}: StandardOperation): Route {
  const responses = answers.map(({ status, mediaTypes, schema, description }) => [
    status,
    { description, content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }])) },
  ]);
  return {
    method,
    path,
    operationId: id,
    summary,
    tags: [tag],
    security: scope === undefined ? [] : [{ apiKey: [] }],
    request: { ...(params && { params }), ...(query && { query }) },
    responses: Object.fromEntries(responses),
  };
}

/** What a conditional request or one for a range may be answered with besides. */
const partial = {
  206: { description: 'The part that `range` asked for; `if-range` takes the `etag` of the first part' },
  304: { description: 'The caller has it already: its `etag` is the one in `if-none-match`' },
};

type Carrier = NonNullable<Operation['body']> | Operation['answer'];

function contentOf(carrier: Carrier) {
  if (carrier.kind === 'json') return { 'application/json': { schema: carrier.schema } };
  const schema = { type: 'string' as const, format: 'binary' };
  return Object.fromEntries(carrier.mediaTypes.map((mediaType) => [mediaType, { schema }]));
}

function failureText({ scope, furtherScopes = [], errors }: Operation): string {
  const further = furtherScopes.map((each) => `, for some requests ${each} too`).join('');
  const guarded = scope === 'key' ? 'Needs a key.' : `Needs a key that allows ${scope}${further}.`;
  const needs = scope === null ? 'Public.' : guarded;
  return `${needs} Codes of its own: ${errors.join(', ') || 'none'}.`;
}
