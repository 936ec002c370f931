import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const table = 'issuance_grant';
const index = new TableIndex({ columnNames: ['batch'] });

/**
 * What a wallet says of its copies, and what it comes back for, is found by the batch: wallets that show each verifier
 * another key make so many of them that the whole table must not be read for each.
 */
export class GrantBatches1700000000009 implements MigrationInterface {
  readonly name = 'GrantBatches1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(table, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(table, index);
  }
}
