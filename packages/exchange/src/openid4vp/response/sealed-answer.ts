import type { answerEncryptions } from '../configuration.js';

/** An encrypted answer, taken apart and not opened yet. What stands in it may be anybody's. */
export interface SealedAnswer {
  encryption: (typeof answerEncryptions)[number];
  /** The key of the wallet for this answer as it says it is, uncompressed: 65 bytes, which may be no point of P-256. */
  ephemeral: Uint8Array;
  /** What the key of the content is derived from besides the secret agreed on (`OtherInfo` of RFC 7518 §4.6.2). */
  otherInfo: Uint8Array;
  /** 12 bytes. */
  iv: Uint8Array;
  ciphertext: Uint8Array;
  /** 16 bytes. */
  tag: Uint8Array;
  /** What is authenticated besides: the header as it was sent. */
  additional: Uint8Array;
}

/**
 * Opens an answer with the key of its session: ECDH on P-256, one round of the Concat KDF with SHA-256, AES-GCM.
 * Cryptography is given from outside, as for signatures: this package runs in browsers too.
 * @returns the plaintext. @throws whatever it likes where the answer cannot be opened
 */
export type OpenAnswer = (sealed: SealedAnswer) => Uint8Array;
