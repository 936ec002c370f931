import { checkpointTable } from '../../bundles/checkpoints/checkpoint-table.js';
import { certificateTable, credentialTable, historyTable } from '../../certificates/certificate-table.js';
import { decisionTable } from '../../decisions/decision-table.js';
import { importJobTable, importRowTable } from '../../imports/import-table.js';
import {
  issuanceGrantTable,
  issuanceSessionTable,
  issuanceUsedTable,
} from '../../issuance/issuance-tables.js';
import { presentationTable } from '../../presentations/presentation-table.js';
import { archivedProofTable } from '../../registry/archive/proof-table.js';
import { chainEventTable } from '../../registry/event-table.js';
import { renewalTable } from '../../renewals/renewal-table.js';
import { statusBatchTable, statusChangeTable, statusListTable } from '../../status/status-table.js';
import { companyListTable } from '../../wallet-data/company-list-table.js';
import { apiKeyTable } from '../http/api-key-table.js';
import { keyTable } from '../keys/key-table.js';

export const entities = [
  apiKeyTable,
  archivedProofTable,
  certificateTable,
  chainEventTable,
  checkpointTable,
  companyListTable,
  credentialTable,
  decisionTable,
  historyTable,
  importJobTable,
  importRowTable,
  issuanceGrantTable,
  issuanceSessionTable,
  issuanceUsedTable,
  keyTable,
  presentationTable,
  renewalTable,
  statusBatchTable,
  statusChangeTable,
  statusListTable,
];
