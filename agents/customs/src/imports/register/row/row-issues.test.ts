import type { Country } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { type CellIssueCode, cellIssueCodes } from '../issues/cell-issue.js';
import { readRegister } from '../read-register.js';
import type { RegisterField } from '../register-field.js';

type Cells = Partial<Record<RegisterField, string>>;

const good = {
  certificateNumber: 'OEA-1',
  nationalId: '20131312955',
  legalName: 'Exportadora Ceibo S.A.C.',
  tradeName: 'de',
  street: 'Av. Costera 1',
  certificateType: 'Seguridad',
  operatorRoles: 'EX+MF',
  decisionDate: '2024-01-15',
  effectiveDate: '2024-01-20',
  validUntil: '2029-01-20',
  lastValidationDate: '',
  status: 'Vigente',
  contactEmail: 'oea1@pe.example',
} satisfies Cells;

const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

function readLines(lines: readonly string[], country = 'PE') {
  const text = [quoted(Object.keys(good)), ...lines].join('\r\n');
  return readRegister(new TextEncoder().encode(text), { country: country as Country });
}

const lineOf = (change: Cells = {}) => quoted(Object.values({ ...good, ...change }));

function readOne(change: Cells, country = 'PE') {
  const row = readLines([lineOf(change)], country).rows[0];
  if (row === undefined) throw new Error('The row was not read.');
  return row;
}

const exercised = new Set<CellIssueCode>();

function expectIssues(
  issues: readonly { code: CellIssueCode; field?: string }[],
  expected: (string | undefined)[][],
) {
  for (const { code } of issues) exercised.add(code);
  expect(issues.map(({ code, field }) => [code, field])).toEqual(expected);
}

describe('a cell that is wrong', () => {
  it.each<[string, CellIssueCode, RegisterField, Cells]>([
    ['no number', 'CELL_REQUIRED', 'certificateNumber', { certificateNumber: ' \u00a0' }],
    ['no name', 'CELL_REQUIRED', 'legalName', { legalName: '' }],
    ['a dash for a name', 'CELL_REQUIRED', 'legalName', { legalName: '—' }],
    ['no identifier', 'CELL_REQUIRED', 'nationalId', { nationalId: '' }],
    ['no type', 'CELL_REQUIRED', 'certificateType', { certificateType: '' }],
    ['no roles', 'CELL_REQUIRED', 'operatorRoles', { operatorRoles: '' }],
    ['no decision date', 'CELL_REQUIRED', 'decisionDate', { decisionDate: '' }],
    ['no effective date', 'CELL_REQUIRED', 'effectiveDate', { effectiveDate: '--' }],
    ['no status', 'CELL_REQUIRED', 'status', { status: '' }],
    ['a formula', 'CELL_FORMULA', 'legalName', { legalName: '=HYPERLINK("http://x.example")' }],
    ['a formula after a space', 'CELL_FORMULA', 'tradeName', { tradeName: ' +1+1' }],
    ['a function call', 'CELL_FORMULA', 'street', { street: '@SUM(1)' }],
    ['a minus', 'CELL_FORMULA', 'legalName', { legalName: '-2+3' }],
    ['a tab', 'CELL_FORMULA', 'legalName', { legalName: '\tExportadora' }],
    ['a carriage return', 'CELL_FORMULA', 'legalName', { legalName: '\rExportadora' }],
    ['an identifier kept as text', 'CELL_FORMULA', 'nationalId', { nationalId: '="20131312955"' }],
    ['a bell', 'CELL_UNREADABLE_CHARACTER', 'legalName', { legalName: 'Expor\u0007tadora' }],
    ['text that turns round', 'CELL_UNREADABLE_CHARACTER', 'legalName', { legalName: 'S.A.\u202eC' }],
    ['a lost letter', 'CELL_UNREADABLE_CHARACTER', 'legalName', { legalName: 'Mar\ufffdtima' }],
    ['a long street', 'CELL_TOO_LONG', 'street', { street: 'x'.repeat(71) }],
    ['a very long number', 'CELL_TOO_LONG', 'certificateNumber', { certificateNumber: '1'.repeat(36) }],
    ['a number with markup', 'CELL_INVALID', 'certificateNumber', { certificateNumber: 'OEA<1>' }],
    ['a long identifier', 'TIN_INVALID', 'nationalId', { nationalId: '2013131295520131' }],
    ['an identifier with a slash', 'TIN_INVALID', 'nationalId', { nationalId: '2013131/2955' }],
    ['a type we do not know', 'CERTIFICATE_TYPE_UNKNOWN', 'certificateType', { certificateType: 'Oro' }],
    ['a role we do not know', 'ROLE_UNKNOWN', 'operatorRoles', { operatorRoles: 'EX+DFW' }],
    ['punctuation for a role', 'ROLE_UNKNOWN', 'operatorRoles', { operatorRoles: '++' }],
    ['a status we do not know', 'STATUS_UNKNOWN', 'status', { status: 'En trámite' }],
    ['a day that does not exist', 'DATE_INVALID', 'decisionDate', { decisionDate: '30/02/2024' }],
    ['a year of two digits', 'DATE_INVALID', 'decisionDate', { decisionDate: '15/01/24' }],
    ['words for a date', 'DATE_INVALID', 'effectiveDate', { effectiveDate: 'enero' }],
    ['an hour within the day', 'DATE_INVALID', 'decisionDate', { decisionDate: '2024-01-15T23:30:00' }],
    ['an end before the start', 'DATES_REVERSED', 'validUntil', { validUntil: '2024-01-19' }],
  ])('%s: %s', (_, code, field, change) => {
    const row = readOne(change);
    expectIssues(row.issues, [[code, field]]);
    expect(row.issues[0]?.severity).toBe('error');
    expect(row.certificate).toBeUndefined();
    expect(row.issues[0]?.column).toBe(field);
  });
});

