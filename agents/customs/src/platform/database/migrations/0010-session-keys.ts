import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is sealed for a request to present is the number of its key from now on, no longer PKCS#8. Requests that are open
 * at this moment could not be answered any more: their time is over, which wallets and officers are told.
 */
export class SessionKeys1700000000010 implements MigrationInterface {
  readonly name = 'SessionKeys1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE "presentation" SET "expiresAt" = "createdAt", "encryptionKey" = NULL WHERE "encryptionKey" IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    // Nothing to take back: a request that has expired stays so.
  }
}
