import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { parseColumn } from './parse-column.js';

const sessions = 'issuance_session';
const renewals = 'certificate_renewal';
const grants = 'issuance_grant';
const oneCopy = ['sessionId', 'configuration'];
const refresh = ['refreshFamily', 'refreshHash', 'refreshExpiresAt'];

/** Renewals of certificates, refresh tokens by which wallets fetch them, copies for several keys, e-mails of offers. Columns as in the tables. */
export class Renewals1700000000007 implements MigrationInterface {
  readonly name = 'Renewals1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: renewals, columns: columns.map(parseColumn) }));
    await runner.createIndex(renewals, new TableIndex({ columnNames: ['id'], isUnique: true }));
    await runner.createIndex(renewals, new TableIndex({ columnNames: ['certificateId', 'state'] }));
    await runner.addColumn(sessions, new TableColumn({ ...parseColumn('mails integer'), default: 0 }));
    for (const name of refresh)
      await runner.addColumn(sessions, new TableColumn(parseColumn(`${name}? text`)));
    await runner.createIndex(sessions, new TableIndex({ columnNames: ['refreshFamily'], isUnique: true }));
    await runner.addColumn(grants, new TableColumn(parseColumn('batch? text')));
    await runner.query(`UPDATE "${grants}" SET "batch" = CAST("sequence" AS text)`);
    // Several copies of a form, each for a key of its own.
    await runner.dropIndex(grants, new TableIndex({ columnNames: oneCopy, isUnique: true }));
    await runner.createIndex(grants, new TableIndex({ columnNames: [...oneCopy, 'holder'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(grants, new TableIndex({ columnNames: [...oneCopy, 'holder'], isUnique: true }));
    await runner.createIndex(grants, new TableIndex({ columnNames: oneCopy, isUnique: true }));
    await runner.dropColumn(grants, 'batch');
    for (const name of ['mails', ...refresh]) await runner.dropColumn(sessions, name);
    await runner.dropTable(renewals);
  }
}

const columns: readonly string[] = [
  'sequence* integer',
  'id text',
  'certificateId text',
  'state text',
  'changes text',
  'proposedBy text',
  'proposedAt text',
  'decidedBy? text',
  'decidedAt? text',
  'replaced? text',
];
