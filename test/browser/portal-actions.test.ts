import {
  createTestWallet,
  decide,
  issueSample,
  readMail,
  sampleCertificate,
  settled,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { type ActionsWorld, startActionsWorld } from './portal/actions-world.js';
import { expectFocus } from './portal/expect-focus.js';
import { type Desk, openDesk } from './portal/open-desk.js';
import { demandApp } from './verify-app/demand-app.js';
import { inspectAndPicture, inspectScreen } from './verify-app/inspect-page.js';
import { expectClean } from './verify-app/open-post.js';
import { readShownQr } from './verify-app/read-shown-qr.js';

let browser: Browser;
let world: ActionsWorld;
let officer: Desk;
let supervisor: Desk;

beforeAll(async () => {
  demandApp('portal');
  browser = await openBrowser();
  world = await startActionsWorld();
  officer = await deskOf('officer');
  supervisor = await deskOf('supervisor');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function deskOf(role: 'officer' | 'supervisor' | 'auditor'): Promise<Desk> {
  const desk = await openDesk(browser, world.peru);
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.signIn(world.peru.keys[role]);
  await desk.heading(/^Certificados$/).waitFor();
  return desk;
}

const field = ({ page }: Desk, name: string) => page.getByLabel(name, { exact: true });
const dialog = ({ page }: Desk, name: string) => page.getByRole('dialog', { name });
const toast = ({ page }: Desk, text: string) => page.locator('.toast').filter({ hasText: text });
const idShown = async ({ page }: Desk) => {
  await page.waitForURL(/#\/certificates\/[0-9a-f-]{36}$/);
  return page.url().slice(-36);
};
const company = 'Exportadora Ñandú & Hijos S.A.C.';
let id: string;

describe('a proposal', () => {
  it('is corrected field by field, first what the form finds', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Proponer', exact: true }).click();
    await officer.heading('Proponer un certificado').waitFor();
    await inspectAndPicture(page, 'propose', 'portal');
    await officer.button('Proponer').click();
    await officer.status('Hay que corregir 7 datos').waitFor();
    await expectFocus(officer.page, 'Número de certificado');
    await officer.alert('Elija por lo menos una.').waitFor();
    await inspectScreen(page);

    await field(officer, 'Número de certificado').fill('OEA-PE-901');
    await field(officer, 'Tipo').selectOption({ label: 'Seguridad' });
    await page.getByRole('checkbox', { name: 'exportador' }).check();
    await field(officer, 'Razón social').fill(company);
    await field(officer, 'Número fiscal (TIN)').fill('PE 2013131295-6');
    await officer.status('El dígito verificador de este RUC no es correcto').waitFor();
    await field(officer, 'Número fiscal (TIN)').fill('CL608030000');
    await field(officer, 'Fecha de la decisión').fill('2026-01-10');
    await field(officer, 'En vigor desde').fill('2026-01-15');
    await field(officer, 'Último día (puede omitirse)').fill('2026-01-14');
    await officer.button('Proponer').click();
    await officer.status('Hay que corregir 2 datos').waitFor();
    await officer.alert('Tiene que comenzar con PE').waitFor();
    await officer.alert('El último día es anterior al primero').waitFor();
    await expectFocus(officer.page, 'Número fiscal (TIN)');
  });

  it('keeps what was typed on another page, through a sign-out, and when the agent refuses it', async () => {
    const { page } = officer;
    await world.peru.as('officer').proposeCertificate({
      body: { certificate: sampleCertificate({ certificateNumber: 'OEA-PE-901' }) },
    });
    await officer.go('#/certificates');
    await officer.heading(/^Certificados$/).waitFor();
    await officer.button('Cerrar sesión').click();
    await officer.signIn(world.peru.keys.supervisor);
    await page.getByRole('link', { name: 'Proponer', exact: true }).click();
    expect(await field(officer, 'Razón social').inputValue()).toBe('');
    await officer.button('Cerrar sesión').click();
    await officer.signIn(world.peru.keys.officer);
    await page.getByRole('link', { name: 'Proponer', exact: true }).click();
    expect(await field(officer, 'Razón social').inputValue()).toBe(company);

    await field(officer, 'Número fiscal (TIN)').fill('PE 20131312955');
    await field(officer, 'Último día (puede omitirse)').fill('2044-01-14');
    await field(officer, 'Correo electrónico (puede omitirse)').fill('empresa@example.com');
    await officer.button('Proponer').click();
    await officer.alert('Este número ya está tomado.').waitFor();
    await expectFocus(officer.page, 'Número de certificado');
    expect(await field(officer, 'Razón social').inputValue()).toBe(company);

    await page.route('**/v1/certificates', (route) => route.abort());
    await field(officer, 'Número de certificado').fill('OEA-PE-902');
    await officer.button('Proponer').click();
    await officer.alert('no responde').waitFor();
    await inspectScreen(page);
    await page.unroute('**/v1/certificates');
    await officer.button('Proponer').click();
    await officer.heading(company).waitFor();
    id = await idShown(officer);
    await toast(officer, 'OEA-PE-902 está propuesto').waitFor();
    const { certificate, contactEmail, proposedBy } = await world.peru
      .as('auditor')
      .getCertificate({ params: { id } });
    expect({ contactEmail, proposedBy }).toEqual({
      contactEmail: 'empresa@example.com',
      proposedBy: 'officer',
    });
    expect(certificate).toMatchObject({ tin: 'PE20131312955', operatorRoles: ['EX'], legalName: company });
  });

  it('is not the proposer’s to issue: a sentence says whose', async () => {
    const { page } = officer;
    await page.getByText('Usted lo propuso: tiene que decidir otra persona.').waitFor();
    await page.getByText('Lo emite o lo rechaza un supervisor.').waitFor();
    expect(await officer.button(/Emitir|Rechazar/).count()).toBe(0);
    await inspectScreen(page);
  });

  it('waits for a second person, who rejects one with a reason', async () => {
    const { page } = supervisor;
    await page.getByRole('link', { name: 'En espera' }).click();
    await supervisor.heading('En espera de una decisión').waitFor();
    await supervisor.heading(company).waitFor();
    await inspectAndPicture(page, 'waiting', 'portal');
    await supervisor.button('Rechazar … OEA-PE-901').click();
    const asked = dialog(supervisor, '¿Rechazar la propuesta de OEA-PE-901?');
    await asked.getByRole('button', { name: 'Rechazar', exact: true }).click();
    await supervisor.alert('Diga por qué').waitFor();
    await inspectScreen(page);
    await field(supervisor, 'Por qué').fill('Número equivocado');
    await asked.getByRole('button', { name: 'Rechazar', exact: true }).click();
    await toast(supervisor, 'La propuesta de OEA-PE-901 está rechazada').waitFor();
    await supervisor.button('Rechazar … OEA-PE-901').waitFor({ state: 'detached' });
  });

  it('is issued by the second person after a question that says what it does, and leads to the offer', async () => {
    const { page } = supervisor;
    await supervisor.button('Emitir … OEA-PE-902').click();
    const asked = dialog(supervisor, '¿Emitir OEA-PE-902?');
    await asked.getByText(`${company} pasa a ser operador económico autorizado`).waitFor();
    await inspectScreen(page);
    await asked.getByRole('button', { name: 'Cancelar' }).click();
    expect(await world.peru.as('auditor').getCertificate({ params: { id } })).toMatchObject({
      state: 'proposed',
    });
    await supervisor.button('Emitir … OEA-PE-902').click();
    await asked.getByRole('button', { name: 'Emitirlo' }).click();
    expect(await idShown(supervisor)).toBe(id);
    await page.getByText('el paso siguiente es ofrecerlo').waitFor();
    await supervisor.button('Ofrecer a la empresa').waitFor();
    expect(await world.peru.as('auditor').getCertificate({ params: { id } })).toMatchObject({
      ...{ state: 'issued', proposedBy: 'officer', issuedBy: 'supervisor' },
    });
  });

  it('can be decided on its own page as well, where the offer is what comes next', async () => {
    const { page } = supervisor;
    const certificate = sampleCertificate({ certificateNumber: 'OEA-PE-906' });
    const proposal = await world.peru.as('officer').proposeCertificate({ body: { certificate } });
    await supervisor.go(`#/certificates/${proposal.id}`);
    await supervisor.button('Emitir … OEA-PE-906').click();
    await dialog(supervisor, '¿Emitir OEA-PE-906?').getByRole('button', { name: 'Emitirlo' }).click();
    await supervisor.button('Ofrecer a la empresa').waitFor();
    await expectFocus(page, 'Ofrecer a la empresa');
    await supervisor.go(`#/certificates/${id}`);
    await supervisor.heading(company).waitFor();
  });
});

/** The offer that a link into the wallet leads to. */
const offerIn = (walletUrl: string) => {
  const offerUrl = new URLSearchParams(new URL(walletUrl).hash.slice(1)).get('offer') as string;
  return { offerUri: new URL(offerUrl).searchParams.get('credential_offer_uri') as string };
};

describe('an offer', () => {
  let walletUrl: string;
  let txCode: string;
  const wallet = () => createTestWallet(world.peru.url);
  const link = () => supervisor.page.getByRole('link', { name: 'Abrir en una billetera aquí' });

  it('shows link and transaction code apart, the code to be read out', async () => {
    const { page } = supervisor;
    // What was said in passing would lie over the code.
    await page.clock.fastForward('00:09');
    await page.locator('.toast').waitFor({ state: 'detached' });
    await supervisor.button('Ofrecer a la empresa').click();
    await supervisor.heading('La oferta está hecha').waitFor();
    await expectFocus(page, 'La oferta está hecha: entregue ambos a la empresa');
    walletUrl = (await link().getAttribute('href')) as string;
    expect(walletUrl.startsWith(`${world.peru.url}/wallet/#offer=`)).toBe(true);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await readShownQr(page)).toBe(walletUrl);
    }
    const code = page.locator('.transaction-code');
    const shown = (await code.locator('[aria-hidden]').textContent()) as string;
    expect(shown).toMatch(/^\d{6}$/);
    expect(await code.locator('.hidden-visually').textContent()).toBe(
      `${[...shown.slice(0, 3)].join(' ')}, ${[...shown.slice(3)].join(' ')}`,
    );
    txCode = shown;
    expect(walletUrl).not.toContain(txCode);
    await page.getByText('no se puede volver a mostrar').waitFor();
    await supervisor.button('Copiar el enlace').click();
    await supervisor.status('Copiado.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(walletUrl);
    await supervisor.status('Todavía nadie la ha recibido').waitFor();
    await inspectAndPicture(page, 'offer', 'portal');
  });

  it('is sent by e-mail in the language of the company, without the code', async () => {
    const { page } = supervisor;
    const to = field(supervisor, 'Dirección de la empresa');
    expect(await to.inputValue()).toBe('empresa@example.com');
    await page.getByRole('group', { name: 'Idioma del correo' }).getByLabel('Português').check();
    await supervisor.button('Enviar el correo').click();
    await supervisor.status('Enviado a empresa@example.com').waitFor();
    const [mail] = world.mail.mails as [(typeof world.mail.mails)[0]];
    expect(mail.to).toEqual(['empresa@example.com']);
    const { subject, text } = await readMail(mail);
    expect(subject).toContain('Receba o seu certificado OEA OEA-PE-902');
    expect(text).toContain(walletUrl);
    expect(text.replace(/https?:\S+|openid\S+/g, '')).not.toContain(txCode);
    await supervisor.button('Copiar el texto').click();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain('código de transação');
    await page.getByText('enviada por un correo').waitFor();
    await page.getByText('Oferta enviada por correo').waitFor();
  });

  it('is followed while somebody types a wrong code, and until the company has its certificate', async () => {
    const { page } = supervisor;
    const code = await wallet().codeOf(offerIn(walletUrl));
    await wallet().token(code, `${(Number(txCode[0]) + 1) % 10}${txCode.slice(1)}`);
    await supervisor.status('Quedan 2 intentos').waitFor();
    await inspectScreen(page);
    const { json } = await wallet().token(code, txCode);
    await wallet().credential(json.access_token as string);
    await supervisor.status('La empresa tiene su certificado desde el').waitFor();
    // Code and link are of no use any more.
    expect(await page.locator('.transaction-code, .qr-code').count()).toBe(0);
    await page.getByText('una copia entregada').waitFor();
    await page.getByText('Recibido por una billetera').waitFor();
    await inspectScreen(page);
  });

  it('is taken back as long as nobody took it up; a wallet that comes then is refused', async () => {
    const { page } = supervisor;
    await supervisor.button('Hacer otra oferta').click();
    await page.locator('.qr-code').waitFor();
    const code = await wallet().codeOf(offerIn((await link().getAttribute('href')) as string));
    const shown = (await page.locator('.transaction-code [aria-hidden]').textContent()) as string;
    await supervisor.button(/^Retirar la oferta del/).click();
    await dialog(supervisor, '¿Retirar esta oferta?').waitFor();
    await inspectScreen(page);
    await supervisor.button('Retirarla').click();
    await toast(supervisor, 'La oferta está retirada').waitFor();
    await supervisor.status('ninguna billetera la puede recibir ya').waitFor();
    expect(await wallet().token(code, shown)).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant' },
    });
    const states = await page.locator('.offers .state').allTextContents();
    expect(states).toEqual(['Retirada', 'Recibida']);
    expect(await supervisor.button(/^Retirar la oferta/).count()).toBe(0);
    await page.getByText('Oferta retirada').waitFor();
  });

  it('is also an officer’s to make, and says so when it was too late to withdraw it', async () => {
    const { page } = officer;
    await page.reload();
    await officer.button('Ofrecer a la empresa').click();
    await page.locator('.qr-code').waitFor();
    const offer = offerIn(
      (await page.getByRole('link', { name: 'Abrir en una billetera aquí' }).getAttribute('href')) as string,
    );
    const shown = (await page.locator('.transaction-code [aria-hidden]').textContent()) as string;
    await officer.button(/^Retirar la oferta del/).click();
    await wallet().redeem({ ...offer, txCode: shown });
    await officer.button('Retirarla').click();
    await officer.alert('ya no').waitFor();
    await page.locator('.offers .state').first().filter({ hasText: 'Recibida' }).waitFor();
    await inspectScreen(page);
  });
});

