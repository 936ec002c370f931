import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDelta } from '@eslabon/bundle';
import {
  decide,
  issueSample,
  recognise,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { anchorOf } from './anchor-of.js';
import { qrPng, qrVideo } from './qr-picture.js';

/** What stands on a border post's desk: files, by name. */
export interface BorderWorld {
  network: TestNetwork;
  /** The agent of the post's own administration. */
  mexico: TestAgent;
  file(name: WorldFile): string;
  /** Certificate of Mexico that its own register has. */
  own: { legalName: string; tin: string; certificateNumber: string };
  peruvian: { legalName: string; certificateNumber: string };
  token: string;
  stop(): Promise<void>;
}

export type WorldFile =
  | 'trust.json'
  | 'certificate.jwt'
  | 'altered.jwt'
  | 'certificate.png'
  | 'certificate.pdf'
  | 'certificate.y4m'
  | 'first.eslabon'
  | 'second.eslabon'
  | 'second.eslabon-delta'
  | 'damaged.eslabon'
  | 'foreign.eslabon';

/**
 * A network of two countries on a development chain: Peru issues a certificate and suspends it later, Mexico makes a
 * bundle before and one after.
 */
export async function startBorderWorld(): Promise<BorderWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'eslabon-border-'));
  const network = await startTestNetwork({ countries: ['PE', 'MX'] });
  const stop = async () => {
    await network.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const file = (name: WorldFile) => join(folder, name);
  const keep = (name: WorldFile, content: string | Uint8Array) => writeFileSync(file(name), content);
  try {
    const [peru, mexico] = [network.agent('PE'), network.agent('MX')];
    await recognise([peru.agent, mexico.agent]);
    const view = await issueSample(peru);
    const own = (await issueSample(mexico, { tin: 'MXAGR010203AB1', legalName: 'Agroindustrias Ñandú S.A.' }))
      .certificate;
    const token = new TextDecoder().decode(
      await peru.as('officer').getCredential({ params: { id: view.id } }),
    );
    const bundle = () => mexico.as('verifier').getLatestBundle({});
    const first = await bundle();
    await settled(peru, (await decide(peru, view, 'suspend')).id);
    const second = await bundle();

    keep('trust.json', JSON.stringify(await anchorOf(network, mexico)));
    keep('certificate.jwt', `${token}\n`);
    keep('altered.jwt', altered(token));
    keep('certificate.png', qrPng(token));
    keep('certificate.pdf', '%PDF-1.7\n');
    keep('certificate.y4m', qrVideo(token));
    keep('first.eslabon', first);
    keep('second.eslabon', second);
    keep('second.eslabon-delta', makeDelta(first, second));
    keep('damaged.eslabon', second.slice(0, -20));
    keep('foreign.eslabon', await peru.as('verifier').getLatestBundle({}));
    return { network, mexico, file, own, peruvian: view.certificate, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Another name under the signature of a genuine certificate. */
function altered(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  claims.credentialSubject.legalName = 'Otra Empresa S.A.';
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}
