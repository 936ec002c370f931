import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { ImportRow, ImportView } from '@eslabon/client/contract';
import { afterEach, describe, expect, it } from '@jest/globals';
import { run } from '../run.js';
import { importAnswer } from '../testing/agent-answers.js';
import { captureIo } from '../testing/capture-io.js';
import { type Answer, type HttpServer, serveHttp } from '../testing/serve-http.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';

let server: HttpServer | undefined;
afterEach(() => server?.close());

const { id } = importAnswer();

const badRow = (row: number): ImportRow => ({
  row,
  certificateNumber: `PE-${row}`,
  outcome: 'rejected',
  issues: [
    {
      field: 'tin',
      column: 'RUC',
      severity: 'error',
      code: 'TIN_INVALID',
      value: 'x\u001b[2Jy',
      sentence: { en: 'This is no TIN.', es: 'Esto no es un TIN.', pt: 'Isto não é um TIN.' },
    },
  ],
});

const counts = (rows: number, processed: number, rejected = 0) => ({
  rows,
  processed,
  issued: processed - rejected,
  unchanged: 0,
  statusChanged: 0,
  rejected,
  warnings: 0,
});

/** An agent that goes through these answers to getImport, the last one for ever, and has `bad` rows with issues. */
async function importing(
  args: readonly string[],
  views: readonly (Partial<ImportView> | Answer)[],
  { bad = 0, io: overrides = {} }: { bad?: number; io?: Parameters<typeof captureIo>[0] } = {},
) {
  let asked = -1;
  const agent = await serveHttp(({ method, path }) => {
    const url = new URL(path, 'http://x');
    if (method === 'POST') return { status: 202, body: importAnswer() };
    if (url.pathname === `/v1/imports/${id}`) {
      asked = Math.min(asked + 1, views.length - 1);
      const view = views[asked] ?? {};
      return 'body' in view ? view : { body: importAnswer(view as Partial<ImportView>) };
    }
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const to = Math.min(from + Number(url.searchParams.get('limit')), bad);
    const items = Array.from({ length: to - from }, (_, i) => badRow(from + i + 2));
    return { body: { items, next: to < bad ? String(to) : undefined } };
  });
  server = agent;
  return inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, 'registro perú.csv'), 'RUC;Nombre\n20100047218;Á\n');
    const io = captureIo({ cwd, env: { ESLABON_AGENT: agent.url, ESLABON_KEY: 'k' }, ...overrides });
    const code = await run(['import', ...args], io);
    return { code, out: io.out(), err: io.err(), seen: agent.seen };
  });
}

const done = (rows: number, rejected = 0): Partial<ImportView> => ({
  state: 'done',
  counts: counts(rows, rows, rejected),
});

describe('import', () => {
  it('uploads the bytes as they are, follows and ends with 0 when nothing was rejected', async () => {
    const { code, out, seen } = await importing(
      ['registro perú.csv', '--dry-run'],
      [
        { state: 'running', counts: counts(2, 1) },
        { ...done(2), dryRun: true },
      ],
    );
    expect(code).toBe(0);
    expect(seen[0]).toMatchObject({
      path: '/v1/imports?dryRun=true&fileName=registro+per%C3%BA.csv',
      body: 'RUC;Nombre\n20100047218;Á\n',
    });
    expect(out).toContain('Dry run: nothing was issued or changed.\n  2 would be issued\n');
  });

  it('ends with 1 when rows were rejected, shows 20 of them and says how to see the rest', async () => {
    const { code, out } = await importing(['registro perú.csv', '--lang', 'es'], [done(30, 25)], { bad: 25 });
    expect(code).toBe(1);
    expect(out).toContain(
      '  Fila 2 PE-2: rechazada\n' + '    ✖ TIN_INVALID  columna «RUC»:  Esto no es un TIN.  “x\ufffd[2Jy”\n',
    );
    expect(out.match(/TIN_INVALID/g)).toHaveLength(20);
    expect(out).toContain(`Hay más. Para verlas todas: eslabon import --report ${id} --agent ${server?.url}`);
  });

  it('--report prints every row of an earlier import, over pages', async () => {
    const { out, seen } = await importing(['--report', id], [done(900, 450)], { bad: 450 });
    expect(out.match(/TIN_INVALID/g)).toHaveLength(450);
    expect(seen.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('--json prints the import and all rows on one line', async () => {
    const { out } = await importing(['registro perú.csv', '--json'], [done(30, 25)], { bad: 25 });
    expect(out.trimEnd()).not.toContain('\n');
    const parsed = JSON.parse(out);
    expect(parsed.import.counts.rejected).toBe(25);
    expect(parsed.rows).toHaveLength(25);
  });

  it('waits out an agent that is away for a moment, and not for ever', async () => {
    const away: Answer = { status: 503, body: 'restarting' };
    const back = await importing(['registro perú.csv'], [away, away, done(1)]);
    expect(back.code).toBe(0);
    await server?.close();
    const gone = await importing(['registro perú.csv'], [away]);
    expect(gone.code).toBe(2);
    expect(gone.err).toContain(`hint: It goes on without us. Later: eslabon import --report ${id}`);
  });

  it('a file that the agent refuses as a whole ends with 2 and its code', async () => {
    const error = { code: 'REGISTER_HEADER', message: 'No column holds a TIN.', hints: ['Name it RUC.'] };
    const { code, err } = await importing(['registro perú.csv'], [{ state: 'failed', error }]);
    expect(code).toBe(2);
    expect(err).toBe('error REGISTER_HEADER: No column holds a TIN.\n  hint: Name it RUC.\n');
  });

  it('tells its progress about every two seconds where there is no terminal', async () => {
    const running = (processed: number) => ({ state: 'running' as const, counts: counts(20, processed) });
    const views = Array.from({ length: 11 }, (_, i) => running(i + 1));
    const { err } = await importing(['registro perú.csv'], [...views, done(20)]);
    expect(err).toBe('5 of 20 rows\n10 of 20 rows\n');
  });

  it('draws a bar on a terminal', async () => {
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
    const drawn: Buffer[] = [];
    stream.on('data', (chunk) => drawn.push(chunk));
    const stderr = { write: () => undefined, isTTY: true, columns: 100, stream: stream as never };
    await importing(['registro perú.csv', '--lang', 'pt'], [done(20)], { io: { stderr } });
    expect(Buffer.concat(drawn).toString()).toContain('20 de 20 linhas');
  });

  it.each([[[]], [['a.csv', '--report', id]]])('wants a file or --report, not %j', async (args) => {
    const { code, err, seen } = await importing(args, [{}]);
    expect({ code, seen }).toEqual({ code: 2, seen: [] });
    expect(err).toContain('error INPUT_INVALID: Give either a register file or --report ID.');
  });
});
