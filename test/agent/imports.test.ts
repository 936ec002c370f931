import { readFileSync } from 'node:fs';
import type { CertificateView, ImportRow, ImportView } from '@eslabon/client/contract';
import {
  call,
  chainHead,
  chainStatus,
  decide,
  issueSample,
  settled,
  startTestNetwork,
  statusWrites,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const registers = new URL('../../agents/network/data/registers/', import.meta.url);
const sample = (country: string) =>
  new Uint8Array(readFileSync(new URL(`${country.toLowerCase()}.csv`, registers)));

let network: TestNetwork;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'CO', 'MX', 'CL'] });
});

afterAll(() => network.stop());

const header =
  'Número de certificado;Identificación;Razón social;Tipo de certificado;Roles;Fecha de resolución;Vigente desde;Vigente hasta;Estado';
const row = (number: string, status = 'Vigente', name = `Empresa ${number} S.A.`) =>
  `${number};76.977.984-1;${name};Seguridad;EX+IM;2024-01-10;2024-01-15;2044-01-14;${status}`;
const file = (...rows: string[]) => new TextEncoder().encode([header, ...rows, ''].join('\r\n'));

async function start(agent: TestAgent, body: Uint8Array, query: { dryRun?: 'true'; fileName?: string } = {}) {
  return agent.as('supervisor').startImport({ body, query });
}

function finished(agent: TestAgent, id: string): Promise<ImportView> {
  return waitFor(
    () => agent.as('supervisor').getImport({ params: { id } }),
    ({ state }) => state === 'done' || state === 'failed',
  );
}

async function run(...given: Parameters<typeof start>): Promise<ImportView> {
  return finished(given[0], (await start(...given)).id);
}

async function rowsOf(
  agent: TestAgent,
  { id }: Pick<ImportView, 'id'>,
  query: { only?: 'all' | 'issues' | 'rejected'; limit?: number } = {},
): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await agent
      .as('supervisor')
      .listImportRows({ params: { id }, query: { limit: 200, ...query, cursor } });
    rows.push(...page.items);
    if (page.next === undefined) return rows;
    cursor = page.next;
  }
}

async function certificatesOf(agent: TestAgent): Promise<CertificateView[]> {
  const all: CertificateView[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await agent.as('auditor').listCertificates({ query: { limit: 200, cursor } });
    all.push(...page.items);
    if (page.next === undefined) return all;
    cursor = page.next;
  }
}

async function byNumber(agent: TestAgent, certificateNumber: string): Promise<CertificateView> {
  const { items } = await agent.as('auditor').listCertificates({ query: { certificateNumber } });
  return items[0] as CertificateView;
}

const codesOf = (rows: readonly ImportRow[]) => rows.flatMap(({ issues }) => issues.map(({ code }) => code));

const untilWritten = (agent: TestAgent) =>
  waitFor(
    () => agent.as('machine').getReadiness({}),
    ({ outbox }) => outbox.waiting === 0,
  );

