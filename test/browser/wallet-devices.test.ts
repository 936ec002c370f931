import { decide, issueSample, offerSample, settled } from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { demandApp } from './verify-app/demand-app.js';
import { inspectScreen } from './verify-app/inspect-page.js';
import { qrPng, qrVideo } from './verify-app/qr-picture.js';
import { expectClean, type Holder, openHolder } from './wallet/open-holder.js';
import { startWalletWorld, type WalletWorld } from './wallet/wallet-world.js';

let browser: Browser;
let world: WalletWorld;

beforeAll(async () => {
  demandApp('wallet');
  browser = await openBrowser();
  world = await startWalletWorld();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

describe('a wallet on a telephone', () => {
  let withCamera: Browser;
  let company: Holder;

  it('receives by the QR code that is held before its camera', async () => {
    const offer = await world.offer();
    const video = world.file('offer.y4m', qrVideo(offer.walletUrl));
    withCamera = await openBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${video}`,
    ]);
    company = await openHolder(withCamera, `${world.peru.url}/wallet/`);
    await company.setUp('Teléfono');
    await company.page.getByRole('link', { name: 'Recibir un certificado' }).click();
    await company.page.getByRole('radio', { name: 'Código QR' }).check();
    await inspectScreen(company.page);
    await company.button('Encender la cámara').click();
    await company.heading('Quién lo ofrece').waitFor();
    await company.page.getByLabel('Código de transacción').fill(offer.txCode);
    await company.page.keyboard.press('Enter');
    await company.heading(world.company.legalName).waitFor();
  });

  it('reads a request from a picture, and says so when there is no code in it', async () => {
    const { page } = company;
    const request = await world.ask();
    const give = (name: string, text: string) =>
      page.locator('input[type=file]').setInputFiles(world.file(name, qrPng(text)));
    await company.go('Presentar');
    await page.getByRole('radio', { name: 'Imagen' }).check();
    await give('nothing.png', 'https://example.com/');
    await company.alert('no conoce este enlace').waitFor();
    await page.locator('input[type=file]').setInputFiles(world.file('broken.png', Buffer.from('GIF89a')));
    await company.alert('No se pudo leer la imagen').waitFor();
    await inspectScreen(page);
    await give('request.png', request.requestUrl);
    await company.heading('Quién pregunta').waitFor();
    await company.button('Enviar esto').click();
    await company.heading('Enviado').waitFor();
    expect((await world.outcomeOf(request)).verdict?.verdict).toBe('RECOGNISED');
    // A code that belongs to another page leads there.
    const offer = await world.offer();
    await company.button('Presentar otra vez').click();
    await give('offer.png', offer.offerUrl);
    await company.heading('Quién lo ofrece').waitFor();
    await company.button('Cancelar').click();
  });

  it('warns of one whom nobody vouches for, whatever it calls itself', async () => {
    const request = await world.ask({ kind: 'counter' }, 'x509');
    await company.open(world.linkOf(request));
    await company.heading('Quién pregunta').waitFor();
    await company.page.getByText('Nadie responde por quién es').waitFor();
    const text = (await company.page.locator('main').textContent()) ?? '';
    expect(text).toContain(new URL(world.mexico.url).host);
    expect(text).not.toContain('Aduana de MX');
    expect(text).not.toContain('Probado');
    await inspectScreen(company.page);
    await company.button('No enviar').click();
    await company.heading('No enviado').waitFor();
    await company.go('Historial');
    expect(await company.page.locator('[data-outcome=declined]').textContent()).not.toContain('Aduana de MX');
  });

  it('fetches the newest version of its certificate', async () => {
    const { page } = company;
    await company.go('Inicio');
    await page.getByRole('link', { name: world.company.legalName }).click();
    await company.button('Pedir la versión más reciente').click();
    await page.getByText('Ya es la versión más reciente').waitFor();
    const params = { id: world.company.id };
    const { id: renewalId } = await world.peru.as('officer').proposeRenewal({
      params,
      body: { decisionDate: '2026-06-01', operatorRoles: ['EX', 'IM', 'MF'] },
    });
    await world.peru.as('supervisor').issueRenewal({ params: { ...params, renewalId } });
    await company.button('Pedir la versión más reciente').click();
    await page.getByText('Ya está aquí la versión más reciente').waitFor();
    expect(await page.locator('.facts').first().textContent()).toContain('fabricante');
    await inspectScreen(page);
  });

  it('fetches it in two windows at once, and may go on fetching it', async () => {
    const [second] = await Promise.all([
      company.page.waitForEvent('popup'),
      company.page.evaluate('void open(location.href)'),
    ]);
    const ask = (page: typeof second) =>
      page.getByRole('button', { name: 'Pedir la versión más reciente', exact: true }).click();
    const answer = (page: typeof second) => page.getByText('Ya es la versión más reciente').waitFor();
    for (const pages of [[company.page, second], [second]]) {
      await company.page.reload();
      await second.getByRole('heading', { name: world.company.legalName }).waitFor();
      await Promise.all(pages.map(ask));
      await Promise.all(pages.map(answer));
    }
    await second.close();
  });

  it('waits for a certificate that is not given out yet, and shows it when it comes', async () => {
    const { page } = company;
    const view = await issueSample(world.peru, { legalName: 'Agrícola Paciencia S.A.' });
    const offer = await offerSample(world.peru, view.id);
    await world.network.stopChain();
    const { id } = await decide(world.peru, view, 'suspend');
    await company.open(offer.walletUrl);
    await company.heading('Quién lo ofrece').waitFor();
    await page.getByLabel('Código de transacción').fill(offer.txCode);
    await company.button('Recibir el certificado').click();
    await company.heading('Su certificado está en camino').waitFor();
    await inspectScreen(page);
    await page.reload();
    await company.go('Inicio');
    await page.locator('[data-state=pending]').waitFor();
    await inspectScreen(page);
    await world.network.startChain();
    await settled(world.peru, id);
    await page.getByRole('link', { name: 'Agrícola Paciencia S.A.' }).waitFor();
    await expectClean(company, [world.peru.url, world.mexico.url]);
    await withCamera.close();
  });
});

describe('a wallet behind a passkey', () => {
  it('opens with it only', async () => {
    // Browsers give no passkeys to addresses that are numbers.
    const address = world.peru.url.replace('127.0.0.1', 'localhost');
    const holder = await openHolder(browser, 'about:blank');
    const { page } = holder;
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...({ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' } as const),
        ...{ hasUserVerification: true, isUserVerified: true, hasResidentKey: true, hasPrf: true },
        automaticPresenceSimulation: true,
      },
    });
    await holder.open(`${address}/wallet/`);
    await holder.heading('Preparar esta billetera').waitFor();
    await page.getByLabel('Bloquearla con una llave de acceso').check();
    await holder.setUp('Portátil del jefe');
    await page.reload();
    await holder.heading('La billetera está bloqueada').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('Certificados');
    await inspectScreen(page);
    await holder.button('Desbloquear').click();
    await holder.heading('Todavía no hay certificados').waitFor();

    await holder.go('Ajustes');
    await holder.button('Bloquear ahora').click();
    await holder.heading('La billetera está bloqueada').waitFor();
    await holder.button('Desbloquear').click();
    await holder.heading('Ajustes').waitFor();
    await holder.button('Abrirla sin llave de acceso').click();
    await holder.button('Bloquearla con una llave de acceso').waitFor();
    await page.reload();
    await holder.heading('Ajustes').waitFor();

    await holder.button('Bloquearla con una llave de acceso').click();
    await holder.button('Bloquear ahora').click();
    // Somebody else's finger.
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await holder.button('Desbloquear').click();
    await holder.alert('No se dio la llave de acceso').waitFor();
    await holder.close();
  });
});

describe('a person who uses no mouse', () => {
  it('sets a wallet up and asks for a delegation by the keyboard alone', async () => {
    const holder = await openHolder(browser, `${world.peru.url}/wallet/`);
    const { page } = holder;
    await holder.heading('Preparar esta billetera').waitFor();
    expect(await page.evaluate(focusedName)).toBe('Preparar esta billetera');
    const press = async (key: string, until: string) => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press(key);
        if ((await page.evaluate<string>(focusedName)) === until) return;
      }
      throw new Error(`${key} never led to “${until}”`);
    };
    await press('Tab', 'Nombre de este equipo');
    await page.keyboard.insertText('Cabina');
    await page.keyboard.press('Enter');
    await holder.heading('Su código de recuperación').waitFor();
    expect(await page.evaluate(focusedName)).toBe('Su código de recuperación');
    await press('Tab', 'Guardé el código en un lugar seguro.');
    await page.keyboard.press('Space');
    await press('Tab', 'Abrir la billetera');
    await page.keyboard.press('Enter');
    await holder.heading('Todavía no hay certificados').waitFor();
    expect(await page.evaluate(focusedName)).toBe('Certificados');
    await press('Shift+Tab', 'Delegar');
    await page.keyboard.press('Enter');
    await holder.heading('Delegaciones').waitFor();
    expect(await page.evaluate(focusedName)).toBe('Delegaciones');
    await press('Tab', 'Pedir una delegación a una empresa');
    await page.keyboard.press('Enter');
    await press('Tab', 'Copiar el enlace');
    await inspectScreen(page);
    await holder.close();
  });
});

/** What a screen reader would call the element that has the focus. */
const focusedName = `(() => {
  const { activeElement: element } = document;
  return (element.labels?.[0] ?? element).textContent.trim();
})()`;
