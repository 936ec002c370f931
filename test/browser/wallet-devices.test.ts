import { decide, issueSample, offerSample, settled } from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { demandApp } from './verify-app/demand-app.js';
import { expectFits, inspectScreen } from './verify-app/inspect-page.js';
import { qrPng, qrVideo } from './verify-app/qr-picture.js';
import { changeRows } from './wallet/change-rows.js';
import { keepLongHistory, nameAt, watchHistory } from './wallet/long-history.js';
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

  it('says of an answer that nobody confirmed that it may have arrived', async () => {
    const { page } = company;
    const request = await world.ask();
    await company.open(world.linkOf(request));
    await company.heading('Quién pregunta').waitFor();
    await page.route('**/openid4vp/responses/**', (route) => route.fulfill({ status: 502 }));
    await company.button('Enviar esto').click();
    await company.alert('No es seguro que la respuesta haya llegado').waitFor();
    await page.unroute('**/openid4vp/responses/**');
    await company.go('Historial');
    const [newest] = await page.locator('[data-outcome]').allTextContents();
    expect(newest).toContain('Sin confirmar');
    expect(newest).not.toContain('No aceptado');
    await inspectScreen(page);
  });

  it('asks for no new copies within an hour of a presentation, by what its storage has of it', async () => {
    const { page, watched } = company;
    const asked = () =>
      watched.requests.filter((address) => address.includes('/openid4vci/credential')).length;
    const refresh = async () => {
      await page.reload();
      await company.go('Inicio');
      await company.button('Obtener los datos más recientes').click();
      await page.getByText('Al día.').waitFor();
    };
    await page.evaluate(
      changeRows(
        'certificates',
        `({ copies, ...row }) => ({
      ...row, copies: copies.map((copy) => ({ ...copy, shownAt: new Date().toISOString() })),
    })`,
      ),
    );
    const before = asked();
    await refresh();
    expect(asked()).toBe(before);
    const then = new Date(Date.now() - 2 * 3_600_000).toISOString();
    await page.evaluate(changeRows('history', `(entry) => ({ ...entry, at: '${then}' })`));
    await refresh();
    expect(asked()).toBe(before + 1);
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
    expect(await page.locator('.toast').count()).toBe(0);
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

describe('a wallet of many years', () => {
  const count = 3_000;
  let holder: Holder;

  it('shows its history the newest first, as far as it is looked at, and reads no more of it', async () => {
    holder = await openHolder(browser, `${world.peru.url}/wallet/`);
    const { page } = holder;
    await holder.setUp('Archivo');
    await page.evaluate(keepLongHistory(count));
    await page.addInitScript(watchHistory);
    await page.reload();
    await holder.go('Historial');
    const names = page.locator('[data-outcome] h2');
    const shown = (upTo: number) => page.getByText(`Se muestran ${upTo} de 3`);
    await shown(20).waitFor();
    const first = await names.allTextContents();
    expect(first.map((name) => name.split(' · ')[0])).toEqual(
      Array.from({ length: 20 }, (_, at) => nameAt(at)),
    );
    await inspectScreen(page);

    // By the keyboard, on from where it was.
    await holder.button('Mostrar anteriores').focus();
    await page.keyboard.press('Enter');
    await shown(40).waitFor();
    expect(await names.count()).toBe(40);
    await expect(page.evaluate(focusedName)).resolves.toContain(`${nameAt(20)} ·`);
    for (let i = 0; i < 40 && (await page.evaluate(focusedName)) !== 'Mostrar anteriores'; i++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await shown(60).waitFor();
    await expect(page.evaluate(focusedName)).resolves.toContain(`${nameAt(40)} ·`);
    // Whatever else was done on the way read none of it.
    await holder.go('Ajustes');
    await holder.button('Guardar').click();
    await page.getByText('Guardado.').waitFor();
    expect(await page.evaluate('historyReads')).toBeLessThan(1_000);
    await holder.go('Historial');
    await shown(20).waitFor();
    expect(await names.count()).toBe(20);
  });

  it('looks for news when somebody comes back to it after a while, and not each time', async () => {
    const { page, watched } = holder;
    const asked = () => watched.requests.filter((address) => address.endsWith('/v1/wallet/bundle')).length;
    const comeBack = () => page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await holder.go('Inicio');
    const before = asked();
    await comeBack();
    // One thing after the other: what was begun before this is over when this is.
    await holder.button('Obtener los datos más recientes').click();
    await page.getByText('Al día.').waitFor();
    expect(asked()).toBe(before + 1);
    await page.clock.setFixedTime(Date.now() + 16 * 60_000);
    const request = page.waitForRequest('**/v1/wallet/bundle');
    await comeBack();
    await request;
    await holder.close();
  });
});

describe('names of any length', () => {
  it('stand on a narrow screen', async () => {
    const holder = await openHolder(browser, `${world.peru.url}/wallet/`);
    const { page } = holder;
    const fits = () => expectFits(page, 320);
    await holder.setUp('W'.repeat(60));
    const { id } = await issueSample(world.peru, { legalName: `Exportadora${'ABCDEFGHIJ'.repeat(18)}` });
    for (const certificate of [id, world.company.id]) {
      const offer = await offerSample(world.peru, certificate);
      await holder.open(offer.walletUrl);
      await holder.heading('Quién lo ofrece').waitFor();
      await fits();
      await page.getByLabel('Código de transacción').fill(offer.txCode);
      await holder.button('Recibir el certificado').click();
      await holder.button('Pedir la versión más reciente').waitFor();
      await fits();
    }
    await holder.go('Inicio');
    await fits();
    const request = await world.ask({ kind: 'declaration', reference: 'R'.repeat(35) });
    await holder.open(world.linkOf(request));
    await holder.heading('Quién pregunta').waitFor();
    await page.getByRole('radio', { name: /ABCDEFGHIJ/ }).check();
    await fits();
    await holder.button('Enviar esto').click();
    await holder.heading('Enviado').waitFor();
    await fits();
    await holder.go('Historial');
    await page.locator('[data-outcome]').waitFor();
    await fits();
    await holder.go('Delegar');
    await holder.unfold('Pedir una delegación a una empresa');
    await holder.open(await holder.shownLink());
    await holder.heading('Para quién es').waitFor();
    await page.getByLabel('Certificado', { exact: true }).selectOption({ index: 1 });
    await fits();
    await holder.button('Dar la delegación').click();
    await holder.heading('Delegación para').waitFor();
    await fits();
    await holder.open(await holder.shownLink());
    await holder.button('Recibirla').click();
    await page.getByText('La delegación está aquí').waitFor();
    await fits();
    await holder.close();
  });
});

describe('a page that did not come safely', () => {
  it('has no wallet, and says why', async () => {
    const holder = await openHolder(browser, 'about:blank');
    await holder.page.addInitScript(`Object.defineProperty(window, 'isSecureContext', { get: () => false })`);
    await holder.open(`${world.peru.url}/wallet/`);
    await holder.alert('solo en páginas que llegan por https').waitFor();
    await inspectScreen(holder.page);
    await holder.close();
  });
});

/** What a screen reader would call the element that has the focus. */
const focusedName = `(() => {
  const { activeElement: element } = document;
  return (element.labels?.[0] ?? element).textContent.trim();
})()`;