describe('a cell that is doubtful', () => {
  it.each<[string, CellIssueCode, RegisterField, Cells]>([
    ['a wrong check digit', 'NATIONAL_ID_CHECK_DIGIT', 'nationalId', { nationalId: '20131312956' }],
    ['another form', 'NATIONAL_ID_FORMAT', 'nationalId', { nationalId: '12345678' }],
    ['a name that declarations cut', 'LEGAL_NAME_LONG', 'legalName', { legalName: 'x'.repeat(71) }],
    ['a role twice', 'ROLE_REPEATED', 'operatorRoles', { operatorRoles: 'EX, exportador' }],
    ['expired', 'STATUS_EXPIRED', 'status', { status: 'Expirado' }],
    ['expired without end', 'STATUS_EXPIRED', 'status', { status: 'Vencido', validUntil: 'Indefinido' }],
    ['no e-mail address', 'EMAIL_INVALID', 'contactEmail', { contactEmail: 'see web site' }],
  ])('%s: %s', (_, code, field, change) => {
    const row = readOne(change);
    expectIssues(row.issues, [[code, field]]);
    expect(row.issues[0]?.severity).toBe('warning');
    expect(row.certificate).toBeDefined();
  });

  it('leaves a malformed contact out', () => {
    expect(readOne({ contactEmail: 'see web site' })).not.toHaveProperty('contactEmail');
  });
});

describe('a row that is wrong', () => {
  it('short: ROW_SHORT once, not one issue per missing cell', () => {
    const { rows } = readLines([
      lineOf().split(',').slice(0, 5).join(','),
      lineOf({ certificateNumber: 'OEA-2' }),
    ]);
    expectIssues(rows[0]?.issues ?? [], [['ROW_SHORT', undefined]]);
    expect(rows[0]).toMatchObject({ row: 2, certificateNumber: 'OEA-1', status: 'suspended' });
    expect(rows[1]?.certificate).toBeDefined();
  });

  it('long: ROW_LONG alone, because its cells may stand under the wrong headers', () => {
    const { rows } = readLines([lineOf().replace('"Exportadora Ceibo S.A.C."', 'Exportadora, Ceibo')]);
    expectIssues(rows[0]?.issues ?? [], [['ROW_LONG', undefined]]);
    expect(rows[0]?.certificate).toBeUndefined();
  });

  it('empty cells too many do no harm', () => {
    expect(readLines([`${lineOf()},,""`]).rows[0]).toMatchObject({ issues: [], status: 'active' });
  });

  it('everything wrong is told at once', () => {
    const row = readOne({
      legalName: '',
      certificateType: 'Oro',
      validUntil: '1999-01-01',
      street: 'x'.repeat(71),
    });
    expectIssues(row.issues, [
      ['CELL_REQUIRED', 'legalName'],
      ['DATES_REVERSED', 'validUntil'],
      ['CERTIFICATE_TYPE_UNKNOWN', 'certificateType'],
      ['CELL_TOO_LONG', 'street'],
    ]);
  });
});

describe('a certificate number that stands twice', () => {
  it('with the same content is skipped', () => {
    const { rows } = readLines([lineOf(), lineOf({ legalName: ' Exportadora  Ceibo S.A.C.' })]);
    expectIssues(rows[1]?.issues ?? [], [['DUPLICATE_ROW', 'certificateNumber']]);
    expect(rows.map(({ certificate }) => certificate !== undefined)).toEqual([true, false]);
    expect(rows[1]?.issues[0]?.sentence.en).toContain('row 2');
  });

  it.each<[string, Cells]>([
    ['another status', { status: 'Suspendido' }],
    ['another name', { legalName: 'Otra S.A.' }],
    ['another case of the number', { certificateNumber: 'oea-1' }],
  ])('with %s is an error of the later row', (_, change) => {
    const { rows } = readLines([lineOf(), lineOf(change)]);
    expectIssues(rows[1]?.issues ?? [], [['DUPLICATE_NUMBER', 'certificateNumber']]);
    expect(rows.map(({ certificate }) => certificate !== undefined)).toEqual([true, false]);
  });
});

