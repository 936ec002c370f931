import { type CertificateType, type Country, certificateTypeMask, everyRole } from '@eslabon/core';

/** An arrangement of the demonstration network, as it is proposed on the chain. */
export interface ArrangementPlan {
  label: string;
  /** File of the sample text in data/arrangements, whose SHA-256 goes on the chain. */
  text: string;
  /** Who may accede; only authorities of the network do. */
  parties: readonly Country[];
  certificateTypes: number;
  roles: number;
  /** Unix seconds. */
  validFrom: number;
}

const day = 86_400;

/** Status data are fresh for a day, and must not be used after a week. */
export const freshness = { ttl: day, exp: 7 * day };

const securityOnly: CertificateType[] = ['security', 'full'];

/** The five arrangements that made the 14 recognising pairs before 2022 (domain.md §4). */
export const arrangementPlans: readonly ArrangementPlan[] = [
  plan('Pacific Alliance', 'pacific-alliance.txt', ['CL', 'CO', 'MX', 'PE'], '2018-07-01'),
  plan('Andean Community', 'andean-community.txt', ['BO', 'CO', 'EC', 'PE'], '2019-01-01'),
  plan('Costa Rica–Mexico', 'costa-rica-mexico.txt', ['CR', 'MX'], '2019-01-01'),
  plan('Costa Rica–Colombia', 'costa-rica-colombia.txt', ['CO', 'CR'], '2019-12-19'),
  plan('Central America', 'central-america.txt', ['CR', 'GT', 'PA', 'SV'], '2019-01-01'),
];

function plan(label: string, text: string, parties: string[], from: string): ArrangementPlan {
  return {
    label,
    text,
    parties: parties as Country[],
    certificateTypes: certificateTypeMask(securityOnly),
    roles: everyRole,
    validFrom: Date.parse(from) / 1000,
  };
}