describe('a decision on the status', () => {
  it('is a supervisor’s: to others a sentence says so', async () => {
    await officer.page.getByText('Suspende, rehabilita y revoca un supervisor.').waitFor();
    expect(await officer.button(/Suspender|Revocar/).count()).toBe(0);
  });

  it('to suspend says what happens to whom, and is followed until the chain has confirmed it', async () => {
    const { page } = supervisor;
    await supervisor.button('Suspender …').click();
    const asked = dialog(supervisor, '¿Suspender OEA-PE-902?');
    await asked.getByText(`${company} queda sin los beneficios de este certificado`).waitFor();
    await asked.getByRole('button', { name: 'Suspenderlo' }).click();
    await supervisor.alert('Elija un motivo.').waitFor();
    await expectFocus(supervisor.page, 'Motivo');
    await inspectAndPicture(page, 'suspend', 'portal');
    await field(supervisor, 'Motivo').selectOption('FRAUD_SUSPECTED');
    await field(supervisor, 'Número de la decisión').fill('RI-2026-17');
    await asked.getByRole('button', { name: 'Suspenderlo' }).click();
    await asked.waitFor({ state: 'detached' });
    await supervisor.status('La cadena confirmó el cambio').waitFor();
    await page.locator('.state[data-state="suspended"]').first().waitFor();
    await inspectScreen(page);
    const { status, pendingChange } = await world.peru.as('auditor').getCertificate({ params: { id } });
    expect({ status, pendingChange }).toEqual({ status: 'suspended', pendingChange: null });
    const { items } = await world.peru.as('auditor').getCertificateHistory({ params: { id } });
    expect(items.filter(({ event }) => event === 'STATUS_DECIDED')).toMatchObject([
      { actor: 'supervisor', data: { reason: 'FRAUD_SUSPECTED', decision: { reference: 'RI-2026-17' } } },
    ]);
  });

  it('does not take a date that is half typed for none', async () => {
    const { page } = supervisor;
    await supervisor.button('Rehabilitar …').click();
    const asked = dialog(supervisor, '¿Rehabilitar OEA-PE-902?');
    await field(supervisor, 'Número de la decisión').fill('RI-2026-18');
    await field(supervisor, 'Surte efecto el (puede omitirse)').focus();
    await page.keyboard.type('15');
    await asked.getByRole('button', { name: 'Rehabilitarlo' }).click();
    await supervisor.alert('Indique una fecha completa, o ninguna.').waitFor();
    expect(await world.peru.as('auditor').getCertificate({ params: { id } })).toMatchObject({
      status: 'suspended',
    });
    await field(supervisor, 'Surte efecto el (puede omitirse)').fill('2043-01-01');
    await asked.getByRole('button', { name: 'Rehabilitarlo' }).click();
    await supervisor.status('Surte efecto el').waitFor();
    expect(await world.peru.as('auditor').getCertificate({ params: { id } })).toMatchObject({
      ...{ status: 'suspended', pendingChange: { state: 'scheduled', action: 'reinstate' } },
    });
  });

  it('to revoke asks for the number of the certificate, and is the last', async () => {
    const { page } = supervisor;
    const view = await issueSample(world.peru, { certificateNumber: 'OEA-PE-903' });
    await settled(world.peru, (await decide(world.peru, view, 'suspend')).id);
    await supervisor.go(`#/certificates/${view.id}`);
    await supervisor.heading(view.certificate.legalName).waitFor();
    await page.getByText('Solo se puede renovar un certificado activo').waitFor();
    await supervisor.button('Revocar …').click();
    const asked = dialog(supervisor, '¿Revocar OEA-PE-903?');
    const yes = asked.getByRole('button', { name: 'Revocarlo definitivamente' });
    await field(supervisor, 'Motivo').selectOption('NOT_REMEDIED');
    await field(supervisor, 'Número de la decisión').fill('RI-2026-19');
    await field(supervisor, 'Escriba el número del certificado para confirmar').fill('OEA-PE-902');
    await yes.click();
    await supervisor.alert('Este no es el número del certificado.').waitFor();
    await inspectScreen(page);
    expect(await world.peru.as('auditor').getCertificate({ params: { id: view.id } })).toMatchObject({
      status: 'suspended',
    });
    await field(supervisor, 'Escriba el número del certificado para confirmar').fill('OEA-PE-903');
    await page.keyboard.press('Enter');
    await supervisor.status('La cadena confirmó el cambio').waitFor();
    await page.getByText('Un certificado revocado ya no se puede cambiar').waitFor();
    expect(await supervisor.button(/Rehabilitar|Revocar|Ofrecer|renovación/).count()).toBe(0);
    await inspectScreen(page);
  });
});