describe('the order of day and month', () => {
  const dates = (decisionDate: string, effectiveDate: string, certificateNumber: string) =>
    lineOf({ decisionDate, effectiveDate, certificateNumber, validUntil: '' });
  const decided = (lines: string[]) => {
    const { shape, rows } = readLines(lines);
    for (const { code } of rows.flatMap(({ issues }) => issues)) exercised.add(code);
    return {
      order: shape.dateOrder,
      dates: rows.map(({ certificate }) => certificate?.decisionDate),
      codes: rows.map(({ issues }) => issues.map(({ code }) => code).join()),
    };
  };

  it('follows the one date that tells, anywhere in the file', () => {
    expect(decided([dates('02/03/2024', '03/03/2024', '1'), dates('04/03/2024', '13/03/2024', '2')])).toEqual(
      {
        order: 'day-first',
        dates: ['2024-03-02', '2024-03-04'],
        codes: ['', ''],
      },
    );
    expect(decided([dates('02/03/2024', '02/04/2024', '1'), dates('02-04-2024', '02.13.2024', '2')])).toEqual(
      {
        order: 'month-first',
        dates: ['2024-02-03', '2024-02-04'],
        codes: ['', ''],
      },
    );
  });

  it('is assumed day first, with one warning, when no date tells', () => {
    expect(decided([dates('03/03/2024', '04/03/2024', '1'), dates('05/03/2024', '06/03/2024', '2')])).toEqual(
      {
        order: 'ambiguous',
        dates: ['2024-03-03', '2024-03-05'],
        codes: ['DATE_ORDER_ASSUMED', ''],
      },
    );
  });

  it('makes every date with two readings an error when dates contradict each other', () => {
    const lines = [dates('13/02/2024', '14/02/2024', '1'), dates('02/13/2024', '02/14/2024', '2')];
    expect(
      decided([...lines, dates('02/03/2024', '03/03/2024', '3'), dates('2024-02-03', '04/04/2024', '4')]),
    ).toEqual({
      order: 'ambiguous',
      dates: ['2024-02-13', '2024-02-13', undefined, '2024-02-03'],
      codes: ['', '', 'DATE_ORDER_CONFLICT', ''],
    });
  });

  it('is not decided by a day that does not exist either way', () => {
    expect(
      decided([dates('02/03/2024', '30/30/2024', '1'), dates('2024/3/9', '2024-03-10 00:00:00', '2')]),
    ).toEqual({
      order: 'ambiguous',
      dates: [undefined, '2024-03-09'],
      codes: ['DATE_ORDER_ASSUMED,DATE_INVALID', ''],
    });
  });
});

describe('identifiers that already are a TIN', () => {
  it.each([
    ['PE', 'PE20131312955', 'PE20131312955', '20131312955'],
    ['PE', 'PE-20131312955', 'PE20131312955', '20131312955'],
    ['MX', 'MXA970701NN3', 'MXMXA970701NN3', 'MXA970701NN3'],
    ['MX', 'MXSAT970701NN3', 'MXSAT970701NN3', 'SAT970701NN3'],
  ])('%s %s', (country, nationalId, tin, value) => {
    const { certificate } = readOne({ nationalId }, country);
    expect(certificate).toMatchObject({ tin, nationalId: { value } });
  });

  it('of countries whose scheme is not known keep the TIN alone', () => {
    const { certificate } = readOne({ nationalId: 'ES12345678' }, 'ES');
    expect(certificate?.tin).toBe('ES12345678');
    expect(certificate).not.toHaveProperty('nationalId');
  });
});

describe('sentences', () => {
  it('every code was raised above', () => {
    expect([...exercised].sort()).toEqual([...cellIssueCodes].sort());
  });

  it('name the cell in three languages and cut it short', () => {
    const issue = readOne({ certificateType: `Oro ${'x'.repeat(200)}` }).issues[0];
    expect(issue?.value).toHaveLength(80);
    for (const language of ['en', 'es', 'pt'] as const)
      expect(issue?.sentence[language]).toContain('Oro xxx');
    expect(new Set(Object.values(issue?.sentence ?? {})).size).toBe(3);
  });

  it('never cut a character in half', () => {
    const issue = readOne({ certificateType: `${'x'.repeat(78)}😀😀` }).issues[0];
    expect(issue?.value).toBe(`${'x'.repeat(78)}…`);
  });
});
