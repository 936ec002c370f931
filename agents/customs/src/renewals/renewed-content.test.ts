import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { sampleCertificate } from '../testing/index.js';
import { renewedContent } from './renewed-content.js';

const decisionDate = '2026-05-04';

/** What is wrong with a renewal: the member of the body, and the sentence. */
function refusalOf(...given: Parameters<typeof renewedContent>): [string, string] {
  try {
    renewedContent(...given);
  } catch (error) {
    if (!(error instanceof EslabonError)) throw error;
    expect(error.code).toBe('INPUT_INVALID');
    const { issues } = error.details as { issues: { path: string; message: string }[] };
    expect(issues.map(({ message }) => message)).toEqual([error.message]);
    return [issues[0]?.path ?? '', error.message];
  }
  throw new Error('It was not refused.');
}

describe('renewedContent', () => {
  it('puts the end off by a day or more, and leaves the rest as it was', () => {
    const certificate = sampleCertificate({ validUntil: '2044-01-14' });
    const changes = { decisionDate, validUntil: '2044-01-15' };
    expect(renewedContent(certificate, changes)).toEqual({ ...certificate, ...changes });
    const [path, sentence] = refusalOf(certificate, { decisionDate, validUntil: '2044-01-14' });
    expect(path).toBe('body.validUntil');
    expect(sentence).toContain('until 2044-01-14 already');
  });

  it('gives no end to a certificate that has none: that would take something away', () => {
    const certificate = sampleCertificate({ validUntil: undefined });
    const [path, sentence] = refusalOf(certificate, { decisionDate, validUntil: '2047-01-14' });
    expect(path).toBe('body.validUntil');
    expect(sentence).toContain(`${certificate.certificateNumber} has no end`);
    const operatorRoles = ['EX' as const, 'IM' as const, 'CB' as const];
    const renewed = renewedContent(certificate, { decisionDate, operatorRoles });
    expect(renewed).toEqual({ ...certificate, decisionDate, operatorRoles });
  });

  it('names the role that is left out', () => {
    const [path, sentence] = refusalOf(sampleCertificate(), { decisionDate, operatorRoles: ['EX', 'CB'] });
    expect(path).toBe('body.operatorRoles');
    expect(sentence).toContain('leaves out IM');
  });

  it('names the member with which the certificate as a whole is none', () => {
    const certificate = sampleCertificate();
    const [path, sentence] = refusalOf(certificate, { decisionDate, operatorRoles: ['EX', 'IM', 'IM'] });
    expect(path).toBe('body.operatorRoles');
    expect(sentence).toContain('The renewed certificate is not valid');
  });
});
