import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startWorld, type World } from './end-to-end/start-world.js';
import { openBrowser } from './open-browser.js';
import { type Desk, openDesk } from './portal/open-desk.js';
import { demandApp } from './verify-app/demand-app.js';
import { openPost, type Post } from './verify-app/open-post.js';
import { readShownQr } from './verify-app/read-shown-qr.js';
import { type Holder, openHolder } from './wallet/open-holder.js';

/**
 * The whole way of a certificate, by nothing but clicks and typing: two officers of Peru in the portal, the company and a
 * driver in their wallets, Mexico's post in its app. What goes from one to another is what they see on their screens.
 */
let browser: Browser;
let world: World;
let officer: Desk;
let supervisor: Desk;
let company: Holder;
let driver: Holder;
let post: Post;
let offered: { link: string; code: string };

const legalName = 'Exportadora Cumbre S.A.C.';
const certificateNumber = 'OEA-PE-2026-0042';

beforeAll(async () => {
  for (const app of ['portal', 'wallet', 'verify'] as const) demandApp(app);
  browser = await openBrowser();
  world = await startWorld();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** Mexico's officer asks; answers with the request as a camera reads it from the screen. */
async function ask(consignment?: string): Promise<string> {
  const { page } = post;
  await post.go('Pedir');
  const another = page.getByRole('button', { name: /^Pedir (a otra empresa|de nuevo|otra cosa)$/ });
  if ((await another.count()) > 0) await another.first().click();
  if (consignment !== undefined) {
    await page.getByRole('radio', { name: 'Envío' }).check();
    await page.getByLabel('Referencia del envío').fill(consignment);
  } else {
    await page.getByRole('radio', { name: 'En la ventanilla' }).check();
  }
  await page.getByRole('button', { name: 'Pedir', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'ninguna billetera ha leído' }).waitFor();
  return readShownQr(page);
}

/** The holder of a wallet brings a request into it, up to the consent. */
async function read(holder: Holder, request: string): Promise<void> {
  const again = holder.button('Presentar otra vez');
  if (await again.isVisible()) await again.click();
  else await holder.go('Presentar');
  await holder.page.getByRole('radio', { name: 'Enlace' }).check();
  await holder.page.getByRole('textbox', { name: 'Enlace' }).fill(request);
  await holder.button('Continuar').click();
  await holder.heading('Quién pregunta').waitFor();
}

/** @returns the verdict that Mexico's officer sees */
async function present(holder: Holder, consignment?: string): Promise<string | null> {
  await read(holder, await ask(consignment));
  await holder.button('Enviar esto').click();
  await holder.heading('Enviado').waitFor();
  return post.verdict();
}

const decisions = {
  Suspender: { reason: 'SECURITY_INCIDENT', state: 'Suspendido' },
  Rehabilitar: { reason: 'REINSTATED', state: 'Activo' },
};

/** Peru's supervisor decides about the certificate that is open on the screen, until the chain says so. */
async function decide(action: keyof typeof decisions): Promise<void> {
  const { page } = supervisor;
  const { reason, state } = decisions[action];
  await supervisor.button(`${action} …`).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motivo').selectOption(reason);
  await dialog.getByLabel('Número de la decisión').fill('R-118-2026');
  await dialog.getByRole('button', { name: `${action}lo` }).click();
  await page.getByText(`${state}, desde el bloque`).waitFor();
}

describe('the way of a certificate', () => {
  it('is proposed by one officer of Peru', async () => {
    officer = await openDesk(browser, world.peru);
    await officer.signIn(world.peru.keys.officer);
    const { page } = officer;
    await page.getByRole('link', { name: 'Proponer', exact: true }).click();
    await officer.heading('Proponer un certificado').waitFor();
    await page.getByLabel('Número de certificado').fill(certificateNumber);
    await page.getByLabel('Tipo').selectOption('security');
    await page.getByRole('checkbox', { name: 'exportador' }).check();
    await page.getByLabel('Número fiscal').fill('PE20123456786');
    await page.getByLabel('Razón social').fill(legalName);
    await page.getByLabel('Fecha de la decisión').fill('2026-01-05');
    await page.getByLabel('En vigor desde').fill('2026-01-10');
    await page.getByLabel('Último día').fill('2029-01-10');
    await officer.button('Proponer').click();
    await page.getByText(`${certificateNumber} está propuesto`).first().waitFor();
  });

  it('is issued by another, and offered to the company', async () => {
    supervisor = await openDesk(browser, world.peru);
    await supervisor.signIn(world.peru.keys.supervisor);
    const { page } = supervisor;
    await page.getByRole('link', { name: 'En espera' }).click();
    await supervisor.button(/^Emitir/).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Emitirlo' }).click();
    await supervisor.heading('Ofrecer a la empresa').waitFor();
    await supervisor.button('Ofrecer a la empresa').click();
    await supervisor.heading('La oferta está hecha').waitFor();
    const code = (await page.locator('[data-transaction-code]').textContent()) ?? '';
    offered = { link: await readShownQr(page), code: code.replaceAll(/\D/g, '') };
    expect(offered.code).toMatch(/^\d{6}$/);
  });

  it('is received by the company in a wallet, which the officer sees', async () => {
    company = await openHolder(browser, offered.link);
    await company.setUp('Portátil de exportaciones');
    await company.heading('Quién lo ofrece').waitFor();
    await company.page.getByLabel('Código de transacción').fill(offered.code);
    await company.button('Recibir el certificado').click();
    await company.heading(legalName).waitFor();
    await supervisor.status('La empresa tiene su certificado desde').waitFor();
  });

  it('is presented to Mexico, which sees RECOGNISED', async () => {
    post = await openPost(browser, world);
    await post.setUp();
    await post.go('Pedir');
    await post.page.getByRole('textbox', { name: 'Clave' }).fill(world.mexico.keys.post);
    await post.page.getByLabel('Recordar').check();
    expect(await present(company)).toBe('RECOGNISED');
    expect(await post.page.locator('.company').textContent()).toBe(legalName);
    await post.page.getByText('la empresa misma').waitFor();
  });

  it('is suspended by Peru, and the same presentation gives SUSPENDED, until Peru reinstates it', async () => {
    await decide('Suspender');
    expect(await present(company)).toBe('SUSPENDED');
    await decide('Rehabilitar');
    expect(await present(company)).toBe('RECOGNISED');
  });
});

describe('a driver', () => {
  it('is given a delegation for a consignment, and presents for the company', async () => {
    driver = await openHolder(browser, `${world.peru.url}/wallet/`);
    await driver.setUp('Rosa Quispe');
    await driver.go('Delegar');
    await driver.unfold('Pedir una delegación a una empresa');
    await company.open(await driver.shownLink());
    await company.heading('Para quién es').waitFor();
    const { page } = company;
    await page.getByLabel('En la ventanilla').uncheck();
    await page.getByLabel('Envío').check();
    await page.getByLabel('Solo para estos números').fill('CARTA-77');
    await page.getByRole('radio', { name: 'Otro' }).check();
    await page.getByLabel('Hasta').fill(inMinutes(4));
    await company.button('Dar la delegación').click();
    await company.heading('Delegación para Rosa Quispe').waitFor();
    await driver.open(await company.shownLink());
    await driver.heading('Una empresa quiere darle esta delegación').waitFor();
    await driver.button('Recibirla').click();
    await driver.page.getByText('La delegación está aquí').waitFor();

    expect(await present(driver, 'CARTA-77')).toBe('RECOGNISED');
    await post.page.getByText(/un delegado de la empresa, para envíos \(CARTA-77\), hasta el/).waitFor();
    expect(await post.page.locator('.company').textContent()).toBe(legalName);
  });

  it('is refused when the delegation has expired, which both see', async () => {
    await read(driver, await ask('CARTA-77'));
    world.setAhead(560);
    await driver.button('Enviar esto').click();
    await driver.alert('no aceptó la respuesta').waitFor();
    const refused = 'Se rechazó una respuesta. Venció la autorización de quien actúa por la empresa.';
    await post.page.getByRole('status').filter({ hasText: refused }).waitFor();
    world.setAhead(0);
    // By its own clock the wallet does not even offer it.
    await driver.page.clock.setFixedTime(Date.now() + 300_000);
    await driver.page.reload();
    await driver.go('Delegar');
    await driver.page.locator('[data-held=expired]').waitFor();
  });
});

/** A minute as the field for date and time has it, by the clock of the device. */
function inMinutes(minutes: number): string {
  const at = new Date(Date.now() + minutes * 60_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
