import { type Country, EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { readRegister } from './read-register.js';

const PE = 'PE' as Country;
const header =
  'Número de certificado;RUC;Razón social;Tipo de certificado;Roles;Fecha de resolución;Vigente desde;Estado';
const line = 'OEA-1;20131312955;Compañía Ñandú S.A.;Seguridad;EX;2024-01-15;2024-01-20;Vigente';
const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));

function failure(file: Uint8Array, limits: { maxBytes?: number; maxRows?: number } = {}): EslabonError {
  try {
    readRegister(file, { country: PE, ...limits });
  } catch (error) {
    if (error instanceof EslabonError) return error;
    throw error;
  }
  throw new Error('The register was read.');
}

describe('a file that cannot be read', () => {
  it.each([
    ['nothing', bytes()],
    ['a byte order mark only', bytes([0xef, 0xbb, 0xbf])],
    ['blank lines', utf8(' \r\n\r\n\t')],
  ])('%s: REGISTER_EMPTY', (_, file) => {
    expect(failure(file).code).toBe('REGISTER_EMPTY');
  });

  it.each([
    ['an Excel workbook', bytes('PK', [3, 4, 20, 0])],
    ['an old Excel workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['a PDF', bytes('%PDF-1.7')],
    ['a gzip archive', bytes([0x1f, 0x8b, 8, 0])],
    ['a 7z archive', bytes('7z', [0xbc, 0xaf, 0x27, 0x1c])],
    ['a RAR archive', bytes('Rar!', [0x1a, 7])],
    ['an RTF document', bytes('{\\rtf1 }')],
    ['big-endian UTF-16', bytes([0xfe, 0xff, 0, 0x4e])],
    ['a binary file', bytes(header, [0], line)],
    ['a binary file', bytes([0xff, 0xfe], 'N\0\0\0')],
    ['an HTML or XML page', utf8('\n <html><table><tr><td>RUC</td></tr></table>')],
  ])('%s: REGISTER_BINARY with the way out', (looksLike, file) => {
    const error = failure(file);
    expect(error.code).toBe('REGISTER_BINARY');
    expect(error.message).toContain(looksLike);
    expect(error.hints.join()).toContain('save it as CSV');
  });

  it('more bytes than allowed: REGISTER_TOO_LARGE', () => {
    const file = utf8(`${header}\n${line}`);
    expect(failure(file, { maxBytes: file.length - 1 }).code).toBe('REGISTER_TOO_LARGE');
    expect(readRegister(file, { country: PE, maxBytes: file.length }).rowCount).toBe(1);
  });

  it('more rows than allowed: REGISTER_TOO_LARGE', () => {
    const file = utf8([header, line, line, ''].join('\n'));
    expect(failure(file, { maxRows: 1 })).toMatchObject({
      code: 'REGISTER_TOO_LARGE',
      details: { maxRows: 1 },
    });
    expect(readRegister(file, { country: PE, maxRows: 2 }).rowCount).toBe(2);
  });

  it.each([
    ['never closed', [line, '"OEA-2;x', line, line], 3],
    ['never closed after a cell with quotes', ['"a ""b"""', '"x', line], 3],
    ['closed inside a cell', [line, line, 'OEA-2;"El Sol" S.A.;x'], 4],
    ['opened inside a cell', [line, 'OEA-2;Comercial "El Sol" S.A.;x'], 3],
  ])('a quote %s: REGISTER_SYNTAX with the line', (_, lines, at) => {
    expect(failure(utf8([header, ...lines].join('\r\n')))).toMatchObject({
      code: 'REGISTER_SYNTAX',
      details: { line: at },
    });
  });

  it('an endless line: REGISTER_SYNTAX with the line', () => {
    const error = failure(utf8(`${header}\r\n${line}\r${';'.repeat(70_000)}`));
    expect(error).toMatchObject({ code: 'REGISTER_SYNTAX', details: { line: 3 } });
  });

  it('text that contradicts its byte order mark: REGISTER_SYNTAX', () => {
    expect(failure(bytes([0xef, 0xbb, 0xbf], header, [0xf1])).code).toBe('REGISTER_SYNTAX');
    expect(failure(bytes([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])).code).toBe('REGISTER_SYNTAX');
  });

  it('a required column missing: REGISTER_HEADER names it and the headers found', () => {
    const error = failure(utf8(`${header.replace('Roles;', '').replace('Estado', 'Observación')}\n${line}`));
    expect(error).toMatchObject({
      code: 'REGISTER_HEADER',
      details: { missing: ['operatorRoles', 'status'] },
    });
    expect(error.message).toContain('operatorRoles, status');
    expect(error.hints.join()).toContain('“Observación”');
  });

  it('two columns for one field: REGISTER_HEADER names both', () => {
    const error = failure(utf8(`${header};Situación\n${line};Vigente`));
    expect(error).toMatchObject({ code: 'REGISTER_HEADER', details: { headers: ['Estado', 'Situación'] } });
    expect(error.message).toContain('“Estado” and “Situación”');
  });

  it('hundreds of columns: REGISTER_HEADER', () => {
    expect(failure(utf8(header + ';x'.repeat(200))).code).toBe('REGISTER_HEADER');
  });
});

describe('encodings', () => {
  const windows1252 = (text: string) =>
    Uint8Array.from(text, (char) => (char === '€' ? 0x80 : char.charCodeAt(0)));
  const utf16le = (text: string) =>
    new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)]);
  const euro = line.replace('Ñandú', 'Ñandú €');

  it.each([
    ['utf-8', utf8(`${header}\n${euro}`)],
    ['utf-8-bom', bytes([0xef, 0xbb, 0xbf], `${header}\n${euro}`)],
    ['utf-16le', utf16le(`${header}\n${euro}`)],
    ['windows-1252', windows1252(`${header}\n${euro}`)],
  ])('%s is recognised and gives the same name', (encoding, file) => {
    const { shape, rows } = readRegister(file, { country: PE });
    expect(shape.encoding).toBe(encoding);
    expect(shape.columns[0]?.header).toBe('Número de certificado');
    expect(rows[0]?.certificate?.legalName).toBe('Compañía Ñandú € S.A.');
  });
});

