import { aeoCredentialSchema, aeoSchemaId, aeoVocabulary, bitstringEntryType } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { aeoCertificateJsonSchema } from '../schema/aeo-certificate-v1.js';
import { credential } from '../testing/credential.fixture.js';
import { aeoContextDocument } from './aeo-v1.js';

interface SchemaNode {
  properties?: Record<string, SchemaNode>;
  const?: unknown;
  additionalProperties?: unknown;
  prefixItems?: SchemaNode[];
}
type Terms = Record<string, unknown>;

/** Members that VCDM 2.0 itself defines for a credential, its issuer and everything that has an identifier. */
const ofTheDataModel = new Set([
  '@context',
  'id',
  'type',
  'issuer',
  'validFrom',
  'validUntil',
  'credentialSubject',
  'credentialStatus',
  'credentialSchema',
]);
const document = aeoContextDocument['@context'] as Terms;
const scopeOf = (definition: unknown): Terms =>
  (definition as { '@context'?: Terms } | undefined)?.['@context'] ?? {};

/** Walks the JSON Schema of the credential and lists the members that no term in scope defines. */
function undefinedMembers(node: SchemaNode, inherited: Terms, path: string): string[] {
  const type = node.properties?.type?.const;
  if (type === bitstringEntryType) return [];
  const scoped = typeof type === 'string' ? { ...inherited, ...scopeOf(document[type]) } : inherited;
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) => {
    const isOwn = path !== '' || !ofTheDataModel.has(name);
    const known = !isOwn || name === 'id' || name === 'type' || Object.hasOwn(scoped, name);
    return [
      ...(known ? [] : [`${path}/${name}`]),
      ...undefinedMembers(member, { ...inherited, ...scopeOf(scoped[name]) }, `${path}/${name}`),
    ];
  });
}

describe('aeoContextDocument', () => {
  const schema = aeoCertificateJsonSchema as SchemaNode;

  it('defines every member that the credential schema allows', () => {
    expect(undefinedMembers(schema, document, '')).toEqual([]);
  });

  it('would be found lacking if it lost a term', () => {
    const { country: _country, ...without } = document;
    expect(undefinedMembers(schema, without, '')).toEqual(['/issuer/country']);
  });

  it('defines every type that a credential names, except those of the data model', () => {
    const named = JSON.stringify(schema).match(/"type":\{"type":"string","const":"[^"]+"/g) ?? [];
    const types = named.map((found) => found.split('"').at(-2) as string);
    expect(types).toContain('AeoCertificate');
    const own = types.filter((type) => type !== 'JsonSchema' && type !== bitstringEntryType);
    for (const type of own) expect(Object.keys(document)).toContain(type);
  });

  it('protects every term, has no catch-all, and is JSON-LD 1.1', () => {
    const text = JSON.stringify(aeoContextDocument);
    expect(text).not.toContain('@vocab');
    expect(document['@version']).toBe(1.1);
    const scopes = text.split('"@context":{').slice(1);
    expect(scopes.every((scope) => /^("@version":1\.1,)?"@protected":true/.test(scope))).toBe(true);
  });

  it('takes from schema.org what schema.org has', () => {
    const subject = scopeOf(document.AuthorizedEconomicOperator);
    expect(subject).toMatchObject({
      legalName: 'https://schema.org/legalName',
      tradeName: 'https://schema.org/alternateName',
      tin: 'https://schema.org/taxID',
      address: 'https://schema.org/address',
      certificate: `${aeoVocabulary}certificate`,
    });
  });
});

describe('aeoCertificateJsonSchema', () => {
  it('is draft 2020-12 with our identifier, and closed at every level', () => {
    expect(aeoCertificateJsonSchema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(aeoCertificateJsonSchema.$id).toBe(aeoSchemaId);
    const open = (node: SchemaNode): boolean =>
      (node.properties !== undefined && node.additionalProperties !== false) ||
      Object.values(node.properties ?? {}).some(open);
    expect(open(aeoCertificateJsonSchema as SchemaNode)).toBe(false);
  });

  it('demands the members that a certificate must have', () => {
    expect(aeoCredentialSchema.safeParse(credential()).success).toBe(true);
    expect(aeoCertificateJsonSchema.required).toEqual(
      Object.keys(credential()).filter((name) => name !== 'validUntil'),
    );
  });
});
