import { readFileSync } from 'node:fs';
import type { CertificateView, ImportRow } from '@eslabon/client/contract';
import {
  chainHead,
  chainStatus,
  decide,
  issueSample,
  settled,
  startTestNetwork,
  statusWrites,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  file,
  finished,
  importRegister,
  row,
  rowsOf,
  startImport,
  untilWritten,
} from './register-imports.js';

const registers = new URL('../../agents/network/data/registers/', import.meta.url);
const sample = (country: string) =>
  new Uint8Array(readFileSync(new URL(`${country.toLowerCase()}.csv`, registers)));

let network: TestNetwork;
/** By so much the clocks of the agents are ahead. */
let aheadMs = 0;

beforeAll(async () => {
  network = await startTestNetwork({
    countries: ['PE', 'CO', 'MX', 'CL'],
    clock: () => new Date(Date.now() + aheadMs),
  });
});

afterAll(() => network.stop());

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

describe('a sample register', () => {
  const expected = { rows: 129, processed: 129, issued: 129, unchanged: 0, statusChanged: 0, rejected: 0 };

  it('is only reported on in a dry run', async () => {
    const peru = network.agent('PE');
    const view = await importRegister(peru, sample('PE'), {
      dryRun: 'true',
      fileName: 'C:\\exports\\pe.csv',
    });
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
    const view = await importRegister(peru, sample('PE'), { fileName: 'pe.csv' });
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
    const again = await importRegister(peru, sample('PE'));
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
    const view = await importRegister(agent, sample(country));
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
    await importRegister(chile(), file(row('N-1'), row('N-2')));
    const before = await byNumber(chile(), 'N-1');
    const view = await importRegister(chile(), file(row('N-1', 'Vigente', 'Otra Empresa S.A.'), row('N-2')));
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
    await importRegister(chile(), statuses(active, active, suspended, suspended, revoked, revoked, active));
    await untilWritten(chile());
    const view = await importRegister(
      chile(),
      statuses(suspended, revoked, active, revoked, active, suspended, active),
    );
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
    const dry = await importRegister(chile(), statuses(revoked), { dryRun: 'true' });
    expect(dry.counts).toMatchObject({ statusChanged: 1 });
    expect((await byNumber(chile(), 'S-0')).status).toBe('suspended');
  });

  it('leaves a decision of a person alone', async () => {
    await importRegister(chile(), file(row('D-1')));
    const certificate = await byNumber(chile(), 'D-1');
    const { id } = await decide(chile(), certificate, 'suspend');
    await settled(chile(), id);
    const view = await importRegister(chile(), file(row('D-1')));
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
    const view = await importRegister(chile(), file(row('P-1'), row('P-2')));
    expect(view.counts).toMatchObject({ issued: 1, rejected: 1 });
    expect(codesOf(await rowsOf(chile(), view))).toEqual(['NUMBER_PROPOSED']);
    expect((await byNumber(chile(), 'P-1')).state).toBe('proposed');
  });

  it('is dealt with once when it is sent many times at once', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => row(`M-${i}`));
    const before = (await certificatesOf(chile())).length;
    const jobs = await Promise.all(Array.from({ length: 4 }, () => startImport(chile(), file(...rows))));
    const views = await Promise.all(jobs.map(({ id }) => finished(chile(), id)));
    expect(views.map(({ counts }) => counts.issued).sort((a, b) => a - b)).toEqual([0, 0, 0, 60]);
    expect(views.every(({ state, counts }) => state === 'done' && counts.processed === 60)).toBe(true);
    expect(await certificatesOf(chile())).toHaveLength(before + 60);
  });
});

describe('a row that is “expired” on its last day', () => {
  it('was ended by its authority, also when it is the next day in UTC', async () => {
    const chile = network.agent('CL');
    const day = 24 * 3_600_000;
    // Ten in the evening, legal time.
    aheadMs = day + 3 * 3_600_000 - (Date.now() % day);
    try {
      const lastDay = new Date(Date.now() + aheadMs - 5 * 3_600_000).toISOString().slice(0, 10);
      const ended = (number: string, validUntil: string) =>
        row(number, 'Vencido').replace('2044-01-14', validUntil);
      await importRegister(chile, file(ended('LAST-DAY', lastDay), ended('LONG-OVER', '2025-01-14')));
      expect((await byNumber(chile, 'LAST-DAY')).status).toBe('revoked');
      // It says so by itself.
      expect((await byNumber(chile, 'LONG-OVER')).status).toBe('active');
    } finally {
      aheadMs = 0;
    }
  });
});
