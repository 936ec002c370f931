import { readFileSync } from 'node:fs';
import { createApiKey, revokeApiKey } from '@eslabon/customs';
import { decide } from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { expectFocus, expectFocusWithin } from './portal/expect-focus.js';
import { type Desk, openDesk } from './portal/open-desk.js';
import { fullCertificate, type PortalWorld, startPortalWorld } from './portal/portal-world.js';
import { demandApp } from './verify-app/demand-app.js';
import { inspectAndPicture, inspectScreen } from './verify-app/inspect-page.js';
import { expectClean } from './verify-app/open-post.js';

let browser: Browser;
let world: PortalWorld;
let desk: Desk;

beforeAll(async () => {
  demandApp('portal');
  browser = await openBrowser();
  world = await startPortalWorld();
  desk = await openDesk(browser, world.peru);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const title = () => desk.page.title();
const kept = () => desk.page.evaluate<string>('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])');
const entries = () => desk.page.locator('.entry');

describe('signing in', () => {
  it('says what is wrong with a wrong key, and with one that is not for officers', async () => {
    await desk.heading('Iniciar sesión').waitFor();
    await expectFocus(desk.page, 'Iniciar sesión');
    await inspectAndPicture(desk.page, 'sign-in', 'portal');
    await desk.signIn('esk_000000000000_wrong');
    await desk.alert('no conoce esta clave').waitFor();
    await inspectScreen(desk.page);
    await desk.signIn(world.peru.keys.post);
    await desk.alert('es de un puesto fronterizo').waitFor();
    // What a word processor makes of a hyphen is not an agent that does not answer.
    await desk.signIn(`${world.peru.keys.officer}–`);
    await desk.alert('no conoce esta clave').waitFor();
    await desk.signIn(world.peru.keys.post);
    await desk.alert('es de un puesto fronterizo').waitFor();
    expect(await kept()).not.toContain('esk_');
  });

  it('shows whose portal it is, and as whom; a reload keeps it', async () => {
    await desk.signIn(world.peru.keys.supervisor);
    await desk.heading('Certificados').waitFor();
    await expectFocus(desk.page, 'Certificados');
    await desk.page.getByText('Aduana de PE · PE').waitFor();
    await desk.page.getByText('supervisor · supervisor').waitFor();
    expect(await title()).toBe('Certificados · Portal OEA · Eslabón');
    await desk.page.reload();
    await desk.heading('Certificados').waitFor();
    const [session, device] = JSON.parse(await kept()) as [object, object];
    expect(JSON.stringify(session)).toContain(world.peru.keys.supervisor);
    expect(JSON.stringify(device)).not.toContain('esk_');
    expect(desk.watched.requests.filter((address) => address.includes('esk_'))).toEqual([]);
  });

  it('ends by the button, and the key is gone', async () => {
    await desk.button('Cerrar sesión').click();
    await desk.status('La sesión está cerrada').waitFor();
    expect(await kept()).not.toContain('esk_');
    await desk.page.reload();
    await desk.heading('Iniciar sesión').waitFor();
  });

  it('ends when the key is withdrawn, and goes on afterwards where it was', async () => {
    const { database } = world.peru.agent.parts;
    const key = await createApiKey(database, 'Ana', 'officer');
    await desk.signIn(key);
    await desk.page.getByText('Ana · funcionario').waitFor();
    await revokeApiKey(database, key.split('_')[1] as string);
    await desk.go(`#/certificates/${world.full.id}`);
    await desk.status('ya no acepta la clave').waitFor();
    expect(await kept()).not.toContain('esk_');
    await inspectScreen(desk.page);
    await desk.signIn(world.peru.keys.auditor);
    await desk.heading(fullCertificate.legalName).waitFor();
  });

  it('asks after 14 minutes without use, and ends after 15', async () => {
    const { page } = desk;
    await page.clock.fastForward('13:00');
    await page.keyboard.press('Shift');
    await page.clock.fastForward('13:50');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.clock.fastForward('00:30');
    await page.getByRole('dialog', { name: '¿Sigue usted ahí?' }).waitFor();
    await page
      .getByRole('timer')
      .filter({ hasText: /en \d\d segundos/ })
      .waitFor();
    await inspectScreen(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.clock.fastForward('14:10');
    await page.getByRole('dialog').waitFor();
    // Only an answer counts now.
    await page.keyboard.press('Shift');
    await page.clock.fastForward('00:55');
    await desk.status('nadie había usado el portal').waitFor();
    expect(await kept()).not.toContain('esk_');
  });

  it('says so when the agent does not answer, and goes on when it does', async () => {
    const { page } = desk;
    await desk.signIn(world.peru.keys.officer);
    await desk.heading(fullCertificate.legalName).waitFor();
    await page.route('**/v1/**', (route) => route.abort());
    await page.reload();
    await desk.alert('no responde').waitFor();
    expect(await kept()).toContain('esk_');
    await inspectScreen(page);
    await page.unroute('**/v1/**');
    await desk.button('Intentar de nuevo').click();
    await desk.heading(fullCertificate.legalName).waitFor();
  });
});

describe('the list of what waits', () => {
  it('goes on with the next page, where the keyboard is led to', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: 'En espera', exact: true }).click();
    const waiting = page.locator('.waiting').first().locator('> li');
    await waiting.nth(24).waitFor();
    expect(await waiting.count()).toBe(25);
    await desk.button('Mostrar más').press('Enter');
    await waiting.nth(25).waitFor();
    expect(await waiting.count()).toBe(world.count - 1);
    expect(await desk.button('Mostrar más').count()).toBe(0);
    await expectFocusWithin(page, '.waiting > li', 25);
  });
});

