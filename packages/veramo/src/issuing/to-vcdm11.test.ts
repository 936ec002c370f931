import { aeoCredential11Schema } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { testAgentKeys } from '../testing/test-agent-keys.js';
import { testCredential } from '../testing/test-credential.js';
import { toVcdm11 } from './to-vcdm11.js';

const { did } = testAgentKeys('PE', 648540);
const contract = `0x${'c5'.repeat(20)}` as const;
const credential = testCredential({ did, contract, index: 7 });

describe('toVcdm11', () => {
  it('gives a credential that the VCDM 1.1 schema accepts, with dates in seconds of UTC', () => {
    const mapped = toVcdm11({ ...credential, validFrom: '2026-01-01T00:00:00.999-05:00' });
    expect(aeoCredential11Schema.parse(mapped)).toEqual(mapped);
    expect(mapped.issuanceDate).toBe('2026-01-01T05:00:00.000Z');
    expect(mapped.expirationDate).toBe('2031-01-01T04:59:59.000Z');
    expect(mapped).not.toHaveProperty('validFrom');
    expect(mapped).not.toHaveProperty('validUntil');
  });

  it('names the status entry and keeps where it stands', () => {
    expect(toVcdm11(credential).credentialStatus).toEqual({
      ...credential.credentialStatus,
      id: `urn:eslabon:status:648540:${contract}:0:7`,
    });
  });

  it('keeps the entry of the chain alone when there are entries of published lists beside it', () => {
    const list = (statusPurpose: string) => ({
      ...{ type: 'BitstringStatusListEntry', statusPurpose, statusListIndex: '7' },
      statusListCredential: `https://agent.example/status-lists/0/${statusPurpose}`,
    });
    const credentialStatus = [credential.credentialStatus, list('revocation'), list('suspension')] as never;
    expect(toVcdm11({ ...credential, credentialStatus })).toEqual(toVcdm11(credential));
  });

  it('leaves out the expiration of a certificate without an end', () => {
    const { validUntil: _, ...endless } = credential;
    expect(toVcdm11(endless)).not.toHaveProperty('expirationDate');
  });

  it('shares nothing with its input', () => {
    const mapped = toVcdm11(credential);
    expect(mapped.issuer).not.toBe(credential.issuer);
    expect(mapped.credentialSubject).not.toBe(credential.credentialSubject);
    expect(mapped.credentialSubject.certificate.operatorRoles).not.toBe(
      credential.credentialSubject.certificate.operatorRoles,
    );
  });
});
