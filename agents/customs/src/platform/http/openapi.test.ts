import { type Operation, operations, standardOperations } from '@eslabon/client/contract';
import {
  aeoCertificateJsonSchema,
  aeoContextDocument,
  delegationContextDocument,
} from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { startTestNetwork, type TestNetwork } from '../../testing/index.js';

interface Described {
  operationId: string;
  security: Record<string, unknown[]>[];
  parameters?: { name: string; in: string; required?: boolean; schema: unknown }[];
  requestBody?: { required: boolean; content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
}

interface Description {
  openapi: string;
  info: Record<string, unknown>;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
}

const all = Object.values(operations) as Operation[];

let network: TestNetwork;
let url: string;
let description: Description;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  url = network.agent('PE').url;
  description = (await (await fetch(`${url}/openapi.json`)).json()) as Description;
});

afterAll(() => network.stop());

/** Everything else has a default, or may be left out. */
const mayBeAbsent = (schema: unknown) => (schema as z.ZodType).safeParse(undefined).success;

const described = (operation: Operation) =>
  description.paths[operation.path]?.[operation.method] as Described;

describe('/openapi.json', () => {
  it('is OpenAPI 3.1', () => {
    expect(description.openapi).toMatch(/^3\.1\.\d$/);
    expect(description.info).toMatchObject({
      title: 'Eslabón agent of Aduana de PE, PE',
      version: expect.any(String),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    });
  });

  it('has every operation of the contract, and no other', () => {
    const found = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
    );
    const named = [...all, ...Object.values(standardOperations)].map(
      ({ id, method, path }) => `${id} ${method} ${path}`,
    );
    expect(found.sort()).toEqual(named.sort());
  });

  it.each(all.map((operation) => [operation.id, operation] as const))('%s is complete', (_, operation) => {
    const { security, parameters = [], requestBody, responses } = described(operation);
    expect(security).toEqual(operation.scope === null ? [] : [{ apiKey: [] }]);
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const named = (where: string) => parameters.filter((each) => each.in === where).map(({ name }) => name);
    expect(named('path')).toEqual(inPath);
    expect(parameters.filter((each) => each.in === 'path').every(({ required }) => required)).toBe(true);
    expect(named('query').sort()).toEqual(Object.keys(operation.query?.shape ?? {}).sort());
    const needed = Object.entries(operation.query?.shape ?? {}).filter(([, schema]) => !mayBeAbsent(schema));
    expect(parameters.filter((each) => each.in === 'query' && each.required).map(({ name }) => name)).toEqual(
      needed.map(([name]) => name),
    );
    const types =
      operation.body?.kind === 'json' ? ['application/json'] : (operation.body?.mediaTypes ?? undefined);
    expect(requestBody === undefined ? undefined : Object.keys(requestBody.content)).toEqual(types);
    const answer = responses[operation.answer.status];
    expect(answer?.description).toBe(operation.answer.description);
    expect(Object.keys(answer?.content ?? {})).toEqual(
      operation.answer.kind === 'json' ? ['application/json'] : [...operation.answer.mediaTypes],
    );
    for (const failure of ['4XX', '5XX']) {
      expect(Object.keys(responses[failure]?.content ?? {})).toEqual(['application/problem+json']);
    }
    for (const code of operation.errors) expect(responses['4XX']?.description).toContain(code);
  });

  it.each(Object.values(standardOperations).map((operation) => [operation.id, operation] as const))(
    '%s is described as its standard has it, with each answer',
    (_, { method, path, scope, params, query, answers }) => {
      const found = description.paths[path]?.[method] as Described;
      const { security, parameters = [], responses } = found;
      expect(security).toEqual(scope === undefined ? [] : [{ apiKey: [] }]);
      const named = (where: string) => parameters.filter((each) => each.in === where).map(({ name }) => name);
      expect(named('path')).toEqual(Object.keys(params?.shape ?? {}));
      expect(named('query')).toEqual(Object.keys(query?.shape ?? {}));
      expect(Object.keys(responses)).toEqual(answers.map(({ status }) => `${status}`));
      for (const { status, mediaTypes } of answers) {
        expect(Object.keys(responses[status]?.content ?? {})).toEqual([...mediaTypes]);
      }
    },
  );

  it('has no reference that leads nowhere, and no scheme that is not declared', () => {
    const references: string[] = [];
    JSON.stringify(description, (name, value: unknown) => {
      if (name === '$ref') references.push(value as string);
      return value;
    });
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      const found = reference
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], description);
      expect([reference, typeof found]).toEqual([reference, 'object']);
    }
    expect(description.components.securitySchemes).toEqual({
      apiKey: expect.objectContaining({ type: 'http', scheme: 'bearer' }),
    });
  });

  it('tells of parts, and of what a caller has already, where a file can be had in parts', () => {
    for (const operation of all) {
      const resumable = operation.answer.kind === 'binary' && operation.answer.resumable === true;
      const { responses } = described(operation);
      expect([operation.id, '206' in responses, '304' in responses]).toEqual([
        operation.id,
        resumable,
        resumable,
      ]);
    }
  });

  it('says that numbers are numbers', () => {
    const schemaOf = (operation: Operation, name: string) =>
      described(operation).parameters?.find((each) => each.name === name)?.schema;
    expect(schemaOf(operations.getBundleAt, 'block')).toMatchObject({ type: 'integer', minimum: 0 });
    expect(schemaOf(operations.listCertificates, 'limit')).toMatchObject({
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: 50,
    });
  });

  it('describes bodies member by member', () => {
    const body = described(operations.changeStatus).requestBody?.content['application/json']?.schema;
    expect(body).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['action', 'reason', 'decision'],
      properties: { action: { enum: ['suspend', 'reinstate', 'revoke'] } },
    });
  });
});

describe('what a browser may get', () => {
  it('is the try-it page, whose every file comes from the agent', async () => {
    const page = await fetch(`${url}/docs`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    const html = await page.text();
    const links = [...html.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(([, link]) => link as string);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link).toMatch(/^\/docs\//);
      const file = await fetch(`${url}${link}`);
      expect(file.status).toBe(200);
      expect((await file.text()).length).toBeGreaterThan(50);
    }
    // A script in the page itself would be refused by the policy.
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
  });

  it.each([
    'package.json',
    '..%2fpackage.json',
    '%2e%2e/package.json',
    'index.html',
    'swagger-ui.js',
    'absolute-path.js',
  ])('is not /docs/%s', async (file) => {
    const response = await fetch(`${url}/docs/${file}`);
    expect(response.status).toBe(404);
  });

  it.each([
    ['aeo', aeoContextDocument],
    ['delegation', delegationContextDocument],
  ])('is the JSON-LD context %s', async (name, document) => {
    const context = await fetch(`${url}/contexts/${name}/v1`);
    expect(context.headers.get('content-type')).toMatch(/^application\/ld\+json/);
    expect(await context.json()).toEqual(asJson(document));
  });

  it('is the JSON schema', async () => {
    const schema = await fetch(`${url}/schemas/aeo-certificate/v1.json`);
    expect(schema.headers.get('content-type')).toMatch(/^application\/schema\+json/);
    expect(await schema.json()).toEqual(asJson(aeoCertificateJsonSchema));
  });

  it('comes with headers that keep it apart', async () => {
    const { headers } = await fetch(`${url}/v1/health`);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
