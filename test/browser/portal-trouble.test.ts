import { createApiKey, revokeApiKey } from '@eslabon/customs';
import { issueSample, sampleCertificate } from '@eslabon/customs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Request } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { type ActionsWorld, startActionsWorld } from './portal/actions-world.js';
import { expectFocus } from './portal/expect-focus.js';
import { type Desk, openDesk } from './portal/open-desk.js';
import { demandApp } from './verify-app/demand-app.js';
import { expectFits, inspectScreen } from './verify-app/inspect-page.js';

// What goes wrong in the middle: lines that break after the agent has done it, colleagues who are faster, impatience, and
// names that nobody expected.

let browser: Browser;
let world: ActionsWorld;
let supervisor: Desk;

beforeAll(async () => {
  demandApp('portal');
  browser = await openBrowser();
  world = await startActionsWorld();
  supervisor = await deskOf('supervisor');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

afterEach(async () => {
  await supervisor?.page.unrouteAll({ behavior: 'ignoreErrors' });
});

async function deskOf(role: 'officer' | 'supervisor'): Promise<Desk> {
  const desk = await openDesk(browser, world.peru);
  await desk.signIn(world.peru.keys[role]);
  await desk.heading(/^Certificados$/).waitFor();
  return desk;
}

const field = ({ page }: Desk, name: string) => page.getByLabel(name, { exact: true });
const toast = ({ page }: Desk, text: string) => page.locator('.toast').filter({ hasText: text });
const isFocusInDialog = ({ page }: Desk) =>
  page.evaluate<boolean>('document.activeElement.closest("dialog[open]") !== null');
/** By how much what is in the dialog stands out of it. */
const tooWide =
  '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector("dialog[open]"))';
const unsure = 'No se sabe si se hizo';

/** The agent does what it is asked, and its answer is lost on the way. */
const loseAnswer = ({ page }: Desk, path: string, method = 'POST') =>
  page.route(path, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    await route.fetch();
    await route.abort();
  });

async function open(desk: Desk, number: string, changes: object = {}) {
  const view = await issueSample(world.peru, { certificateNumber: number, ...changes });
  await desk.go(`#/certificates/${view.id}`);
  await desk.page.getByText(number, { exact: true }).first().waitFor();
  await desk.button('Suspender …').waitFor();
  return view;
}

async function fillSuspension(desk: Desk) {
  await desk.button('Suspender …').click();
  await field(desk, 'Motivo').selectOption('FRAUD_SUSPECTED');
  await field(desk, 'Número de la decisión').fill('RI-2026-20');
}

const propose = (number: string) =>
  world.peru
    .as('officer')
    .proposeCertificate({ body: { certificate: sampleCertificate({ certificateNumber: number }) } });
const viewOf = (id: string) => world.peru.as('auditor').getCertificate({ params: { id } });

describe('an answer that is lost', () => {
  it('to a decision: says that it may have been made, offers no second time, and leads to what is', async () => {
    const { page } = supervisor;
    const { id } = await open(supervisor, 'OEA-PE-801');
    await fillSuspension(supervisor);
    await loseAnswer(supervisor, '**/v1/certificates/*/status');
    await supervisor.button('Suspenderlo').click();
    await supervisor.alert(unsure).waitFor();
    await supervisor.alert('antes de hacerlo otra vez').waitFor();
    expect(await supervisor.button('Suspenderlo').count()).toBe(0);
    await expectFocus(supervisor.page, 'Cerrar y mirar');
    await inspectScreen(page);
    await page.keyboard.press('Enter');
    await page.locator('header .state[data-state="suspended"]').waitFor();
    const { items } = await world.peru.as('auditor').getCertificateHistory({ params: { id } });
    expect(items.filter(({ event }) => event === 'STATUS_DECIDED')).toHaveLength(1);
  });

  it('to the issue of a proposal: leads from the list to the certificate, which says that it is issued', async () => {
    const { id } = await propose('OEA-PE-802');
    await supervisor.go('#/waiting');
    await supervisor.button('Emitir … OEA-PE-802').click();
    await loseAnswer(supervisor, '**/v1/certificates/*/issue');
    await supervisor.button('Emitirlo').click();
    await supervisor.alert(unsure).waitFor();
    await supervisor.button('Cerrar y mirar').click();
    await supervisor.page.waitForURL(`**/#/certificates/${id}`);
    await supervisor.button('Ofrecer a la empresa').waitFor();
    expect(await viewOf(id)).toMatchObject({ state: 'issued' });
  });

  it('to an offer: shows it in the list, to be withdrawn, for nobody has its code', async () => {
    await open(supervisor, 'OEA-PE-803');
    await loseAnswer(supervisor, '**/v1/certificates/*/offers');
    await supervisor.button('Ofrecer a la empresa').click();
    await supervisor.alert('cuyo código de transacción nadie vio').waitFor();
    await supervisor.button(/^Retirar la oferta del/).click();
    await supervisor.button('Retirarla').click();
    await toast(supervisor, 'La oferta está retirada').waitFor();
  });

  it('to a proposal: the same sent once more leads to it; another of that number is refused', async () => {
    const { page } = supervisor;
    await supervisor.go('#/propose');
    await field(supervisor, 'Número de certificado').fill('OEA-PE-804');
    await field(supervisor, 'Tipo').selectOption({ label: 'Seguridad' });
    await page.getByRole('checkbox', { name: 'exportador' }).check();
    await field(supervisor, 'Razón social').fill('Primera S.A.');
    await field(supervisor, 'Número fiscal (TIN)').fill('PE20131312955');
    await field(supervisor, 'Fecha de la decisión').fill('2026-01-10');
    await field(supervisor, 'En vigor desde').fill('2026-01-15');
    await loseAnswer(supervisor, '**/v1/certificates');
    await supervisor.button('Proponer').click();
    await supervisor.alert(unsure).waitFor();
    await supervisor.alert('Envíela otra vez').waitFor();
    await page.unrouteAll();
    await field(supervisor, 'Razón social').fill('Segunda S.A.');
    await supervisor.button('Proponer').click();
    await supervisor.alert('Este número ya está tomado.').waitFor();
    await field(supervisor, 'Razón social').fill('Primera S.A.');
    await supervisor.button('Proponer').click();
    await supervisor.heading('Primera S.A.').waitFor();
    await page.getByText('Usted lo propuso').waitFor();
  });
});

describe('a page that cannot be asked for again', () => {
  it('does not say that what was done had failed', async () => {
    const { page } = supervisor;
    const { id } = await open(supervisor, 'OEA-PE-805');
    await fillSuspension(supervisor);
    await page.route('**/v1/certificates/*/history', (route) => route.abort());
    await supervisor.button('Suspenderlo').click();
    await toast(supervisor, 'La decisión sobre OEA-PE-805 está registrada').waitFor();
    await supervisor.status('Es posible que esta página no esté al día').waitFor();
    expect(await supervisor.alert('No funcionó').count()).toBe(0);
    await page.unrouteAll();
    await supervisor.button('Intentar de nuevo').click();
    await page.locator('header .state[data-state="suspended"]').waitFor();
    expect(await viewOf(id)).toMatchObject({ status: 'suspended' });
  });
});

describe('a question', () => {
  it('stays while it is being done, however often Escape is pressed, and asks the agent once', async () => {
    const { page } = supervisor;
    await open(supervisor, 'OEA-PE-806');
    await fillSuspension(supervisor);
    const asked: Request[] = [];
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/certificates/*/status', async (route) => {
      asked.push(route.request());
      await slow;
      await route.abort();
    });
    const yes = supervisor.button('Suspenderlo');
    await yes.dblclick();
    await supervisor.status('Registrando la decisión').waitFor();
    for (let each = 0; each < 4; each++) await page.keyboard.press('Escape');
    await yes.press('Enter');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    expect(await isFocusInDialog(supervisor)).toBe(true);
    answer();
    await supervisor.alert(unsure).waitFor();
    expect(asked).toHaveLength(1);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('about the status says which other decision is on its way', async () => {
    const { page } = supervisor;
    const { id } = await open(supervisor, 'OEA-PE-817');
    const decision = { reference: 'RI-2026-21', date: '2026-01-01' };
    const body = { action: 'revoke', reason: 'HOLDER_REQUEST', decision, confirm: 'OEA-PE-817' } as const;
    await world.peru
      .as('supervisor')
      .changeStatus({ params: { id }, body: { ...body, effectiveDate: '2043-01-01' } });
    await page.reload();
    await supervisor.button('Suspender …').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Hay otras decisiones en camino').waitFor();
    // The first minute of the day in Peru, whatever zone the browser has.
    await dialog
      .getByText(/Revocación, decidida por supervisor\. Surte efecto el 1 ene 2043, 00:00/)
      .waitFor();
    await field(supervisor, 'Motivo').selectOption('FRAUD_SUSPECTED');
    await field(supervisor, 'Número de la decisión').fill('RI-2026-22');
    await field(supervisor, 'Surte efecto el (puede omitirse)').fill('2043-02-01');
    await supervisor.button('Suspenderlo').click();
    await supervisor.alert('o una revocación anterior a ese día').waitFor();
    await inspectScreen(page);
    // What was typed stays; for an earlier day it goes together with the revocation.
    await field(supervisor, 'Surte efecto el (puede omitirse)').fill('2042-12-01');
    await supervisor.button('Suspenderlo').click();
    await dialog.waitFor({ state: 'detached' });
    const planned = page.locator('section', { hasText: 'Según lo decidido' }).getByText(/^Surte efecto el/);
    await planned.nth(1).waitFor();
    expect(await planned.allTextContents()).toEqual([
      expect.stringContaining('1 dic 2042'),
      expect.stringContaining('1 ene 2043'),
    ]);
    await inspectScreen(page);
  });

  it('is not refused because of a plan where it cannot wait: the plan ends, and the history says so', async () => {
    const { page } = supervisor;
    const { id } = await open(supervisor, 'OEA-PE-818');
    const decision = { reference: 'RI-2026-23', date: '2026-01-01' };
    const body = { action: 'suspend', reason: 'HOLDER_REQUEST', decision } as const;
    await world.peru
      .as('supervisor')
      .changeStatus({ params: { id }, body: { ...body, effectiveDate: '2043-01-01' } });
    await page.reload();
    await page.getByText(/^Surte efecto el 1 ene 2043/).waitFor();
    await fillSuspension(supervisor);
    await supervisor.button('Suspenderlo').click();
    await supervisor.status('La cadena confirmó el cambio').waitFor();
    expect(await page.getByText(/^Surte efecto el 1 ene 2043/).count()).toBe(0);
    const ended = page.getByRole('listitem').filter({ hasText: 'queda sin efecto' });
    await ended.getByText('Decisión RI-2026-23').waitFor();
    await inspectScreen(page);
  });

  it('gives the focus back to what asked it', async () => {
    const { page } = supervisor;
    const ask = supervisor.button('Revocar …');
    await ask.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await isFocusInDialog(supervisor)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectFocus(supervisor.page, 'Revocar …');
  });

  it('about what a colleague has decided meanwhile: says so, and shows what is', async () => {
    const first = await propose('OEA-PE-807');
    await propose('OEA-PE-808');
    await supervisor.go('#/waiting');
    await supervisor.button('Rechazar … OEA-PE-807').click();
    await field(supervisor, 'Por qué').fill('Duplicado');
    await world.peru
      .as('supervisor')
      .rejectCertificate({ params: { id: first.id }, body: { note: 'Duplicado' } });
    await supervisor.button('Rechazar').click();
    await supervisor.alert('Quizá otra persona fue más rápida').waitFor();
    await supervisor.button('Cancelar').click();
    await supervisor.button('Rechazar … OEA-PE-807').waitFor({ state: 'detached' });
    await supervisor.button('Rechazar … OEA-PE-808').waitFor();
    await expectFocus(supervisor.page, 'Certificados nuevos');
  });
});

describe('a renewal that waits', () => {
  it('says before anybody tries that it cannot be issued while the certificate is suspended', async () => {
    const { page } = supervisor;
    const { id } = await open(supervisor, 'OEA-PE-819');
    await world.peru.as('officer').proposeRenewal({
      params: { id },
      body: { decisionDate: '2026-01-01', validUntil: '2047-01-14' },
    });
    await page.reload();
    await page.getByText('Una renovación espera a una segunda persona.').waitFor();
    expect(await page.getByText('Solo se puede renovar un certificado activo').count()).toBe(0);
    await fillSuspension(supervisor);
    await supervisor.button('Suspenderlo').click();
    await page.getByText('Solo se puede renovar un certificado activo').waitFor();
    await supervisor.button('Rechazar … OEA-PE-819').waitFor();
    await inspectScreen(page);
  });
});

describe('offers', () => {
  it('that were made in the same minute have different names, and a code does not vanish by one click', async () => {
    const { page } = supervisor;
    const { id } = await open(supervisor, 'OEA-PE-809');
    await supervisor.button('Ofrecer a la empresa').click();
    const code = page.locator('.transaction-code [aria-hidden]');
    const first = await code.textContent();
    await supervisor.button('Hacer otra oferta').click();
    await page.getByRole('dialog', { name: '¿Hacer otra oferta?' }).waitFor();
    expect(await code.textContent()).toBe(first);
    expect((await world.peru.as('auditor').listOffers({ params: { id } })).items).toHaveLength(1);
    await page.getByRole('dialog').getByRole('button', { name: 'Hacer otra oferta' }).click();
    await page.locator('.offers > li').nth(1).waitFor();
    const names = await supervisor.button(/^Retirar la oferta del/).allTextContents();
    expect(new Set(names).size).toBe(2);
  });
});

describe('the page of a certificate', () => {
  const titles = async ({ page }: Desk) => page.locator('main h2').allTextContents();

  it('says what it says before what can be done, but for an offer that is the next step', async () => {
    await open(supervisor, 'OEA-PE-810');
    expect(await titles(supervisor)).toEqual([
      ...['Ofrecer a la empresa', 'Estado', 'Lo que dice', 'Decidir sobre el estado', 'Renovación'],
      ...['En papel', 'Historial'],
    ]);
    await supervisor.button('Ofrecer a la empresa').click();
    await supervisor.page.locator('.transaction-code').waitFor();
    await supervisor.page.reload();
    await supervisor.page.locator('.offers > li').waitFor();
    expect((await titles(supervisor)).slice(0, 4)).toEqual([
      ...['Estado', 'Lo que dice', 'Ofrecer a la empresa', 'Decidir sobre el estado'],
    ]);
    const { id } = await propose('OEA-PE-811');
    await supervisor.go(`#/certificates/${id}`);
    await supervisor.button('Emitir … OEA-PE-811').waitFor();
    expect(await titles(supervisor)).toEqual(['Lo que dice', 'En espera de una decisión', 'Historial']);
  });

  it('tells who decides that the tax number is doubtful, as who proposed was told', async () => {
    const certificate = sampleCertificate({ certificateNumber: 'OEA-PE-816', tin: 'PE20131312956' });
    const { id } = await world.peru.as('officer').proposeCertificate({ body: { certificate } });
    await supervisor.go(`#/certificates/${id}`);
    await supervisor.page.getByText('no es correcto para un RUC').waitFor();
    await supervisor.go('#/waiting');
    await supervisor.button('Emitir … OEA-PE-816').waitFor();
  });

  it('shows names that turn text round or have no end, as they are and within the page', async () => {
    const { page } = supervisor;
    const legalName = '<b>{{number}} $t(app.signOut) $&</b>‹A.S EMCA›';
    const body = {
      certificate: sampleCertificate({
        ...{ certificateNumber: 'N'.repeat(35), legalName, tradeName: 'X'.repeat(256) },
      }),
    };
    const { id } = await world.peru.as('officer').proposeCertificate({ body });
    // Agents of before took such characters.
    await world.peru.agent.parts.database.transaction((manager) =>
      manager.query(
        `UPDATE "certificate" SET "content" = replace(replace("content", '‹', char(8238)), '›', char(8294))
         WHERE "id" = ?`,
        [id],
      ),
    );
    const long = await world.peru.as('officer').proposeCertificate({
      body: {
        certificate: sampleCertificate({ certificateNumber: 'OEA-PE-812', legalName: 'X'.repeat(256) }),
      },
    });
    for (const hash of [`#/certificates/${id}`, `#/certificates/${long.id}`, '#/waiting', '#/certificates']) {
      await supervisor.go(hash);
      await page
        .getByText(/XXXX|\{\{number\}\}/)
        .first()
        .waitFor();
      expect(await page.locator('main').textContent()).not.toMatch(/[\u202e\u2066]/);
      for (const width of [320, 360, 1280]) await expectFits(page, width);
    }
    await supervisor.go('#/waiting');
    await supervisor.button(`Emitir … ${'N'.repeat(35)}`).click();
    await page
      .getByText('<b>{{number}} $t(app.signOut) $&</b>\ufffdA.S EMCA\ufffd pasa a ser operador')
      .waitFor();
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(tooWide)).toBe(0);
    }
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

describe('a session that ends with a question open', () => {
  it('because nobody answers: asks above it, and then nothing of it is left or done', async () => {
    const { page } = supervisor;
    const { id } = await open(supervisor, 'OEA-PE-813');
    await fillSuspension(supervisor);
    await page.clock.fastForward('14:10');
    await page.getByRole('dialog', { name: '¿Sigue usted ahí?' }).waitFor();
    expect(await isFocusInDialog(supervisor)).toBe(true);
    await supervisor.button('Seguir en el portal').click();
    expect(await field(supervisor, 'Número de la decisión').inputValue()).toBe('RI-2026-20');
    await page.clock.fastForward('15:10');
    await supervisor.status('nadie había usado el portal').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await supervisor.signIn(world.peru.keys.supervisor);
    await supervisor.button('Suspender …').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await viewOf(id)).toMatchObject({ status: 'active' });
  });

  it('because the key was revoked: says so, and nothing is done', async () => {
    const { database } = world.peru.agent.parts;
    const key = await createApiKey(database, 'Rosa', 'supervisor');
    const desk = await openDesk(browser, world.peru);
    await desk.signIn(key);
    await desk.heading(/^Certificados$/).waitFor();
    const { id } = await open(desk, 'OEA-PE-814');
    await fillSuspension(desk);
    await revokeApiKey(database, key.split('_')[1] as string);
    await desk.button('Suspenderlo').click();
    await desk.status('ya no acepta la clave').waitFor();
    expect(await desk.page.getByRole('dialog').count()).toBe(0);
    expect(await viewOf(id)).toMatchObject({ status: 'active' });
    await desk.page.context().close();
  });
});

describe('an authority that does not ask for four eyes', () => {
  it('is nowhere told that another person issues', async () => {
    await world.peru.restart({ fourEyes: false });
    const desk = await openDesk(browser, world.peru);
    const { page } = desk;
    await desk.signIn(world.peru.keys.supervisor);
    await desk.heading(/^Certificados$/).waitFor();
    const another = /segunda persona|otra persona/;
    const body = { certificate: sampleCertificate({ certificateNumber: 'OEA-PE-815' }) };
    const { id } = await world.peru.as('supervisor').proposeCertificate({ body });
    for (const hash of ['#/waiting', '#/propose', `#/certificates/${id}`]) {
      await desk.go(hash);
      await page.getByText('supervisor mira').waitFor();
      expect(await page.locator('main').textContent()).not.toMatch(another);
    }
    await desk.button('Emitir … OEA-PE-815').click();
    await desk.button('Emitirlo').click();
    await desk.button('Proponer una renovación …').click();
    await field(desk, 'Nuevo último día').fill('2047-01-14');
    expect(await page.getByRole('dialog').textContent()).not.toMatch(another);
    await desk.button('Proponer la renovación').click();
    await page.getByText('Una renovación espera una decisión.').waitFor();
    expect(await page.locator('body').textContent()).not.toMatch(another);
    await desk.button('Emitir … OEA-PE-815').click();
    await desk.button('Emitirlo').click();
    await toast(desk, 'La renovación de OEA-PE-815 está emitida').waitFor();
    await expectFocus(desk.page, 'Renovación');
  });
});
