import { operatorRoles } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { paperCode } from '../code/paper-code.js';
import { readQrPicture } from '../picture/read-qr-picture.js';
import { openPdf } from '../testing/pdf/open-pdf.js';
import { rgbaOf } from '../testing/photo/rgba-of.js';
import { sampleCredential, samplePrinting, sampleTerms } from '../testing/sample.js';
import { code, millimetre } from './layout.js';
import { renderPaper } from './render-paper.js';

/** Still the fourth in Peru. */
const date = new Date('2026-03-05T02:00:00Z');

async function render(credential = sampleCredential(), language: 'es' | 'pt' = 'es') {
  const plan = await paperCode({ credential, ...samplePrinting });
  return { plan, pdf: await renderPaper({ credential, code: plan, language, terms: sampleTerms, date }) };
}

const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('renderPaper', () => {
  it('says on one page what the certificate says, in both languages', async () => {
    const { plan, pdf } = await render();
    const { pages, text, title, language, picture } = await openPdf(pdf, 1240);
    expect(pages).toBe(1);
    for (const fact of [
      ...['Superintendencia Nacional de Aduanas (PE)', 'Exportadora Andina S.A.C.', 'PE20123456786'],
      ...['PE-OEA-0007', 'security (es) denominado', 'security (en) denominado', '2026-01-05'],
      ...[
        'IM im (es) denominado',
        'EX ex (en) denominado',
        '2026-01-10 a 2029-01-10',
        '2026-01-10 to 2029-01-10',
      ],
      ...['Certificado de Operador Económico Autorizado', 'Authorised Economic Operator certificate'],
      ...[
        'Cómo verificarlo',
        'How to verify it',
        '2026-03-04',
        'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0001',
      ],
    ]) {
      expect(text).toContain(fact);
    }
    expect([title, language]).toEqual(['Certificado de Operador Económico Autorizado PE-OEA-0007', 'es']);
    expect(readQrPicture(rgbaOf(picture), { patience: 5_000 })).toBe(plan.text);
  });

  it('speaks Portuguese first where it is asked to', async () => {
    const { text, language } = await openPdf((await render(undefined, 'pt')).pdf);
    expect(text).toContain('Certificado de Operador Econômico Autorizado');
    expect(text).toContain('Authorised Economic Operator certificate');
    expect(text).not.toContain('Operador Económico');
    expect(language).toBe('pt');
  });

  it('is a PDF for archives: tagged, fonts and colours in the file, metadata as XMP', async () => {
    const { pdf } = await render(sampleCredential('Andina & <Hijos> S.A.', 'Aduana & <Impuestos>'));
    const { metadata, roles, text } = await openPdf(pdf);
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(metadata).not.toMatch(/& |<Impuestos/);
    expect(text).toContain('Aduana & <Impuestos>');
    expect(text).toContain('Andina & <Hijos> S.A.');
    expect(roles).toEqual(expect.arrayContaining(['Document', 'H1', 'P', 'Figure']));
    const raw = latin(pdf);
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toContain('/GTS_PDFA1');
    expect(raw).toContain('/Marked true');
    const embedded = raw.match(/\/FontFile2/g)?.length;
    expect(embedded).toBe(2);
    expect(raw.match(/\/BaseFont \/[A-Z]{6}\+/g)?.length).toBeGreaterThanOrEqual(2);
    expect(raw).not.toMatch(/\/(JavaScript|Encrypt|Type1\b)/);
  });

  it('is the same, byte for byte, on the same date', async () => {
    const credential = sampleCredential();
    const plan = await paperCode({ credential, ...samplePrinting });
    const request = { credential, code: plan, language: 'es', terms: sampleTerms, date } as const;
    const once = await renderPaper(request);
    expect(await renderPaper(request)).toEqual(once);
    expect(await renderPaper({ ...request, date: new Date('2026-03-06T15:00:00Z') })).not.toEqual(once);
  });

  it('has room for the longest certificate that is allowed, above its code', async () => {
    const credential = sampleCredential('W'.repeat(256), 'M'.repeat(222));
    Object.assign(credential.credentialSubject.certificate, { operatorRoles: [...operatorRoles] });
    const { plan, pdf } = await render(credential);
    expect(plan.version).toBe(23);
    const { pages, picture } = await openPdf(pdf, 1240);
    expect(pages).toBe(1);
    // The quiet zone is white: nothing above has grown into it.
    const module = ((code.size / millimetre / 210) * picture.width) / plan.modules.length;
    const top = ((297 - 18 - 8 - 72) / 297) * picture.height;
    const zone = picture.data.subarray(
      Math.ceil(top - code.quietModules * module) * picture.width,
      Math.floor(top - 1) * picture.width,
    );
    expect(zone.length).toBeGreaterThan(0);
    expect(Math.min(...zone)).toBe(255);
  });
});
