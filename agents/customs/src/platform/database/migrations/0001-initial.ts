import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { parseColumn } from './parse-column.js';

/** The tables of the first release. The order of columns follows the table files. */
export class Initial1700000000001 implements MigrationInterface {
  readonly name = 'Initial1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) {
      await runner.createTable(new Table({ name, columns: columns.map(parseColumn) }));
    }
    for (const [table, columns, where] of uniques) {
      await runner.createIndex(
        table,
        new TableIndex({ columnNames: columns, isUnique: true, ...(where === undefined ? {} : { where }) }),
      );
    }
    for (const [table, columns] of indexes) {
      await runner.createIndex(table, new TableIndex({ columnNames: columns }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}

/** See {@link parseColumn}. */
const tables: Record<string, readonly string[]> = {
  api_key: ['id! text', 'name text', 'role text', 'hash text', 'createdAt text', 'revokedAt? text'],
  key: ['name! text', 'type text', 'publicKey text', 'sealed text', 'createdAt text'],
  chain_event: ['sequence* integer', 'data text'],
  certificate: [
    'sequence* integer',
    'id text',
    'certificateNumber text',
    'state text',
    'status? text',
    'tin text',
    'legalName text',
    'searchName text',
    'certificateType text',
    'content text',
    'contentHash text',
    'contactEmail? text',
    'credentialId? text',
    'list? integer',
    'index? integer',
    'proposedBy text',
    'proposedAt text',
    'issuedBy? text',
    'issuedAt? text',
  ],
  credential: ['sequence* integer', 'certificateId text', 'format text', 'token text', 'signedAt text'],
  history: ['sequence* integer', 'certificateId text', 'at text', 'actor text', 'event text', 'data text'],
  status_list: ['list! integer', 'allocated integer'],
  status_change: [
    'sequence* integer',
    'id text',
    'certificateId text',
    'action text',
    'reason? text',
    'decisionReference? text',
    'decisionDate? text',
    'effectiveAt text',
    'decidedBy text',
    'decidedAt text',
    'state text',
    'list integer',
    'index integer',
    'batchId? integer',
    'transaction? text',
    'blockNumber? integer',
    'note? text',
  ],
  status_batch: [
    'id* integer',
    'nonce integer',
    'deadline integer',
    'changes text',
    'signature text',
    'state text',
    'transaction? text',
    'attempts integer',
    'createdAt text',
  ],
  import_job: [
    'sequence* integer',
    'id text',
    'fileName text',
    'content blob',
    'dryRun boolean',
    'state text',
    'createdBy text',
    'createdAt text',
    'finishedAt? text',
    'shape? text',
    'rows integer',
    'processed integer',
    'issued integer',
    'unchanged integer',
    'statusChanged integer',
    'rejected integer',
    'warnings integer',
    'error? text',
  ],
  import_row: [
    'sequence* integer',
    'importId text',
    'row integer',
    'certificateNumber? text',
    'outcome text',
    'issueCount integer',
    'issues text',
  ],
};

const uniques: readonly [string, string[], string?][] = [
  ['certificate', ['id']],
  // A rejected proposal frees its number.
  ['certificate', ['certificateNumber'], "state <> 'rejected'"],
  ['certificate', ['list', 'index']],
  ['credential', ['certificateId', 'format']],
  ['status_change', ['id']],
  ['import_job', ['id']],
  ['import_row', ['importId', 'row']],
];

const indexes: readonly [string, string[]][] = [
  ['certificate', ['tin']],
  ['history', ['certificateId']],
  ['status_change', ['certificateId']],
  ['status_change', ['state']],
  ['import_job', ['state']],
];
