import { aeoVocabulary, delegateType, delegationStatusEntryType, delegationType } from '@eslabon/core';

const own = (name: string): string => `${aeoVocabulary}${name}`;
const xsd = (name: string): string => `http://www.w3.org/2001/XMLSchema#${name}`;
const integer = (name: string) => ({ '@id': own(name), '@type': xsd('nonNegativeInteger') });

const delegate = {
  '@id': own(delegateType),
  '@context': {
    '@protected': true,
    purposes: { '@id': own('purpose'), '@container': '@set' },
    references: { '@id': own('reference'), '@container': '@set' },
    certificate: own('delegatedCertificate'),
  },
} as const;

const statusEntry = {
  '@id': own(delegationStatusEntryType),
  '@context': {
    '@protected': true,
    statusListUri: { '@id': own('statusListUri'), '@type': xsd('anyURI') },
    index: integer('index'),
    maxAge: integer('maxAge'),
  },
} as const;

/**
 * The JSON-LD context of delegations, to be served at the URL `delegationContext` of core. Built as that of
 * certificates: every term protected, scoped to its type, and no `@vocab`. A presentation by a delegate names it too,
 * for the status list that it carries.
 */
export const delegationContextDocument = {
  '@context': {
    '@version': 1.1,
    '@protected': true,
    [delegationType]: own(delegationType),
    [delegateType]: delegate,
    [delegationStatusEntryType]: statusEntry,
    delegationStatus: own('delegationStatus'),
  },
} as const;