describe('layout', () => {
  const read = (text: string) => readRegister(utf8(text), { country: PE });

  it.each([[','], [';'], ['\t'], ['|']])('separator “%s”', (separator) => {
    const text = `${header}\n${line}`
      .replaceAll(';', separator)
      .replace('Compañía Ñandú S.A.', '"A, B; C | D"');
    const { shape, rows } = read(text);
    expect(shape.separator).toBe(separator);
    expect(rows[0]?.certificate?.legalName).toBe('A, B; C | D');
  });

  it.each([['\n'], ['\r\n'], ['\r']])('line ending %j, blank lines counted but not read', (end) => {
    const { rows, rowCount } = read(
      ['', header, line, '', ';;;;;;;', line.replace('OEA-1', 'OEA-2'), ''].join(end),
    );
    expect(rowCount).toBe(2);
    expect(rows.map(({ row, certificateNumber }) => [row, certificateNumber])).toEqual([
      [3, 'OEA-1'],
      [6, 'OEA-2'],
    ]);
  });

  it('quoted cells may hold quotes and line breaks, which count as one row', () => {
    const { rows } = read(
      `${header}\n${line.replace(/Compañía.*S\.A\./, '"El ""Sol""\nS.A."')}\n${line.replace('OEA-1', 'OEA-2')}`,
    );
    expect(rows[0]?.certificate?.legalName).toBe('El "Sol" S.A.');
    expect(rows[1]).toMatchObject({ row: 3, certificateNumber: 'OEA-2' });
  });

  it('every kind of white space is trimmed and collapsed', () => {
    const odd = line
      .replace('OEA-1', '\u00a0OEA-1\u202f')
      .replace('Compañía Ñandú', 'Compañi\u0301a\u00a0\u2007 \u200bÑandú');
    expect(read(`${header}\n${odd}`).rows[0]?.certificate).toMatchObject({
      certificateNumber: 'OEA-1',
      legalName: 'Compañía Ñandú S.A.',
    });
  });

  it('columns that no field is known for are reported and not read', () => {
    const { shape, rows } = read(`Nº;${header};Observaciones;\n1;${line};=cmd;`);
    expect(shape.unknownColumns).toEqual(['Nº', 'Observaciones']);
    expect(shape.columns).toHaveLength(11);
    expect(rows[0]?.issues).toEqual([]);
    expect(rows[0]?.certificate).toBeDefined();
  });

  it('a register without operators has no rows', () => {
    expect(read(header)).toMatchObject({ rowCount: 0, rows: [], shape: { dateOrder: 'iso' } });
  });

  it.each([
    [
      'Portuguese',
      'Nº do certificado,CNPJ,Razão social,Nome fantasia,Endereço,Município,UF,CEP,Modalidade,Função,Data da decisão,Início da vigência,Validade,Situação,E-mail de contato',
      'OEA-9,00.000.000-0001-91,Exportadora Açaí Ltda.,Açaí,Rua Um 1,Santos,SP,11000-000,Segurança,Exportador e importador,15/01/2024,20/01/2024,20/01/2029,Ativo,a@b.example',
    ],
    [
      'English',
      'Certificate No.,Tax ID,Legal Name,Trade Name,Address,City,State,Zip code,Certificate type,Operator roles,Decision date,Effective date,Valid until,Status,E-mail',
      'OEA-9,00000000000191,Exportadora Açaí Ltda.,Açaí,Rua Um 1,Santos,SP,11000-000,security,exporter / importer,01/15/2024,01/20/2024,01/20/2029,active,a@b.example',
    ],
    [
      'our own field names',
      'certificateNumber,nationalId,legalName,tradeName,street,city,subdivision,postcode,certificateType,operatorRoles,decisionDate,effectiveDate,validUntil,status,contactEmail',
      'OEA-9,00000000000191,Exportadora Açaí Ltda.,Açaí,Rua Um 1,Santos,SP,11000-000,878,EX|IM,2024-01-15,2024-01-20,2029-01-20,active,a@b.example',
    ],
  ])('%s headers and words', (language, names, cells) => {
    const { rows, shape } = readRegister(utf8(`${names}\n${cells}`), { country: 'BR' as Country });
    expect(shape.unknownColumns).toEqual([]);
    expect(shape.dateOrder).toBe({ Portuguese: 'day-first', English: 'month-first' }[language] ?? 'iso');
    expect(rows[0]).toEqual({
      row: 2,
      certificateNumber: 'OEA-9',
      status: 'active',
      contactEmail: 'a@b.example',
      issues: [],
      certificate: {
        certificateNumber: 'OEA-9',
        certificateType: 'security',
        operatorRoles: ['EX', 'IM'],
        tin: 'BR00000000000191',
        legalName: 'Exportadora Açaí Ltda.',
        tradeName: 'Açaí',
        address: {
          street: 'Rua Um 1',
          city: 'Santos',
          subdivision: 'SP',
          postcode: '11000-000',
          country: 'BR',
        },
        decisionDate: '2024-01-15',
        effectiveDate: '2024-01-20',
        validUntil: '2029-01-20',
      },
    });
  });
});