describe('a renewal', () => {
  it('is proposed by one and issued by another, who sees what would change', async () => {
    const view = await issueSample(world.peru, { certificateNumber: 'OEA-PE-904' });
    const { page } = officer;
    await officer.go(`#/certificates/${view.id}`);
    await officer.button('Proponer una renovación …').click();
    const asked = dialog(officer, 'Renovar OEA-PE-904');
    await asked.getByRole('button', { name: 'Proponer la renovación' }).click();
    await officer.alert('Indique un último día posterior o agregue una función.').waitFor();
    await field(officer, 'Nuevo último día').fill('2044-01-14');
    await asked.getByRole('button', { name: 'Proponer la renovación' }).click();
    await officer.alert('El nuevo último día tiene que ser posterior').waitFor();
    await inspectAndPicture(page, 'renew', 'portal');
    await field(officer, 'Nuevo último día').fill('2047-01-14');
    // In words too: browsers show dates in the order of their own language.
    await asked.getByText('14 ene 2047').waitFor();
    await asked.getByRole('checkbox', { name: 'agente de aduana' }).check();
    await asked.getByRole('button', { name: 'Proponer la renovación' }).click();
    await toast(officer, 'La renovación está propuesta').waitFor();
    await page.getByText('Una renovación espera a una segunda persona.').waitFor();
    await page.getByText('Usted lo propuso: tiene que decidir otra persona.').waitFor();
    await inspectScreen(page);

    await supervisor.go('#/waiting');
    const entry = supervisor.page.getByRole('listitem').filter({ hasText: 'OEA-PE-904' });
    await entry.getByText('Funciones que se agregan: agente de aduana').waitFor();
    await entry.getByText(/Último día: de 14 .*2044 a 14 .*2047/).waitFor();
    await inspectScreen(supervisor.page);
    await supervisor.button('Emitir … OEA-PE-904').click();
    const renewing = dialog(supervisor, '¿Emitir la renovación de OEA-PE-904?');
    await inspectScreen(supervisor.page);
    await renewing.getByRole('button', { name: 'Emitirlo' }).click();
    await toast(supervisor, 'La renovación de OEA-PE-904 está emitida').waitFor();
    await entry.waitFor({ state: 'detached' });
    const { certificate } = await world.peru.as('auditor').getCertificate({ params: { id: view.id } });
    expect(certificate).toMatchObject({ validUntil: '2047-01-14', operatorRoles: ['EX', 'IM', 'CB'] });
  });

  it('of one’s own can be rejected, not issued, also on the page of the certificate', async () => {
    const { page } = supervisor;
    const view = await issueSample(world.peru, { certificateNumber: 'OEA-PE-905' });
    await supervisor.go(`#/certificates/${view.id}`);
    await supervisor.button('Proponer una renovación …').click();
    await field(supervisor, 'Nuevo último día').fill('2047-01-14');
    await supervisor.button('Proponer la renovación').click();
    await page
      .getByText('Usted lo propuso: tiene que emitirlo otra persona. Usted puede rechazarlo.')
      .waitFor();
    expect(await supervisor.button(/^Emitir/).count()).toBe(0);
    await supervisor.button('Rechazar … OEA-PE-905').click();
    await field(supervisor, 'Por qué').fill('Fecha equivocada');
    await page.getByRole('dialog').getByRole('button', { name: 'Rechazar', exact: true }).click();
    await supervisor.button('Proponer una renovación …').waitFor();
    expect((await world.peru.as('auditor').listRenewals({ params: { id: view.id } })).items).toMatchObject([
      { state: 'rejected', decidedBy: 'supervisor' },
    ]);
  });
});

