import {
  type Certificate,
  type CertificateStatus,
  type CertificateType,
  type Country,
  EslabonError,
  nationalIdScheme,
  operatorRoles,
  toTin,
} from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRegister } from './read-register.js';

const country = 'PE' as Country;
const day = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Clean text that every encoding below has, with what CSV must quote. */
const text = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...'abzÑñáçõÜ&.,;|"\'()0 9'), minLength: 1, maxLength })
    .map((value) => `x${value}`.replace(/ +/g, ' ').trim().slice(0, maxLength).trim());

const identifier = fc.bigInt({ min: 20_000_000_000n, max: 20_999_999_999n }).map(String);
const absent = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const withoutAbsent = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

const certificate = fc
  .record({
    number: fc.stringMatching(/^[A-Z0-9][A-Z0-9._/-]{0,10}$/),
    certificateType: fc.constantFrom<CertificateType>('security', 'compliance', 'full'),
    roles: fc.subarray([...operatorRoles], { minLength: 1 }),
    nationalId: identifier,
    legalName: text(70),
    tradeName: absent(text(30)),
    programme: absent(text(30)),
    address: fc.record({
      street: absent(text(70)),
      city: absent(text(35)),
      subdivision: absent(text(35)),
      postcode: absent(text(17)),
    }),
    dates: fc.tuple(day, day, day, day),
    ends: fc.boolean(),
    validated: fc.boolean(),
  })
  .map(({ number, roles, nationalId, address, dates, ends, validated, ...rest }): Certificate => {
    const [decisionDate, effectiveDate, validUntil, lastValidationDate] = dates.toSorted() as [
      string,
      string,
      string,
      string,
    ];
    const parts = withoutAbsent(address);
    return withoutAbsent({
      ...rest,
      certificateNumber: number,
      operatorRoles: roles,
      tin: toTin(country, nationalId),
      nationalId: { scheme: nationalIdScheme(country) as string, value: nationalId },
      address: Object.keys(parts).length > 0 ? { ...parts, country } : undefined,
      decisionDate,
      effectiveDate,
      validUntil: ends ? validUntil : undefined,
      lastValidationDate: validated ? lastValidationDate : undefined,
    });
  });

const entry = fc.record({
  certificate,
  status: fc.constantFrom<CertificateStatus>('active', 'suspended', 'revoked'),
  contactEmail: absent(fc.constant('oea@pe.example')),
});

type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

/** Header and cell of every column, with the words of one of three languages. */
const columns: [
  string,
  string,
  string,
  (entry: Entry, date: (iso?: string) => string) => string | undefined,
][] = [
  [
    'Número de certificado',
    'Nº do certificado',
    'certificate number',
    ({ certificate }) => certificate.certificateNumber,
  ],
  ['RUC', 'Identificação', 'TIN', ({ certificate }) => certificate.nationalId?.value],
  ['Razón social', 'Razão social', 'legal name', ({ certificate }) => certificate.legalName],
  ['Nombre comercial', 'Nome fantasia', 'trade name', ({ certificate }) => certificate.tradeName],
  ['Dirección', 'Endereço', 'street', ({ certificate }) => certificate.address?.street],
  ['Ciudad', 'Cidade', 'city', ({ certificate }) => certificate.address?.city],
  ['Departamento', 'UF', 'state', ({ certificate }) => certificate.address?.subdivision],
  ['Código postal', 'CEP', 'postcode', ({ certificate }) => certificate.address?.postcode],
  ['Tipo de certificado', 'Modalidade', 'certificate type', ({ certificate }) => certificate.certificateType],
  ['Roles', 'Funções', 'roles', ({ certificate }) => certificate.operatorRoles.join('+')],
  ['Programa', 'Nome do programa', 'programme', ({ certificate }) => certificate.programme],
  [
    'Fecha de resolución',
    'Data da decisão',
    'decision date',
    ({ certificate }, date) => date(certificate.decisionDate),
  ],
  [
    'Vigente desde',
    'Início da vigência',
    'valid from',
    ({ certificate }, date) => date(certificate.effectiveDate),
  ],
  ['Vigente hasta', 'Validade', 'valid until', ({ certificate }, date) => date(certificate.validUntil)],
  [
    'Última validación',
    'Última validação',
    'last validation',
    ({ certificate }, date) => date(certificate.lastValidationDate),
  ],
  ['Estado', 'Situação', 'status', ({ status }) => status],
  ['Correo', 'E-mail', 'contact e-mail', ({ contactEmail }) => contactEmail],
];

