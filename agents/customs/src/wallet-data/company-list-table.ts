import { EntitySchema } from 'typeorm';

/** The newest status list of one company's delegations: one for each key, whatever it delegates. */
export interface CompanyListRow {
  /** Thumbprint (RFC 7638). */
  holderKey: string;
  /** As the company signed it. */
  token: string;
  /** Unix seconds, by the company's clock. */
  issuedAt: number;
  receivedAt: string;
}

export const companyListTable = new EntitySchema<CompanyListRow>({
  name: 'company_list',
  columns: {
    holderKey: { type: 'text', primary: true },
    token: { type: 'text' },
    issuedAt: { type: 'integer' },
    receivedAt: { type: 'text' },
  },
});