describe('an auditor', () => {
  it('sees everything and does nothing: where an action would be, a sentence says whose it is', async () => {
    const auditor = await deskOf('auditor');
    const { page } = auditor;
    expect(await page.getByRole('link', { name: 'Proponer' }).count()).toBe(0);
    await auditor.go(`#/certificates/${id}`);
    await auditor.heading(company).waitFor();
    await page.locator('.offers .state').first().waitFor();
    await page.getByText('Lo ofrece a la empresa un funcionario o un supervisor.').waitFor();
    await page.getByText('Suspende, rehabilita y revoca un supervisor.').waitFor();
    const acts = /Ofrecer|oferta|Suspender|Rehabilitar|Revocar|renovación|Emitir|Rechazar/;
    expect(await auditor.button(acts).count()).toBe(0);
    await inspectScreen(page);
    await auditor.go('#/propose');
    await page.getByText('Lo propone un funcionario o un supervisor.').waitFor();
    expect(await auditor.button('Proponer').count()).toBe(0);
    await expectClean(auditor);
  });
});

describe('the other languages', () => {
  it.each([
    ['pt', 'Propor um certificado', 'À espera de uma decisão', 'Oferecer à empresa'],
    ['en', 'Propose a certificate', 'Waiting for a decision', 'Offer to the company'],
  ])('%s fits on every screen', async (language, ...titles) => {
    const { page } = officer;
    await page.locator('.language select').selectOption(language);
    const [propose, waiting, offer] = titles as [string, string, string];
    await officer.go('#/propose');
    await officer.heading(propose).waitFor();
    await page.locator('form button[type=submit]').click();
    await inspectScreen(page);
    await officer.go('#/waiting');
    await officer.heading(waiting).waitFor();
    await inspectScreen(page);
    await officer.go(`#/certificates/${id}`);
    await officer.heading(offer).waitFor();
    await page.locator('.offers .state').first().waitFor();
    await inspectScreen(page);
  });
});

describe('the pages of all of them', () => {
  it('load from the agent alone, without a breach of the policy', async () => {
    for (const desk of [officer, supervisor]) await expectClean(desk);
  });
});