describe('the list of certificates', () => {
  it('shows a page, and goes on with the next one', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: 'Certificados', exact: true }).click();
    await desk.status('Los 25 más recientes; hay más.').waitFor();
    expect(await entries().count()).toBe(25);
    expect(await entries().first().textContent()).toContain(fullCertificate.legalName);
    await inspectAndPicture(page, 'certificates', 'portal');
    await desk.button('Mostrar más').click();
    await desk.status(`${world.count} certificados`).waitFor();
    expect(await entries().count()).toBe(world.count);
    await expectFocusWithin(page, '.entry', 25);
    expect(await desk.button('Mostrar más').count()).toBe(0);
  });

  it('finds by part of the name, tax number and certificate number', async () => {
    const { page } = desk;
    const search = async (kind: string, text: string) => {
      await page.getByLabel('Buscar en').selectOption({ label: kind });
      await page.getByLabel('Búsqueda').fill(text);
      await page.keyboard.press('Enter');
    };
    const number = world.full.certificate.certificateNumber;
    for (const [kind, text, query] of [
      ['Nombre de la empresa', 'ñandu & h', '?name=%C3%B1andu+%26+h'],
      ['Número fiscal (TIN)', 'pe 20-555555555', '?tin=pe+20-555555555'],
      ['Número de certificado', number, `?number=${number}`],
    ] as const) {
      await search('Nombre de la empresa', 'exportadora');
      await desk.status('Los 25 más recientes').waitFor();
      await search(kind, text);
      await desk.status('Un certificado').waitFor();
      expect(await entries().textContent()).toContain(fullCertificate.legalName);
      expect(await page.evaluate('location.hash')).toBe(`#/certificates${query}`);
    }
    await search('Número fiscal (TIN)', '20555');
    await desk.alert('número fiscal completo').waitFor();
    await inspectScreen(page);
    await search('Nombre de la empresa', 'x');
    await desk.alert('al menos dos letras').waitFor();
  });

  it('narrows by state, keeps that in the address, and says when nothing fits', async () => {
    const { page } = desk;
    await page.getByLabel('Búsqueda').fill('');
    await page.getByLabel('Mostrar', { exact: true }).selectOption({ label: 'Todos los emitidos' });
    await page.waitForURL(/show=issued/);
    await desk.status('Un certificado').waitFor();
    await page.reload();
    await desk.status('Un certificado').waitFor();
    expect(await page.getByLabel('Mostrar', { exact: true }).inputValue()).toBe('issued');
    await page.getByLabel('Mostrar', { exact: true }).selectOption({ label: 'Los revocados' });
    await desk.heading('Nada coincide').waitFor();
    await inspectScreen(page);
    await page.goBack();
    await desk.status('Un certificado').waitFor();
    await page.goForward();
    await page.getByRole('link', { name: 'Mostrar todos los certificados' }).click();
    await desk.status('hay más').waitFor();
  });

  it('says what is wrong, and tries again', async () => {
    const { page } = desk;
    await page.route('**/v1/certificates?**', (route) => route.abort());
    await page.getByLabel('Mostrar', { exact: true }).selectOption({ label: 'Los activos' });
    await desk.alert('no responde').waitFor();
    await inspectScreen(page);
    await page.unroute('**/v1/certificates?**');
    await desk.button('Intentar de nuevo').click();
    await desk.status('Un certificado').waitFor();
  });
});

