import { aeoVocabulary, delegationSchema } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { aeoContextDocument } from './aeo-v1.js';
import { delegationContextDocument } from './delegation-v1.js';

type Terms = Record<string, unknown>;
interface SchemaNode {
  properties?: Record<string, SchemaNode>;
  const?: unknown;
}

const document = delegationContextDocument['@context'] as Terms;
const scopeOf = (definition: unknown): Terms => (definition as { '@context': Terms })['@context'];
const schema = z.toJSONSchema(delegationSchema) as SchemaNode;

/** The members of a part of a delegation that are not of the data model. */
const membersOf = (part: string): string[] =>
  Object.keys(schema.properties?.[part]?.properties ?? {}).filter((name) => !['id', 'type'].includes(name));

describe('delegationContextDocument', () => {
  it.each([
    ['credentialSubject', 'AeoDelegate'],
    ['credentialStatus', 'AeoDelegationStatusEntry'],
  ])('defines every member that %s of a delegation may have, and no other', (part, type) => {
    const { '@protected': _protected, ...terms } = scopeOf(document[type]);
    expect(membersOf(part).length).toBeGreaterThan(2);
    expect(Object.keys(terms).sort()).toEqual(membersOf(part).sort());
  });

  it('defines the type of delegations, and what presentations by delegates have beside it', () => {
    expect(document.AeoDelegationCredential).toBe(`${aeoVocabulary}AeoDelegationCredential`);
    expect(document.delegationStatus).toBe(`${aeoVocabulary}delegationStatus`);
  });

  it('protects every term, has no catch-all, and is JSON-LD 1.1', () => {
    const text = JSON.stringify(delegationContextDocument);
    expect(text).not.toContain('@vocab');
    expect(document['@version']).toBe(1.1);
    const scopes = text.split('"@context":{').slice(1);
    expect(scopes.every((scope) => /^("@version":1\.1,)?"@protected":true/.test(scope))).toBe(true);
  });

  it('defines nothing that the context of certificates does, so that a document may name both', () => {
    const others = Object.keys(aeoContextDocument['@context']);
    const shared = Object.keys(document).filter((term) => others.includes(term));
    expect(shared.filter((term) => !term.startsWith('@'))).toEqual([]);
  });
});
