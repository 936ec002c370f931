import type { AeoCredential, CertificateType, Language, OperatorRole } from '@eslabon/core';
import { pageWords } from './words.js';

/** Names of types and roles, as a verdict has them. */
export type Terms = Readonly<
  Record<
    Language,
    { types: Readonly<Record<CertificateType, string>>; roles: Readonly<Record<OperatorRole, string>> }
  >
>;

/** A line of the page: its label in both languages, and its value in one or in both. */
export interface Fact {
  labels: readonly [string, string];
  values: readonly string[];
}

/** The facts of a certificate in two languages: those, and only those, that its code holds too. */
export function factsOf(
  { credentialSubject }: Pick<AeoCredential, 'credentialSubject'>,
  languages: readonly [Language, Language],
  terms: Terms,
): Fact[] {
  const { legalName, tin, certificate } = credentialSubject;
  const { effectiveDate, validUntil } = certificate;
  const both = (say: (language: Language) => string): [string, string] => [
    say(languages[0]),
    say(languages[1]),
  ];
  const fact = (
    label: 'company' | 'tin' | 'number' | 'type' | 'roles' | 'valid' | 'decided',
    values: string[],
  ) => ({
    labels: both((language) => pageWords[language][label]),
    values,
  });
  return [
    fact('company', [legalName]),
    fact('tin', [tin]),
    fact('number', [certificate.certificateNumber]),
    fact(
      'type',
      both((language) => terms[language].types[certificate.certificateType]),
    ),
    fact(
      'roles',
      both((language) =>
        certificate.operatorRoles.map((role) => `${role} ${terms[language].roles[role]}`).join(', '),
      ),
    ),
    fact(
      'valid',
      validUntil === undefined
        ? both((language) => `${effectiveDate}, ${pageWords[language].endless}`)
        : [...new Set(both((language) => `${effectiveDate} ${pageWords[language].until} ${validUntil}`))],
    ),
    fact('decided', [certificate.decisionDate]),
  ];
}