describe('the page of a certificate', () => {
  it('tells everything of it, and is entered at its heading', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: fullCertificate.legalName }).click();
    await desk.heading(fullCertificate.legalName).waitFor();
    await expectFocus(desk.page, fullCertificate.legalName);
    expect(await title()).toBe(`${world.full.certificate.certificateNumber} · Portal OEA · Eslabón`);
    const text = (await page.locator('main').textContent()) as string;
    for (const told of [
      ...['PE20555555555', 'RUC 20-555555555', 'Ñandú', 'Av. Grau 123, Callao, Callao, 07001, Perú'],
      ...['exportador, importador', 'OEA Perú', '10 ene 2024', '14 ene 2044', '30 jun 2025', 'Activo'],
      ...['Nada en contra', 'Propuesto', 'officer', 'Emitido', 'supervisor'],
    ]) {
      expect(text).toContain(told);
    }
    await inspectAndPicture(page, 'certificate', 'portal');
  });

  it('saves the page to print in the language that was chosen, which stands in the history', async () => {
    const { page } = desk;
    await page.getByRole('radio', { name: 'Português' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      desk.button('Guardar la página (PDF)').click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${world.full.certificate.certificateNumber}.pdf`);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await page.getByText('Impreso').waitFor();
    const history = await world.peru.as('auditor').getCertificateHistory({ params: { id: world.full.id } });
    expect(history.items.at(-1)).toMatchObject({ event: 'PRINTED', data: { language: 'pt' } });
  });

  it('follows a change of status until the chain has confirmed it', async () => {
    const { page } = desk;
    await world.network.stopChain();
    await decide(world.peru, world.full, 'suspend');
    await page.reload();
    await page.getByText('Espera a la cadena').waitFor();
    expect(await page.locator('h1 ~ p [data-state]').getAttribute('data-state')).toBe('suspended');
    await page.getByText('Nada en contra').waitFor();
    await inspectAndPicture(page, 'certificate-pending', 'portal');
    await world.network.startChain();
    const panel = page.locator('.panel', { hasText: 'Lo que dice la cadena' });
    await desk.status('La cadena confirmó el cambio').waitFor({ timeout: 30_000 });
    await panel.getByText(/Suspendido, desde el bloque [\d.,]+/).waitFor();
    await page.getByText('Motivo: incumplimiento de una obligación').waitFor();
    await page.getByText('Decisión RI-suspend del 3 feb 2026').waitFor();
    await inspectScreen(page);
  });

  it('leads back to the list as it was, and says so when there is no such certificate', async () => {
    await desk.go('#/certificates?show=issued');
    await desk.page.getByRole('link', { name: fullCertificate.legalName }).click();
    await desk.page.getByRole('link', { name: 'Volver a la lista' }).click();
    await desk.status('Un certificado').waitFor();
    expect(await desk.page.evaluate('location.hash')).toBe('#/certificates?show=issued');
    await desk.go('#/certificates/00000000-0000-4000-8000-000000000000');
    await desk.alert('No existe tal certificado').waitFor();
    await inspectScreen(desk.page);
  });
});

describe('the portal', () => {
  it('speaks the language that was chosen, and still does after a reload', async () => {
    const { page } = desk;
    await page.getByLabel('Idioma').selectOption('pt');
    await page.getByText('officer · funcionário').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('pt');
    await page.reload();
    await page.getByText('officer · funcionário').waitFor();
    await page.getByLabel('Idioma').selectOption('en');
    await page.getByText('officer · officer').waitFor();
    await page.getByLabel('Language').selectOption('es');
  });

  it('asked nobody else for anything, and broke no policy', async () => {
    await expectClean(desk);
  });
});