const dateWriters = {
  iso: (iso = '') => iso,
  'day-first': (iso = '') => iso.split('-').reverse().join('/'),
  'month-first': (iso = '') => iso.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1'),
};

const encoders: Record<string, (text: string) => Uint8Array> = {
  'utf-8': (value) => new TextEncoder().encode(value),
  'utf-8-bom': (value) => new TextEncoder().encode(`\ufeff${value}`),
  'utf-16le': (value) => new Uint8Array(Buffer.from(`\ufeff${value}`, 'utf16le')),
  'windows-1252': (value) => new Uint8Array(Buffer.from(value, 'latin1')),
};

const shape = fc.record({
  order: fc.shuffledSubarray(columns, { minLength: columns.length }),
  language: fc.constantFrom(0 as const, 1 as const, 2 as const),
  separator: fc.constantFrom(',', ';', '\t', '|'),
  lineEnding: fc.constantFrom('\n', '\r\n'),
  dates: fc.constantFrom('iso' as const, 'day-first' as const, 'month-first' as const),
  encoding: fc.constantFrom(...Object.keys(encoders)),
  quoteAll: fc.boolean(),
});

describe('a register in any shape', () => {
  it('gives back the certificates that were written', () => {
    const entries = fc.uniqueArray(entry, {
      selector: ({ certificate }) => certificate.certificateNumber.toUpperCase(),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        entries,
        shape,
        (written, { order, language, separator, lineEnding, dates, encoding, quoteAll }) => {
          const cellOf = (value = '') =>
            quoteAll || /["\n,;|\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
          const lines = [
            order.map((column) => cellOf(column[language])).join(separator),
            ...written.map((one) =>
              order.map(([, , , cell]) => cellOf(cell(one, dateWriters[dates]))).join(separator),
            ),
          ];
          // One operator whose dates tell day from month, as any real register has.
          const known = {
            ...(written[0] as Entry).certificate,
            certificateNumber: '~',
            decisionDate: '1994-12-31',
          };
          const telling = { ...(written[0] as Entry), certificate: known };
          lines.push(order.map(([, , , cell]) => cellOf(cell(telling, dateWriters[dates]))).join(separator));
          const file = (encoders[encoding] as (text: string) => Uint8Array)(lines.join(lineEnding));
          const reading = readRegister(file, { country });
          expect(reading.shape).toMatchObject({ separator, dateOrder: dates, unknownColumns: [] });
          expect(
            reading.rows
              .slice(0, -1)
              .map(({ certificate, status, contactEmail }) => ({ certificate, status, contactEmail })),
          ).toEqual(written);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('anything else', () => {
  const survives = (file: Uint8Array) => {
    try {
      const { rows, rowCount } = readRegister(file, { country });
      expect(rows).toHaveLength(rowCount);
      for (const { certificate, issues } of rows) {
        const refused = issues.some(({ severity, code }) => severity === 'error' || code === 'DUPLICATE_ROW');
        expect(certificate === undefined).toBe(refused);
      }
    } catch (error) {
      if (!(error instanceof EslabonError)) throw error;
      expect(error.code).toMatch(/^REGISTER_/);
    }
  };

  it('random bytes are read or refused with a code', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), survives), { numRuns: 500 });
  });

  it('random cells under a good header are read or refused with a code', () => {
    const header = columns.map(([name]) => name).join(';');
    const fragment = fc.constantFrom(
      ';',
      ';',
      ';',
      '\n',
      '\r',
      '"',
      '""',
      '=',
      'EX',
      '20131312955',
      '2024-02-30',
      '31/12/2024',
      'Vigente',
      '878',
      'ñ',
      '\u00a0',
      '\ud83d\ude00',
      '\0',
      '~',
    );
    const body = fc.array(fc.oneof(fragment, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 80 });
    fc.assert(
      fc.property(body, (parts) => survives(new TextEncoder().encode(`${header}\n${parts.join('')}`))),
      { numRuns: 500 },
    );
  });
});
