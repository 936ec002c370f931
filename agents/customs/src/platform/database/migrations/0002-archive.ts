import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { parseColumn } from './parse-column.js';

/** Proofs of past blocks, and the validators that came to be trusted. The order of columns follows the table files. */
export class Archive1700000000002 implements MigrationInterface {
  readonly name = 'Archive1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) {
      await runner.createTable(new Table({ name, columns: columns.map(parseColumn) }));
    }
    await runner.createIndex('archived_proof', new TableIndex({ columnNames: ['timestamp'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}

const tables: Record<string, readonly string[]> = {
  archived_proof: ['number! integer', 'hash text', 'timestamp integer', 'bytes blob'],
  checkpoint: ['number! integer', 'hash text', 'timestamp integer', 'validators text', 'origin text'],
};
