import { parseDidJwk } from '@eslabon/credentials';
import { jwkThumbprint } from '@eslabon/exchange';
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { parseColumn } from './parse-column.js';

const grants = 'issuance_grant';
const keyColumn = 'holderKey';

/**
 * Status lists that companies sign, and the thumbprint of each holder's key: one key can be written as many a did:jwk.
 */
export class CompanyLists1700000000006 implements MigrationInterface {
  readonly name = 'CompanyLists1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    const columns = ['holderKey! text', 'token text', 'issuedAt integer', 'receivedAt text'].map(parseColumn);
    await runner.createTable(new Table({ name: 'company_list', columns }));
    await runner.addColumn(grants, new TableColumn(parseColumn(`${keyColumn}? text`)));
    await runner.createIndex(grants, new TableIndex({ columnNames: [keyColumn] }));
    const rows = (await runner.query(`SELECT DISTINCT "holder" FROM "${grants}"`)) as { holder: string }[];
    for (const { holder } of rows) {
      await runner.manager
        .createQueryBuilder()
        .update(grants)
        .set({ [keyColumn]: jwkThumbprint(parseDidJwk(holder)) })
        .where('holder = :holder', { holder })
        .execute();
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(grants, keyColumn);
    await runner.dropTable('company_list');
  }
}
