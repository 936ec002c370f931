import { createPublicKey } from 'node:crypto';
import { type Did, EslabonError } from '@eslabon/core';
import { publicKeyToJwk } from '@eslabon/credentials';
import {
  type BaseBlock,
  BitString,
  Constructed,
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  Primitive,
  PrintableString,
  Sequence,
  Set as SetOf,
  Utf8String,
} from 'asn1js';
import { publicKeyOf } from '../../platform/keys/public-key-of.js';
import type { SigningKey } from '../../platform/keys/signing-key.js';

export interface CertificateRequestOptions {
  key: Pick<SigningKey, 'type' | 'publicKey' | 'sign'>;
  country: string;
  organization: string;
  did: Did;
  /** Name under which the agent is reached, where it has one. */
  host?: string | undefined;
}

const oids = {
  commonName: '2.5.4.3',
  country: '2.5.4.6',
  organization: '2.5.4.10',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  extensionRequest: '1.2.840.113549.1.9.14',
} as const;

/** Longest name of an organization, and longest common name (RFC 5280, appendix A.1). */
const maxName = 64;

/** Tags of GeneralName (RFC 5280 §4.2.1.6). */
const [dnsName, uri] = [2, 6] as const;

/**
 * A request for a certificate of the key that signs SD-JWT VCs (PKCS #10, RFC 2986), signed by it: in the authority's
 * name and country, with its DID and its host as alternative names, for signatures alone.
 * @returns PEM
 * @throws EslabonError INPUT_INVALID for a name that certificates have no room for
 */
export function createCertificateRequest(options: CertificateRequestOptions): string {
  const { key, country, organization, did, host } = options;
  requireName(organization);
  const jwk = { ...publicKeyToJwk(publicKeyOf(key)) };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' });
  const subject = sequence(
    named(oids.country, new PrintableString({ value: country })),
    named(oids.organization, new Utf8String({ value: organization })),
    named(oids.commonName, new Utf8String({ value: organization })),
  );
  const names = sequence(tagged(uri, did), ...(host === undefined ? [] : [tagged(dnsName, host)]));
  const extensions = sequence(
    // Bit 0 of seven unused ones: digitalSignature.
    extension(oids.keyUsage, new BitString({ valueHex: Uint8Array.of(0x80), unusedBits: 7 })),
    extension(oids.subjectAltName, names),
  );
  const attributes = new Constructed({
    idBlock: { tagClass: 3, tagNumber: 0 },
    value: [sequence(oid(oids.extensionRequest), new SetOf({ value: [extensions] }))],
  });
  const info = sequence(new Integer({ value: 0 }), subject, fromBER(publicKey).result, attributes);
  const signature = ecdsaSignature(key.sign(new Uint8Array(info.toBER())));
  const algorithm = sequence(oid(oids.ecdsaWithSha256));
  const request = sequence(info, algorithm, new BitString({ valueHex: signature.toBER() }));
  const text = Buffer.from(request.toBER())
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE REQUEST-----\n${text}-----END CERTIFICATE REQUEST-----\n`;
}

function requireName(name: string): void {
  const { length } = [...name];
  if (length >= 1 && length <= maxName) return;
  throw new EslabonError(
    'INPUT_INVALID',
    `“${name.slice(0, 100)}” has ${length} characters; names in certificates have 1 to ${maxName}.`,
    { hints: ['Give a shorter one with --organization: the name in credentials stays as it is.'] },
  );
}

function sequence(...value: BaseBlock[]): Sequence {
  return new Sequence({ value });
}

function oid(value: string): ObjectIdentifier {
  return new ObjectIdentifier({ value });
}

/** A part of a distinguished name. */
function named(type: string, value: BaseBlock): SetOf {
  return new SetOf({ value: [sequence(oid(type), value)] });
}

function tagged(tagNumber: number, value: string): Primitive {
  return new Primitive({ idBlock: { tagClass: 3, tagNumber }, valueHex: Buffer.from(value, 'ascii') });
}

function extension(type: string, value: BaseBlock): Sequence {
  return sequence(oid(type), new OctetString({ valueHex: value.toBER() }));
}

/** `r ‖ s` as X.509 has it: two integers (RFC 3279 §2.2.3). */
function ecdsaSignature(signature: Uint8Array): Sequence {
  const [r, s] = [signature.subarray(0, 32), signature.subarray(32)].map((half) =>
    Integer.fromBigInt(BigInt(`0x${Buffer.from(half).toString('hex')}`)),
  );
  return sequence(r as Integer, s as Integer);
}
