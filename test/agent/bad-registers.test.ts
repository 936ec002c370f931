import {
  call,
  issueSample,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  file,
  finished,
  header,
  importRegister,
  row,
  rowsOf,
  startImport,
  untilWritten,
} from './register-imports.js';

let network: TestNetwork;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['CL', 'PE'] });
});

afterAll(() => network.stop());

async function byNumber(agent: TestAgent, certificateNumber: string) {
  const { items } = await agent.as('auditor').listCertificates({ query: { certificateNumber } });
  return items[0];
}

describe('a bad register', () => {
  const chile = () => network.agent('CL');
  const text = (content: string) => new TextEncoder().encode(content);

  async function refusal(body: Uint8Array) {
    const { database } = chile().agent.parts;
    const before = [await database.read.count('import_job'), await database.read.count('certificate')];
    const answer = await call(chile().url, 'startImport', { key: chile().keys.supervisor, body });
    expect([await database.read.count('import_job'), await database.read.count('certificate')]).toEqual(
      before,
    );
    return answer;
  }

  it.each([
    ['nothing', new Uint8Array(), 422, 'REGISTER_EMPTY'],
    ['blank lines', text('\r\n \r\n\t\n'), 422, 'REGISTER_EMPTY'],
    ['an Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, ...Array(200).fill(7)]), 422, 'REGISTER_BINARY'],
    [
      'a PNG image',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      422,
      'REGISTER_BINARY',
    ],
    ['a web page', text('<!doctype html><table></table>'), 422, 'REGISTER_BINARY'],
    ['rows without a header', text(`${row('X-1')}\n${row('X-2')}`), 422, 'REGISTER_HEADER'],
    ['a header without required columns', text('Nombre;Estado\nA;Vigente'), 422, 'REGISTER_HEADER'],
    ['an open quote', text(`${header}\n"X-1;1;A\n`), 422, 'REGISTER_SYNTAX'],
    ['a line without end', text(`${header}\n${';'.repeat(100_000)}`), 422, 'REGISTER_SYNTAX'],
  ])('of %s is refused, and nothing is stored', async (_, body, status, code) => {
    const answer = await refusal(body);
    expect(answer).toMatchObject({ status, code });
    expect((answer.json as { hints: string[] }).hints.length).toBeGreaterThan(0);
  });

  it.each([21, 50])('of %d MB is refused so that the sender learns why', async (megabytes) => {
    const large = new Uint8Array(megabytes * 1_048_576).fill(65);
    expect(await refusal(large)).toMatchObject({ status: 413, code: 'INPUT_TOO_LARGE' });
    await expect(startImport(chile(), large)).rejects.toMatchObject({
      code: 'INPUT_TOO_LARGE',
      details: { status: 413 },
    });
    // The same for one who does not tell the size before.
    let sent = 0;
    const stream = new ReadableStream({
      pull(controller) {
        if (sent === megabytes) return controller.close();
        sent += 1;
        controller.enqueue(large.subarray(0, 1_048_576));
      },
    });
    const unsized = await fetch(`${chile().url}/v1/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${chile().keys.supervisor}`, 'content-type': 'text/csv' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(unsized.status).toBe(413);
    expect(await unsized.json()).toMatchObject({ code: 'INPUT_TOO_LARGE' });
  });

  it('is not even read without a key', async () => {
    const body = new Uint8Array(50 * 1_048_576).fill(65);
    expect(await call(chile().url, 'startImport', { body })).toMatchObject({ status: 401 });
    const key = chile().keys.officer;
    expect(await call(chile().url, 'startImport', { body, key })).toMatchObject({ status: 403 });
  });

  it('with formulas and unknown columns is read around them', async () => {
    const rows = [
      row('F-1', 'Vigente', '=HYPERLINK("http://evil.example")'),
      row('F-2', 'Vigente', '+cmd|/c calc!A1'),
      row('=1+1'),
      row('F-4', 'Quizás'),
      row('F-5'),
    ].map((each) => `${each.replaceAll('"', '')};colour`);
    const body = text([`${header};Color favorito`, ...rows].join('\n'));
    const view = await importRegister(chile(), body);
    expect(view.shape?.unknownColumns).toEqual(['Color favorito']);
    expect(view.counts).toMatchObject({ rows: 5, issued: 1, rejected: 4 });
    const report = await rowsOf(chile(), view, { only: 'rejected' });
    expect(report.map(({ row: line, issues }) => [line, issues[0]?.field, issues[0]?.code])).toEqual([
      [2, 'legalName', 'CELL_FORMULA'],
      [3, 'legalName', 'CELL_FORMULA'],
      [4, 'certificateNumber', 'CELL_FORMULA'],
      [5, 'status', 'STATUS_UNKNOWN'],
    ]);
    expect((await byNumber(chile(), 'F-5'))?.state).toBe('issued');
  });

  it('lets others through while it is imported', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) =>
      row(`L-${i}`, i % 10 === 0 ? 'Suspendido' : 'Vigente'),
    );
    const { id } = await startImport(chile(), file(...rows));
    let answered = 0;
    await waitFor(
      async () => {
        const [view] = await Promise.all([
          chile().as('supervisor').getImport({ params: { id } }),
          chile()
            .as('auditor')
            .listCertificates({ query: { limit: 5 } }),
          issueSample(chile(), { tin: 'CL769779841' }),
        ]);
        return view;
      },
      ({ state }) => {
        if (state !== 'done') answered += 1;
        return state === 'done';
      },
    );
    expect(answered).toBeGreaterThan(1);
    expect((await finished(chile(), id)).counts).toMatchObject({ issued: 3000, processed: 3000 });
    await untilWritten(chile());
  });
});
