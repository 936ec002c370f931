import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { parseColumn } from './parse-column.js';

/** Offers to wallets, what was given out for them, and what may be used only once. Columns as in the table file. */
export class Issuance1700000000004 implements MigrationInterface {
  readonly name = 'Issuance1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) {
      await runner.createTable(new Table({ name, columns: columns.map(parseColumn) }));
    }
    for (const [table, columnNames, isUnique] of indexes) {
      await runner.createIndex(table, new TableIndex({ columnNames, isUnique }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}

const tables: Record<string, readonly string[]> = {
  issuance_session: [
    'sequence* integer',
    'id text',
    'certificateId text',
    'referenceHash text',
    'codeHash text',
    'txCodeHash text',
    'attempts integer',
    'state text',
    'tokenHash? text',
    'tokenKey? text',
    'tokenExpiresAt? text',
    'createdBy text',
    'createdAt text',
    'expiresAt text',
  ],
  issuance_grant: [
    'sequence* integer',
    'sessionId text',
    'certificateId text',
    'configuration text',
    'holder text',
    'state text',
    'transactionHash? text',
    'notificationId? text',
    'credentialId? text',
    'createdAt text',
    'issuedAt? text',
    'event? text',
    'eventAt? text',
  ],
  issuance_used: ['hash! text', 'expiresAt text'],
};

const indexes: readonly [string, string[], boolean][] = [
  ['issuance_session', ['id'], true],
  ['issuance_session', ['referenceHash'], true],
  ['issuance_session', ['codeHash'], true],
  ['issuance_session', ['tokenHash'], true],
  ['issuance_session', ['expiresAt'], false],
  // Retried requests find the grant of before.
  ['issuance_grant', ['sessionId', 'configuration'], true],
  ['issuance_grant', ['transactionHash'], true],
  ['issuance_grant', ['notificationId'], true],
  ['issuance_used', ['expiresAt'], false],
];
