import type { ParsedCredential } from '@eslabon/credentials';
import { coverageIn } from '../facts/coverage-in.js';
import type { Check } from './check.js';
import { passed } from './check.js';
import { checkResult } from './check-result.js';

/** Is an arrangement in force between the two countries that covers the type and at least one of the roles? */
export const arrangementCheck: Check = {
  id: 'arrangement',
  applies: (context) => passed(context, 'signature'),
  run: (context) => {
    const { claims, subject } = context.credential as ParsedCredential;
    const { certificateType, operatorRoles: roles } = subject.certificate;
    const question = { as: context.policy.as, issuerCountry: claims.issuer.country, certificateType, roles };
    if (question.as === question.issuerCountry) {
      return checkResult('arrangement', 'pass', 'OWN_CERTIFICATE', question);
    }
    const coverage = coverageIn(context);
    const [first] = coverage;
    if (first === undefined) return checkResult('arrangement', 'fail', 'NOT_COVERED', question);
    const uncovered = roles.filter((role) => !coverage.some((covered) => covered.roles.includes(role)));
    return checkResult('arrangement', 'pass', uncovered.length === 0 ? 'COVERED' : 'COVERED_IN_PART', {
      ...question,
      label: first.terms.label,
      parties: first.parties,
      uncovered,
      coverage: coverage.map(({ id, version, terms, roles: covered }) => ({
        arrangement: id,
        version,
        label: terms.label,
        roles: covered,
      })),
    });
  },
};
