import { type Certificate, type Country, certificateSchema } from '@eslabon/core';
import type { RegisterRow } from '../register-reading.js';
import { checkRowLength } from './check-row-length.js';
import { checkTextCells } from './check-text-cells.js';
import { readContactEmail } from './read-contact-email.js';
import { type DateContext, readDates } from './read-dates.js';
import { readIdentifier } from './read-identifier.js';
import { readCertificateType, readOperatorRoles, readStatus } from './read-terms.js';
import { type RegisterCells, reportCell } from './register-cells.js';
import { reportSchemaIssues } from './report-schema-issues.js';

export interface RowContext {
  country: Country;
  headerLength: number;
  dates: DateContext;
}

/** WCO Data Model: names of parties are an..70 on declarations. */
const declaredNameLength = 70;

/** Reads one row into a certificate with its status, or into the reasons why there is none. */
export function readRow(cells: RegisterCells, context: RowContext): RegisterRow {
  const { values, issues, record } = cells;
  const named = {
    row: record.row,
    ...(values.certificateNumber !== undefined && { certificateNumber: values.certificateNumber }),
    issues,
  };
  if (!checkRowLength(cells, context.headerLength)) return { ...named, status: 'suspended' };
  checkTextCells(cells);
  const candidate = assemble(cells, context);
  const status = readStatus(cells) ?? 'suspended';
  const contactEmail = readContactEmail(cells);
  const parsed = certificateSchema.safeParse(candidate);
  if (!parsed.success) reportSchemaIssues(cells, parsed.error);
  return {
    ...named,
    ...(parsed.success &&
      !issues.some(({ severity }) => severity === 'error') && { certificate: parsed.data }),
    status,
    ...(contactEmail !== undefined && { contactEmail }),
  };
}

function assemble(cells: RegisterCells, context: RowContext): Partial<Record<keyof Certificate, unknown>> {
  const { values } = cells;
  const dates = readDates(cells, context.dates);
  const { tin, nationalId } = readIdentifier(cells, context.country);
  const nameLength = values.legalName?.length ?? 0;
  if (nameLength > declaredNameLength) reportCell(cells, 'legalName', 'LEGAL_NAME_LONG', String(nameLength));
  return {
    certificateNumber: values.certificateNumber,
    certificateType: readCertificateType(cells),
    operatorRoles: readOperatorRoles(cells),
    tin,
    legalName: values.legalName,
    ...(nationalId && { nationalId }),
    ...(values.tradeName !== undefined && { tradeName: values.tradeName }),
    ...(values.programme !== undefined && { programme: values.programme }),
    ...addressOf(values, context.country),
    ...dates,
  };
}

/** The address, when any part of it is given; its country is the register's. */
function addressOf(values: RegisterCells['values'], country: Country): { address?: unknown } {
  const { street, city, subdivision, postcode } = values;
  const parts = Object.entries({ street, city, subdivision, postcode }).filter(
    ([, value]) => value !== undefined,
  );
  return parts.length === 0 ? {} : { address: { ...Object.fromEntries(parts), country } };
}
