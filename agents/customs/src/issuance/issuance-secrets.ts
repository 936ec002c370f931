import { createHash, createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Everything secret that issuing needs. What is kept of it is a hash. */
export interface IssuanceSecrets {
  /** 256 random bits as a text for URLs and headers. */
  random(): string;
  /** Decimal digits. */
  txCode(digits: number): string;
  /** The pre-authorized code of an offer follows from its reference, so that neither has to be kept. */
  codeOf(reference: string): string;
  /** A transaction code is short: without the key its hash could be turned round by trying them all. */
  txCodeHash(sessionId: string, txCode: string): string;
  /** Of what nobody can guess. */
  hash(secret: string): string;
  /** A nonce that is good until an instant (Unix seconds). It needs no memory until it is used. */
  nonce(until: number): string;
  /** Until when a nonce of ours is good; `undefined` for any other text. */
  nonceUntil(nonce: string): number | undefined;
}

/** @param masterKey of the agent; keys for this purpose are derived from it (RFC 5869). */
export function openIssuanceSecrets(masterKey: Uint8Array): IssuanceSecrets {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(), `eslabon issuance ${purpose}`, 32));
  const [codeKey, txCodeKey, nonceKey] = [derive('code'), derive('tx_code'), derive('nonce')];
  const mac = (key: Buffer, data: string | Buffer) => createHmac('sha256', key).update(data).digest();
  return {
    random: () => randomBytes(32).toString('base64url'),
    txCode: (digits) => Array.from({ length: digits }, () => randomInt(10)).join(''),
    codeOf: (reference) => mac(codeKey, reference).toString('base64url'),
    txCodeHash: (sessionId, txCode) => mac(txCodeKey, `${sessionId} ${txCode}`).toString('hex'),
    hash: (secret) => createHash('sha256').update(secret).digest('hex'),
    nonce(until) {
      const content = Buffer.alloc(20);
      randomBytes(16).copy(content);
      content.writeUInt32BE(until, 16);
      return Buffer.concat([content, mac(nonceKey, content)]).toString('base64url');
    },
    nonceUntil(nonce) {
      const bytes = Buffer.from(nonce, 'base64url');
      // Other texts may decode to the same bytes, and would count as not used.
      if (bytes.length !== 52 || bytes.toString('base64url') !== nonce) return undefined;
      const content = bytes.subarray(0, 20);
      return timingSafeEqual(mac(nonceKey, content), bytes.subarray(20))
        ? content.readUInt32BE(16)
        : undefined;
    },
  };
}

/** Compares two hashes in hexadecimal in a time that does not depend on where they differ. */
export function isSameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
}
