import { randomUUID } from 'node:crypto';
import { createDelegatedPresentation, createDelegation } from '@eslabon/credentials';
import {
  answerWith,
  bindSdJwt,
  createTestKey,
  decide,
  fetchRequestObject,
  postAnswer,
  settled,
} from '@eslabon/customs/testing';
import { presentAsThirdParty } from '@eslabon/exchange/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { demandApp } from './verify-app/demand-app.js';
import { inspectAndPicture, inspectScreen } from './verify-app/inspect-page.js';
import { expectClean, openPost, type Post } from './verify-app/open-post.js';
import { readShownQr } from './verify-app/read-shown-qr.js';
import { type RequestWorld, startRequestWorld } from './verify-app/request-world.js';

let browser: Browser;
let world: RequestWorld;
let post: Post;

beforeAll(async () => {
  demandApp();
  browser = await openBrowser();
  world = await startRequestWorld();
  post = await openPost(browser, world);
  await post.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await post.setUp();
  await post.go('Pedir');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const button = (name: string) => post.page.getByRole('button', { name, exact: true });
const status = (text: string) => post.page.getByRole('status').filter({ hasText: text });
const present = (requestUrl: string) => {
  const { held, resolveDid } = world;
  return presentAsThirdParty({ requestUrl, credential: held.credential, key: held.key, resolveDid });
};
const linkShown = async () =>
  (await post.page.getByRole('link', { name: 'Abrir en una billetera' }).getAttribute('href')) as string;
const requestShown = async () => {
  const requestUri = new URL(await linkShown()).searchParams.get('request_uri') as string;
  return fetchRequestObject({ requestUri });
};

describe('asking a company to present its certificate', () => {
  it('needs a key, and says what is wrong with a wrong one', async () => {
    const { page } = post;
    await page.getByText('Hace falta una clave').waitFor();
    expect(await button('Pedir').isDisabled()).toBe(true);
    await inspectAndPicture(page, 'request');
    await page.getByRole('textbox', { name: 'Clave' }).fill('esk_000000000000_wrong');
    await button('Pedir').click();
    await page.getByRole('alert').filter({ hasText: 'no conoce esta clave' }).waitFor();
    await inspectScreen(page);
    await page.getByRole('textbox', { name: 'Clave' }).fill(world.mexico.keys.post);
    await page.getByLabel('Recordar').check();
  });

  it('needs a network, and says what to do without one', async () => {
    const { page } = post;
    await page.context().setOffline(true);
    await page.getByText('Sin red no se puede pedir').waitFor();
    expect(await button('Pedir').isDisabled()).toBe(true);
    await inspectScreen(page);
    await page.context().setOffline(false);
    await page.getByText('Sin red no se puede pedir').waitFor({ state: 'detached' });
  });

  it('shows the request as a code and a link, and follows the wallet live to RECOGNISED', async () => {
    const { page, verdict } = post;
    await button('Pedir').click();
    await status('ninguna billetera ha leído').waitFor();
    await page
      .getByRole('timer')
      .filter({ hasText: /(9:\d\d|10:00)/ })
      .waitFor();
    const scanned = await linkShown();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await readShownQr(page)).toBe(scanned);
    }
    await button('Copiar el enlace').click();
    await status('Copiado.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(scanned);
    await inspectAndPicture(page, 'request-waiting');

    await requestShown();
    await status('Una billetera leyó la petición').waitFor();
    await inspectAndPicture(page, 'request-fetched');
    expect(await present(scanned)).toMatchObject({ status: 200, purpose: { kind: 'counter' } });
    expect(await verdict()).toBe('RECOGNISED');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('RECONOCIDO');
    expect(await page.locator('.company').textContent()).toBe(world.legalName);
    await page.getByText('la empresa misma').waitFor();
    await page.getByText('nada más que lo que el dictamen necesita').waitFor();
    await inspectAndPicture(page, 'request-recognised');
  });

  it('logs the decision with the request that the agent keeps, and uploads it', async () => {
    const { page, go } = post;
    await page.getByRole('radio', { name: 'Concedí los beneficios' }).check();
    await button('Anotar en el registro').click();
    await page.getByText('En el registro desde').waitFor();
    await go('Registro');
    expect(await page.locator('tbody').textContent()).toContain(world.legalName);
    await button('Enviar una entrada').click();
    await page.getByText('Todo está enviado').waitFor();
    const { items } = await world.mexico.as('auditor').listDecisions({ query: {} });
    const [{ presented, verdict, action }] = items as [(typeof items)[0]];
    expect({ verdict, action }).toEqual({ verdict: 'RECOGNISED', action: 'granted' });
    if (presented.by !== 'wallet') throw new Error('not by a wallet');
    const kept = await world.mexico.as('auditor').getPresentation({ params: { id: presented.request } });
    expect(kept).toMatchObject({ state: 'answered', verdict: { verdict: 'RECOGNISED' } });
    // The verdict is still where it was.
    await go('Pedir');
    expect(await post.verdict()).toBe('RECOGNISED');
    await button('Pedir a otra empresa').first().click();
  });

  it('asks for a purpose and for more by the keyboard, shows what was refused, and takes a no', async () => {
    const { page } = post;
    await page.getByRole('radio', { name: 'En la ventanilla' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await button('Pedir').isDisabled()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(' 26MX0012345 ');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Nombre comercial' }).check();
    await page.getByRole('checkbox', { name: 'exportador' }).check();
    await inspectScreen(page);
    await page.getByLabel('Número de la declaración').focus();
    await page.keyboard.press('Enter');
    await status('ninguna billetera ha leído').waitFor();
    await page.getByText('26MX0012345').first().waitFor();

    const request = await requestShown();
    expect(request.claims.eslabon_purpose).toEqual({ kind: 'declaration', reference: '26MX0012345' });
    const { credential, key } = world.held;
    const tooLittle = await bindSdJwt(credential, key, request);
    expect((await answerWith(request, { certificate: [tooLittle] })).status).toBe(400);
    await status('Se rechazó una respuesta. Se mostró menos de lo pedido').waitFor();
    const stolen = await bindSdJwt(credential, createTestKey(), request, { reveal: ['tradeName'] });
    expect((await answerWith(request, { certificate: [stolen] })).status).toBe(400);
    await status('Se rechazaron 2 respuestas. Quien lo presentó no probó').waitFor();
    await inspectAndPicture(page, 'request-refused');

    await postAnswer(request, { error: 'access_denied', state: request.claims.state });
    await status('La empresa se negó').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Pedir una presentación');
    await inspectAndPicture(page, 'request-declined');
    await button('Pedir de nuevo').click();
  });

  it('shows whoever acts for the company, for what and until when', async () => {
    const { page, verdict } = post;
    const { credential, key } = world.held;
    const driver = createTestKey();
    const now = Math.floor(Date.now() / 1000);
    const delegation = await createDelegation({
      ...{ id: `urn:uuid:${randomUUID()}`, company: key.did, delegate: driver.did },
      ...{
        certificate: `${credential.split('~')[0]}~`,
        purposes: ['consignment'],
        references: ['MSCU1234567'],
      },
      ...{ validFrom: now - 60, validUntil: now + 86_400, issuedAt: now, sign: key.sign },
    });
    await page.getByRole('radio', { name: 'Envío' }).check();
    await page.getByLabel('Referencia del envío').fill('MSCU1234567');
    await button('Pedir').click();
    await status('ninguna billetera ha leído').waitFor();
    const request = await requestShown();
    const { client_id: audience, nonce } = request.claims;
    const presentation = await createDelegatedPresentation({
      ...{ delegation, audience, nonce, issuedAt: now, sign: driver.sign },
    });
    expect((await answerWith(request, { delegation: [presentation] })).status).toBe(200);
    expect(await verdict()).toBe('RECOGNISED');
    await page.getByText(/un delegado de la empresa, para envíos \(MSCU1234567\), hasta el/).waitFor();
    expect(await page.getByText('la empresa misma').count()).toBe(0);
    await inspectAndPicture(page, 'request-delegate');
    await button('Pedir a otra empresa').first().click();
  });

  it('goes on when the agent was away: the certificate that was suspended meanwhile is SUSPENDED', async () => {
    const { page, verdict } = post;
    const { mexico, peru, held } = world;
    await page.getByRole('radio', { name: 'Envío' }).check();
    await page.getByLabel('Referencia del envío').fill('MSCU1234567');
    await button('Pedir').click();
    await status('ninguna billetera ha leído').waitFor();
    const requestUrl = await linkShown();
    const { port, publicUrl, presentations } = mexico.agent.parts.config;
    await mexico.stop();
    await status('Se cortó la línea').waitFor();
    await inspectScreen(page);
    await mexico.restart({ port, publicUrl, presentations });
    await status('Se cortó la línea').waitFor({ state: 'detached' });
    const view = await peru.as('officer').getCertificate({ params: { id: held.id } });
    await settled(peru, (await decide(peru, view, 'suspend')).id);
    await present(requestUrl);
    expect(await verdict()).toBe('SUSPENDED');
    await inspectScreen(page);
    await button('Pedir a otra empresa').first().click();
  });

  it('says when the time is up, and that an answer came too late', async () => {
    const { page } = post;
    await button('Pedir').click();
    await status('ninguna billetera ha leído').waitFor();
    const request = await requestShown();
    world.wait(11);
    const late = await bindSdJwt(world.held.credential, world.held.key, request);
    expect((await answerWith(request, { certificate: [late] })).status).toBe(400);
    await status('Se acabó el tiempo').waitFor();
    await page.getByText('La respuesta llegó demasiado tarde').waitFor();
    await inspectAndPicture(page, 'request-expired');
    await button('Pedir de nuevo').click();
  });

  it('says so when the agent does it no more, and what to do instead', async () => {
    const { page } = post;
    const { mexico } = world;
    await button('Pedir').click();
    await status('ninguna billetera ha leído').waitFor();
    const { port, publicUrl } = mexico.agent.parts.config;
    await mexico.restart({ port, publicUrl });
    await page.getByRole('alert').filter({ hasText: 'ya no se puede ver' }).waitFor();
    await inspectScreen(page);
    await button('Pedir de nuevo').click();
    await button('Pedir').click();
    const alert = page.getByRole('alert').filter({ hasText: 'PRESENTATIONS_ABSENT' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain('Mientras tanto verifique el certificado mismo');
    await inspectScreen(page);
    await expectClean(post);
  });
});
