import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const indexes = [
  ['issuance_session', new TableIndex({ columnNames: ['certificateId'] })],
  ['certificate_renewal', new TableIndex({ columnNames: ['state', 'sequence'] })],
] as const;

/** Offers of one certificate, and renewals of all that wait, are listed without reading whole tables. */
export class Listings1700000000008 implements MigrationInterface {
  readonly name = 'Listings1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, index] of indexes) await runner.createIndex(table, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, index] of indexes) await runner.dropIndex(table, index);
  }
}
