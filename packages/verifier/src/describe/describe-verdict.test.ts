import type { Language, Verdict } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { requestOf } from '../testing/cases/case.fixture.js';
import { cases } from '../testing/cases.fixture.js';
import { index, issue } from '../testing/credentials.fixture.js';
import type { BundleOptions } from '../testing/network.fixture.js';
import { authorities, now, testBundle } from '../testing/network.fixture.js';
import { verify } from '../verify/verify.js';
import { describeVerdict } from './describe-verdict.js';

const languages: Language[] = ['en', 'es', 'pt'];
async function verdictOf(bundle: BundleOptions = {}, presented?: unknown): Promise<Verdict> {
  return verify({
    presented: presented ?? (await issue()),
    source: { bundle: testBundle(bundle) },
    policy: { as: authorities.MX.country },
    at: new Date(now * 1000),
  });
}

describe('describeVerdict', () => {
  it('tells an officer who, why, under what and as of when', async () => {
    expect(describeVerdict(await verdictOf({ timestamp: now - 90_000 }), 'en')).toEqual([
      'RECOGNISED: the certificate is genuine, active and covered.',
      'Company: Exportadora Andina S.A.C.',
      'TIN: PE20123456786',
      'Certificate: PE-OEA-0007, security',
      'Roles: exporter (EX), warehouse keeper (WH)',
      'Issued by: SUNAT (PE)',
      'Valid: 2026-01-10 00:00 UTC to 2029-01-10 00:00 UTC',
      'The arrangement Pacific Alliance covers the certificate in MX.',
      'The data are 1 day and 1 hour old; fetch newer data soon.',
      'Arrangement: Pacific Alliance, version 1, among CL, CO, MX, PE; covers exporter (EX), warehouse keeper (WH)',
      'Asked by MX about 2026-06-01 12:00 UTC.',
      'As of block 4711, 2026-05-31 11:00 UTC, 1 day and 1 hour old: ageing.',
      `The block is attested by ${authorities.MX.did}#controller.`,
    ]);
  });

  it('does so in Spanish', async () => {
    expect(describeVerdict(await verdictOf({ suspended: [index] }), 'es')).toEqual([
      'SUSPENDIDO: sin beneficios por ahora; el emisor suspendió el certificado.',
      'Empresa: Exportadora Andina S.A.C.',
      'TIN: PE20123456786',
      'Certificado: PE-OEA-0007, seguridad',
      'Funciones: exportador (EX), depositario (WH)',
      'Emitido por: SUNAT (PE)',
      'Vigencia: 2026-01-10 00:00 UTC a 2029-01-10 00:00 UTC',
      'El emisor suspendió el certificado; puede ser rehabilitado.',
      'Acuerdo: Pacific Alliance, versión 1, entre CL, CO, MX, PE; cubre exportador (EX), depositario (WH)',
      'Consulta de MX sobre el 2026-06-01 12:00 UTC.',
      'Según el bloque 4711, 2026-06-01 11:50 UTC, con 10 minutos de antigüedad: al día.',
      `El bloque lo atestigua ${authorities.MX.did}#controller.`,
    ]);
  });

  it('says in Portuguese that nothing could be checked', async () => {
    const failure = new EslabonError('BUNDLE_NOT_READY', 'None yet.');
    const verdict = verify({
      presented: await issue(),
      source: { failure },
      policy: { as: authorities.MX.country },
      at: new Date(now * 1000),
    });
    expect(describeVerdict(verdict, 'pt')).toEqual([
      'INDETERMINADO: não foi possível verificar; isto nada diz contra a empresa.',
      'Ainda não há dados com que verificar.',
      'Consulta de MX sobre 2026-06-01 12:00 UTC.',
      'Nenhum dado da rede pôde ser usado.',
    ]);
  });

  it('says that the data are of after the moment', async () => {
    const lines = describeVerdict(await verdictOf({ timestamp: now + 7_200 }), 'en');
    expect(lines).toContain('As of block 4711, 2026-06-01 14:00 UTC, 2 hours after the moment asked about.');
  });

  it('describes a block sealed by validators, and says when they are too few', async () => {
    const lastLine = async (validators: number, language: Language) =>
      describeVerdict(await verdictOf({ validators }), language).at(-1);
    expect(await lastLine(4, 'en')).toBe('The block is sealed by 3 of 4 validators.');
    expect(await lastLine(3, 'en')).toBe(
      'The block is sealed by 2 of 3 validators: too few to withstand a single dishonest one.',
    );
    expect(await lastLine(3, 'es')).toMatch(/muy pocos para resistir/);
    expect(await lastLine(3, 'pt')).toMatch(/muito poucos para resistir/);
  });

  it('does not let a company’s name write to the terminal', async () => {
    const presented = await issue({ subject: { legalName: 'X\u001b[1;31m\nRECOGNISED: yes' } });
    for (const language of languages) {
      const lines = describeVerdict(await verdictOf({}, presented), language);
      expect(lines.join('')).not.toMatch(/\p{Cc}/u);
    }
  });

  it('fills every placeholder of every case in every language', async () => {
    for (const aCase of cases) {
      const verdict = verify(await requestOf(aCase));
      for (const language of languages) {
        const text = describeVerdict(verdict, language).join('\n');
        expect(text).not.toMatch(/[{}]|undefined|null|NaN|\?/);
        for (const check of verdict.checks)
          expect(check.sentence[language]).not.toMatch(/[{}]|undefined|null|NaN|\?/);
      }
    }
  });
});
