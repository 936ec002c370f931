import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { parseColumn } from './parse-column.js';

/** What border posts decided and uploaded. The order of columns follows the table file. */
export class Decisions1700000000003 implements MigrationInterface {
  readonly name = 'Decisions1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'decision', columns: columns.map(parseColumn) }));
    await runner.createIndex('decision', new TableIndex({ columnNames: ['id'], isUnique: true }));
    for (const columnNames of [['verdict'], ['post'], ['decidedAt']]) {
      await runner.createIndex('decision', new TableIndex({ columnNames }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('decision');
  }
}

const columns = [
  'sequence* integer',
  'id text',
  'post text',
  'verdict text',
  'decidedAt text',
  'content text',
  'receivedAt text',
  'receivedFrom text',
];
