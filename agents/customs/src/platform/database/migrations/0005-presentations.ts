import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { parseColumn } from './parse-column.js';

const name = 'presentation';

/** Requests to present, and what became of them. Columns as in the table file. */
export class Presentations1700000000005 implements MigrationInterface {
  readonly name = 'Presentations1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name, columns: columns.map(parseColumn) }));
    for (const [column, isUnique] of indexes) {
      await runner.createIndex(name, new TableIndex({ columnNames: [column], isUnique }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(name);
  }
}

const columns = [
  'sequence* integer',
  'id text',
  'referenceHash text',
  'state text',
  'purpose text',
  'wanted text',
  'clientId text',
  'responseMode text',
  'nonce text',
  'stateValue text',
  'encryptionKey? text',
  'createdBy text',
  'createdByName text',
  'createdAt text',
  'expiresAt text',
  'answeredAt? text',
  'presented? text',
  'verdict? text',
  'disclosed? text',
  'delegate? text',
  'refusals text',
];

const indexes: readonly [string, boolean][] = [
  ['id', true],
  ['referenceHash', true],
  // What is swept.
  ['expiresAt', false],
];
