import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { run } from '../run.js';
import { certificateAnswer, certificateId } from '../testing/agent-answers.js';
import { type CapturedIo, captureIo } from '../testing/capture-io.js';
import { type HttpServer, serveHttp } from '../testing/serve-http.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';

const token = 'eyJhbGciOiJFUzI1NiJ9.eyJ2Y3QiOiIxIn0.c2ln';

/** What the agent answers with where a page is asked for. */
let page: string;
let server: HttpServer;
beforeEach(async () => {
  page = '%PDF-1.7 a page';
  server = await serveHttp(({ path }) => {
    const url = new URL(path, 'http://x');
    if (url.pathname === '/v1/certificates') {
      const known = url.searchParams.get('certificateNumber') ?? 'PE-OEA-2024-0012';
      const items = known === 'PE-OEA-2024-0012' ? [certificateAnswer()] : [];
      return { body: { items, next: items.length > 0 ? 'page2' : undefined } };
    }
    if (url.pathname === `/v1/certificates/${certificateId}`) return { body: certificateAnswer() };
    if (url.pathname.endsWith('/credential')) return { type: 'application/vc+jwt', body: token };
    if (url.pathname.endsWith('/paper')) return { type: 'application/pdf', body: page };
    if (url.pathname.endsWith('/history')) {
      const at = '2024-03-01T15:00:00Z';
      return {
        body: { items: [{ sequence: 1, at, actor: 'officer\u001b[2J', event: 'PROPOSED', data: {} }] },
      };
    }
    return undefined;
  });
});
afterEach(() => server.close());

async function eslabon(args: readonly string[], overrides: Partial<Parameters<typeof captureIo>[0]> = {}) {
  const io: CapturedIo = captureIo({
    env: { ESLABON_AGENT: server.url, ESLABON_KEY: 'k', LANG: 'es_PE.UTF-8' },
    ...overrides,
  });
  return { code: await run(['certificate', ...args], io), out: io.out(), err: io.err() };
}

describe('certificate list', () => {
  it('sends the filters and prints tab-separated values into a pipe', async () => {
    const { code, out, err } = await eslabon(['list', '--status', 'active', '--tin', 'PE20100047218']);
    expect(code).toBe(0);
    expect(server.seen[0]?.path).toBe('/v1/certificates?status=active&tin=PE20100047218&limit=50');
    expect(out.split('\n')[1]?.split('\t')).toEqual([
      'PE-OEA-2024-0012',
      'active',
      'security',
      'PE20100047218',
      '2027-03-05',
      'Agroindustrias del Norte S.A.C.',
    ]);
    expect(err).toBe('Hay más: agregue --cursor page2\n');
  });

  it('prints an aligned table on a terminal and a whole page as JSON', async () => {
    expect((await eslabon(['list'], { tty: true })).out).toMatch(/^NÚMERO {12}ESTADO {2}TIPO/);
    expect(JSON.parse((await eslabon(['list', '--json'])).out)).toMatchObject({ next: 'page2' });
  });

  it.each([
    ['--status', 'gone'],
    ['--limit', '0'],
    ['--limit', 'many'],
  ])('refuses %s %s without asking the agent', async (option, value) => {
    expect((await eslabon(['list', option, value])).code).toBe(2);
    expect(server.seen).toEqual([]);
  });
});

describe('certificate get, history and credential', () => {
  it('finds by id and by number', async () => {
    const byId = await eslabon(['get', certificateId, '--lang', 'pt']);
    expect(byId.out).toContain('Razão social      Agroindustrias del Norte S.A.C.');
    const byNumber = await eslabon(['get', 'PE-OEA-2024-0012', '--json']);
    expect(JSON.parse(byNumber.out)).toEqual(certificateAnswer());
  });

  it('says so when there is no such number', async () => {
    const { code, err } = await eslabon(['get', 'PE-OEA-0']);
    expect(code).toBe(2);
    expect(err).toContain('error CERTIFICATE_NOT_FOUND: The agent has no certificate “PE-OEA-0”.');
  });

  it('prints a history that cannot steer the terminal', async () => {
    expect((await eslabon(['history', certificateId])).out).toBe(
      '2024-03-01T15:00:00Z  PROPOSED  officer\ufffd[2J\n',
    );
  });

  it('writes a page to a file, in the language that is asked for', () =>
    inTemporaryFolder(async (cwd) => {
      const args = ['paper', 'PE-OEA-2024-0012', '--out', 'a.pdf'];
      const written = await eslabon([...args, '--language', 'pt'], { cwd });
      expect(written).toMatchObject({ code: 0, out: 'a.pdf: página escrita.\n' });
      expect(await readFile(join(cwd, 'a.pdf'), 'utf8')).toBe(page);
      expect(server.seen.at(-1)?.path).toBe(`/v1/certificates/${certificateId}/paper?language=pt`);
      expect((await eslabon(args.slice(0, 2), { cwd })).code).toBe(2);
      page = '<html>';
      expect((await eslabon(args, { cwd })).err).toContain('error FILE_UNREADABLE: ');
      expect(await readFile(join(cwd, 'a.pdf'), 'utf8')).toBe('%PDF-1.7 a page');
    }));

  it('writes the credential to a file, or to standard output', () =>
    inTemporaryFolder(async (cwd) => {
      const written = await eslabon(['credential', 'PE-OEA-2024-0012', '--out', 'a.jwt'], { cwd });
      expect(written).toMatchObject({ code: 0, out: 'a.jwt: credencial escrita.\n' });
      expect(await readFile(join(cwd, 'a.jwt'), 'utf8')).toBe(`${token}\n`);
      const printed = await eslabon(['credential', certificateId, '--format', 'vc1-jwt']);
      expect(printed.out).toBe(`${token}\n`);
      expect(server.seen.at(-1)?.path).toContain('format=vc1-jwt');
    }));
});
