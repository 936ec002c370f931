/** What one row of the sample register must become. */
interface ExpectedRow {
  /** Line as the report names it. */
  row: number;
  certificateNumber: string;
  outcome: 'issued' | 'rejected' | 'unchanged';
  status: 'active' | 'suspended' | 'revoked';
}

export interface SampleRegister {
  file: Uint8Array;
  expected: ExpectedRow[];
}

const header =
  'Número de certificado;RUC;Razón social;Tipo de certificado;Roles;Fecha de resolución;Vigente desde;Vigente hasta;Estado';

/**
 * A register of Peru in which every kind of row comes again and again: active, suspended, cancelled, invalid, a copy of
 * another row, and another row with a number that was there before.
 */
export function sampleRegister(rows: number): SampleRegister {
  const lines: string[] = [];
  const expected: ExpectedRow[] = [];
  for (let i = 0; i < rows; i++) {
    const certificateNumber = `OEA-PE-CRASH-${String(i).padStart(5, '0')}`;
    const entry = { row: i + 2, certificateNumber };
    const earlier = expected[i - 7];
    if (i % 53 === 52 && earlier?.outcome === 'issued') {
      lines.push(lines[i - 7] as string);
      expected.push({ ...earlier, row: i + 2, outcome: 'unchanged' });
    } else if (i % 59 === 58 && earlier?.outcome === 'issued') {
      lines.push(line(earlier.certificateNumber, i, 'Vigente'));
      expected.push({ ...earlier, row: i + 2, outcome: 'rejected' });
    } else if (i % 31 === 30) {
      lines.push(line(certificateNumber, i, 'Vigente', '2024-13-45'));
      expected.push({ ...entry, outcome: 'rejected', status: 'active' });
    } else {
      const status = i % 11 === 10 ? 'revoked' : i % 7 === 6 ? 'suspended' : 'active';
      const word = { active: 'Vigente', suspended: 'Suspendido', revoked: 'Cancelado' }[status];
      lines.push(line(certificateNumber, i, word));
      expected.push({ ...entry, outcome: 'issued', status });
    }
  }
  return { file: new TextEncoder().encode([header, ...lines, ''].join('\n')), expected };
}

function line(number: string, i: number, status: string, decided = '2024-01-10'): string {
  const ruc = `20${String(100_000_000 + i)}`;
  return `${number};${ruc};Empresa ${i} S.A.C.;Seguridad;EX+IM;${decided};2024-01-15;2044-01-14;${status}`;
}