describe('a sample register', () => {
  const expected = { rows: 129, processed: 129, issued: 129, unchanged: 0, statusChanged: 0, rejected: 0 };

  it('is only reported on in a dry run', async () => {
    const peru = network.agent('PE');
    const view = await run(peru, sample('PE'), { dryRun: 'true', fileName: 'C:\\exports\\pe.csv' });
    expect(view).toMatchObject({ state: 'done', dryRun: true, fileName: 'pe.csv', createdBy: 'supervisor' });
    expect(view.counts).toEqual({ ...expected, warnings: 2 });
    expect(view.shape).toEqual({
      encoding: 'utf-8',
      separator: ';',
      dateOrder: 'day-first',
      unknownColumns: [],
    });
    expect(await rowsOf(peru, view)).toHaveLength(129);
    expect(await certificatesOf(peru)).toEqual([]);
    // No index was used up either.
    expect((await issueSample(peru)).statusEntry).toEqual({ list: 0, index: 0 });
  });

  it('is issued row by row, with the status that it says', async () => {
    const peru = network.agent('PE');
    const view = await run(peru, sample('PE'), { fileName: 'pe.csv' });
    expect(view).toMatchObject({ state: 'done', error: null });
    expect(view.counts).toEqual({ ...expected, warnings: 2 });
    const issued = (await certificatesOf(peru)).filter(({ proposedBy }) => proposedBy.includes('import'));
    const counts = (status: string) => issued.filter((each) => each.status === status).length;
    expect([counts('active'), counts('suspended'), counts('revoked')]).toEqual([114, 7, 8]);
    expect(issued.map(({ statusEntry }) => statusEntry?.index).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 129 }, (_, i) => i + 1),
    );
    await untilWritten(peru);
    for (const each of issued) expect(await chainStatus(peru.agent, each)).toBe(each.status);
    const suspended = issued.find(({ status }) => status === 'suspended') as CertificateView;
    const { items } = await peru.as('auditor').getCertificateHistory({ params: { id: suspended.id } });
    expect(items.map(({ event, actor }) => [event, actor])).toEqual([
      ['IMPORTED', 'supervisor (import pe.csv)'],
      ['STATUS_DECIDED', 'supervisor (import pe.csv)'],
      ['STATUS_CONFIRMED', 'chain'],
    ]);
  });

  it('changes nothing when it is imported again', async () => {
    const peru = network.agent('PE');
    const [before, head] = [await certificatesOf(peru), await chainHead(peru.agent)];
    const again = await run(peru, sample('PE'));
    expect(again.counts).toEqual({ ...expected, issued: 0, unchanged: 129, warnings: 2 });
    expect(await certificatesOf(peru)).toEqual(before);
    await untilWritten(peru);
    expect(await statusWrites(peru.agent, head)).toEqual({ instructions: 0, words: 0 });
  });

  it.each([
    ['CO', 86],
    ['MX', 180],
  ])('of %s is accounted for, row by row', async (country, rows) => {
    const agent = network.agent(country);
    const view = await run(agent, sample(country));
    const report = await rowsOf(agent, view, { limit: 7 });
    expect(report.map((each) => each.row)).toEqual(Array.from({ length: rows }, (_, i) => i + 2));
    const count = (outcome: string) => report.filter((each) => each.outcome === outcome).length;
    const { counts } = view;
    expect({ ...counts, warnings: 0 }).toEqual({
      rows,
      processed: rows,
      issued: count('issued'),
      unchanged: 0,
      statusChanged: 0,
      rejected: count('rejected'),
      warnings: 0,
    });
    expect(counts.issued + counts.rejected).toBe(rows);
    expect(counts.warnings).toBe(
      report.flatMap(({ issues }) => issues).filter(({ severity }) => severity === 'warning').length,
    );
    expect(await certificatesOf(agent)).toHaveLength(counts.issued);
    expect(await rowsOf(agent, view, { only: 'issues', limit: 3 })).toEqual(
      report.filter(({ issues }) => issues.length > 0),
    );
    expect(await rowsOf(agent, view, { only: 'rejected' })).toEqual(
      report.filter(({ outcome }) => outcome === 'rejected'),
    );
  });
});

