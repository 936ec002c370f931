import { offerSample, startIssuing, startTestNetwork, type TestNetwork } from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { demandApp } from './verify-app/demand-app.js';
import { openHolder } from './wallet/open-holder.js';

let browser: Browser;
let network: TestNetwork;
let address: string;

beforeAll(async () => {
  demandApp('wallet');
  browser = await openBrowser();
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  const peru = network.agent('PE');
  await startIssuing(peru);
  // Passkeys are of names, never of bare IP addresses.
  address = `http://localhost:${new URL(peru.url).port}/wallet/`;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await network?.stop();
});

/** An authenticator as a telephone has one within, whose user always consents. */
async function addAuthenticator(page: Page, hasPrf: boolean): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2' as const,
    ctap2Version: 'ctap2_1' as const,
    transport: 'internal' as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
    hasPrf,
  };
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  return { cdp, id: authenticatorId };
}

/** How the keys lie in the browser's storage. */
const atRest = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('eslabon-wallet');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const asked = opening.result.transaction('profile').objectStore('profile').get('profile');
    asked.onsuccess = () => {
      opening.result.close();
      const { form, signing, backup } = asked.result.keys.atRest;
      const isHandle = (key) => key instanceof CryptoKey;
      const keys = [signing, backup];
      resolve({
        form,
        handles: keys.filter(isHandle).length,
        extractable: keys.filter((key) => isHandle(key) && key.extractable).length,
      });
    };
  };
})`;

/** How the keys of the copies of its certificates do. */
const copiesAtRest = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('eslabon-wallet');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const asked = opening.result.transaction('certificates').objectStore('certificates').getAll();
    asked.onsuccess = () => {
      opening.result.close();
      const keys = asked.result.flatMap(({ copies }) => copies.map(({ key }) => key.atRest.signing));
      const handles = keys.filter((key) => key instanceof CryptoKey);
      resolve({
        copies: keys.length,
        handles: handles.length,
        extractable: handles.filter((key) => key.extractable).length,
      });
    };
  };
})`;

describe.each([
  [true, { form: 'sealed', handles: 0, extractable: 0 }, { copies: 9, handles: 0, extractable: 0 }],
  [false, { form: 'handles', handles: 2, extractable: 0 }, { copies: 9, handles: 9, extractable: 0 }],
])('a wallet behind a passkey (PRF: %s)', (hasPrf, expected, expectedCopies) => {
  it('opens with it, over a restart, and not without', async () => {
    const { page, watched, heading, button, alert, open, close } = await openHolder(browser, address);
    const { cdp, id } = await addAuthenticator(page, hasPrf);
    await page.getByLabel('Nombre de este equipo').fill('Portátil');
    await page.getByLabel('Bloquearla con una llave de acceso').check();
    await button('Crear la billetera').click();
    await heading('Su código de recuperación').waitFor();
    await page.getByLabel('Guardé el código en un lugar seguro').check();
    await button('Abrir la billetera').click();
    await page.getByRole('navigation').waitFor();
    expect(await page.evaluate(atRest)).toEqual(expected);

    await page.reload();
    await button('Desbloquear').click();
    await page.getByRole('navigation').waitFor();

    const { offerUrl, txCode } = await offerSample(network.agent('PE'));
    await open(`${address}#offer=${encodeURIComponent(offerUrl)}`);
    await heading('Quién lo ofrece').waitFor();
    await page.getByLabel('Código de transacción').fill(txCode);
    await button('Recibir el certificado').click();
    await button('Pedir la versión más reciente').waitFor();
    expect(await page.evaluate(copiesAtRest)).toEqual(expectedCopies);

    await page.reload();
    await button('Desbloquear').waitFor();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
    await button('Desbloquear').click();
    await alert('No se dio la llave de acceso').waitFor();
    expect(await watched.complaints()).toEqual([]);
    await close();
  });
});
