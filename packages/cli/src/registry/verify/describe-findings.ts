import type { Deployment } from '@eslabon/bundle';
import type { Language } from '@eslabon/core';
import type { Finding } from './finding.js';
import { verifySentences } from './verify-sentences.js';

/** Mismatches of one check that are shown to a person; `--json` has all. */
const shown = 10;

/** What was compared and what differs, as lines for a person. */
export function describeFindings(
  findings: readonly Finding[],
  { chainId, contracts }: Deployment,
  language: Language,
): string[] {
  const say = verifySentences[language];
  const failed = findings.filter(({ mismatches }) => mismatches.length > 0).length;
  return [
    ...findings.flatMap(({ contract, check, mismatches }) => {
      const title = `${contract} ${contracts[contract].address}: ${say.checks[check]}`;
      if (mismatches.length === 0) return [`✔ ${title}`];
      const rest = mismatches.length - shown;
      return [
        `✖ ${title}`,
        ...mismatches.slice(0, shown).map((one) => `    ${say.mismatch(one)}`),
        ...(rest > 0 ? [`    ${say.more(rest)}`] : []),
      ];
    }),
    '',
    failed === 0 ? `✔ ${say.ok(chainId)}` : `✖ ${say.notOk(failed, chainId)}`,
  ];
}
