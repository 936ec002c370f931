import type { ImportRow } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import type { Shortening } from '@eslabon/paper';
import type { AgentParts } from '../agent-parts.js';
import { demandFit } from '../paper/demand-fit.js';
import type { RowPlan } from './plan-row.js';
import { excerpt } from './register/issues/excerpt.js';

/** A plan to issue what does not fit on paper becomes a row that is rejected, with what to shorten. */
export function refuseUnprintable(parts: Pick<AgentParts, 'config' | 'keys'>, plan: RowPlan): RowPlan {
  if (plan.issue === undefined) return plan;
  const { certificate } = plan.issue;
  try {
    demandFit(parts, certificate);
    return plan;
  } catch (error) {
    if (!(error instanceof EslabonError) || error.code !== 'PAPER_TOO_LARGE') throw error;
    const shorten = error.details.shorten as readonly Shortening[];
    const issue = issueOf(certificate.legalName, shorten);
    return { report: { ...plan.report, outcome: 'rejected', issues: [...plan.report.issues, issue] } };
  }
}

function issueOf(legalName: string, shorten: readonly Shortening[]): ImportRow['issues'][number] {
  const count = shorten.find(({ field }) => field === 'legalName')?.characters;
  return {
    ...{ field: 'legalName', column: null, severity: 'error', code: 'PAPER_TOO_LARGE' },
    value: excerpt(legalName),
    sentence: count === undefined ? authoritySentence : sentenceOf(count),
  };
}

const sentenceOf = (count: number) => ({
  en: `The certificate does not fit into its printed code: shorten the legal name by ${count} characters.`,
  es: `El certificado no cabe en su código impreso: acorte la razón social en ${count} caracteres.`,
  pt: `O certificado não cabe no seu código impresso: encurte a razão social em ${count} caracteres.`,
});

const authoritySentence = {
  en: 'The certificate does not fit into its printed code: the authority’s own name is too long. Tell the operator.',
  es: 'El certificado no cabe en su código impreso: el nombre de la autoridad es demasiado largo. Avise al operador.',
  pt: 'O certificado não cabe no seu código impresso: o nome da autoridade é longo demais. Avise o operador.',
};