describe('a register that says something else than before', () => {
  const chile = () => network.agent('CL');

  it('does not change what was issued', async () => {
    await run(chile(), file(row('N-1'), row('N-2')));
    const before = await byNumber(chile(), 'N-1');
    const view = await run(chile(), file(row('N-1', 'Vigente', 'Otra Empresa S.A.'), row('N-2')));
    expect(view.counts).toMatchObject({ issued: 0, rejected: 1, unchanged: 1 });
    const [first] = await rowsOf(chile(), view);
    expect(first).toMatchObject({
      row: 2,
      certificateNumber: 'N-1',
      outcome: 'rejected',
      issues: [{ code: 'CONTENT_DIFFERS', severity: 'error', field: 'certificateNumber', value: 'N-1' }],
    });
    expect(await byNumber(chile(), 'N-1')).toEqual(before);
  });

  it('makes a status stricter, also on the chain, and never milder', async () => {
    const statuses = (...list: string[]) => file(...list.map((status, i) => row(`S-${i}`, status)));
    const [active, suspended, revoked] = ['Vigente', 'Suspendido', 'Cancelado'] as const;
    await run(chile(), statuses(active, active, suspended, suspended, revoked, revoked, active));
    await untilWritten(chile());
    const view = await run(chile(), statuses(suspended, revoked, active, revoked, active, suspended, active));
    expect(view.counts).toMatchObject({
      statusChanged: 3,
      unchanged: 4,
      issued: 0,
      rejected: 0,
      warnings: 3,
    });
    const report = await rowsOf(chile(), view);
    expect(report.map(({ outcome }) => outcome)).toEqual([
      'statusChanged',
      'statusChanged',
      'unchanged',
      'statusChanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect(report.map(({ issues }) => issues[0]?.code)).toEqual([
      undefined,
      undefined,
      'STATUS_DIFFERS',
      undefined,
      'STATUS_DIFFERS',
      'STATUS_DIFFERS',
      undefined,
    ]);
    await untilWritten(chile());
    const expected = ['suspended', 'revoked', 'suspended', 'revoked', 'revoked', 'revoked', 'active'];
    for (const [i, status] of expected.entries()) {
      const certificate = await byNumber(chile(), `S-${i}`);
      expect([i, certificate.status]).toEqual([i, status]);
      expect([i, await chainStatus(chile().agent, certificate)]).toEqual([i, status]);
    }
    const dry = await run(chile(), statuses(revoked), { dryRun: 'true' });
    expect(dry.counts).toMatchObject({ statusChanged: 1 });
    expect((await byNumber(chile(), 'S-0')).status).toBe('suspended');
  });

  it('leaves a decision of a person alone', async () => {
    await run(chile(), file(row('D-1')));
    const certificate = await byNumber(chile(), 'D-1');
    const { id } = await decide(chile(), certificate, 'suspend');
    await settled(chile(), id);
    const view = await run(chile(), file(row('D-1')));
    expect(codesOf(await rowsOf(chile(), view))).toEqual(['STATUS_DIFFERS']);
    expect(await chainStatus(chile().agent, certificate)).toBe('suspended');
  });

  it('waits for a decision on a proposal with the same number, and takes the number of a rejected one', async () => {
    const propose = (certificateNumber: string) =>
      chile()
        .as('officer')
        .proposeCertificate({
          body: {
            certificate: {
              certificateNumber,
              certificateType: 'full',
              operatorRoles: ['EX'],
              tin: 'CL769779841',
              legalName: 'Propuesta S.A.',
              decisionDate: '2024-01-01',
              effectiveDate: '2024-01-01',
            },
          },
        });
    await propose('P-1');
    const { id } = await propose('P-2');
    await chile()
      .as('supervisor')
      .rejectCertificate({ params: { id }, body: { note: 'No.' } });
    const view = await run(chile(), file(row('P-1'), row('P-2')));
    expect(view.counts).toMatchObject({ issued: 1, rejected: 1 });
    expect(codesOf(await rowsOf(chile(), view))).toEqual(['NUMBER_PROPOSED']);
    expect((await byNumber(chile(), 'P-1')).state).toBe('proposed');
  });

  it('is dealt with once when it is sent many times at once', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => row(`M-${i}`));
    const before = (await certificatesOf(chile())).length;
    const jobs = await Promise.all(Array.from({ length: 4 }, () => start(chile(), file(...rows))));
    const views = await Promise.all(jobs.map(({ id }) => finished(chile(), id)));
    expect(views.map(({ counts }) => counts.issued).sort((a, b) => a - b)).toEqual([0, 0, 0, 60]);
    expect(views.every(({ state, counts }) => state === 'done' && counts.processed === 60)).toBe(true);
    expect(await certificatesOf(chile())).toHaveLength(before + 60);
  });
});

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
    const view = await run(chile(), body);
    expect(view.shape?.unknownColumns).toEqual(['Color favorito']);
    expect(view.counts).toMatchObject({ rows: 5, issued: 1, rejected: 4 });
    const report = await rowsOf(chile(), view, { only: 'rejected' });
    expect(report.map(({ row: line, issues }) => [line, issues[0]?.field, issues[0]?.code])).toEqual([
      [2, 'legalName', 'CELL_FORMULA'],
      [3, 'legalName', 'CELL_FORMULA'],
      [4, 'certificateNumber', 'CELL_FORMULA'],
      [5, 'status', 'STATUS_UNKNOWN'],
    ]);
    expect((await byNumber(chile(), 'F-5')).state).toBe('issued');
  });

  it('lets others through while it is imported', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) =>
      row(`L-${i}`, i % 10 === 0 ? 'Suspendido' : 'Vigente'),
    );
    const { id } = await start(chile(), file(...rows));
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
