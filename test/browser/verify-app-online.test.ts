import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { type BorderWorld, startBorderWorld } from './verify-app/border-world.js';
import { demandApp } from './verify-app/demand-app.js';
import { inspectAndPicture, inspectScreen } from './verify-app/inspect-page.js';
import { expectClean, openPost, type Post } from './verify-app/open-post.js';

let browser: Browser;
let world: BorderWorld;

beforeAll(async () => {
  demandApp();
  browser = await openBrowser();
  world = await startBorderWorld();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

describe('a post with a network', () => {
  let post: Post;
  beforeAll(async () => {
    post = await openPost(browser, world);
  });
  afterAll(() => post?.page.context().close());

  it('speaks the language of the browser, and another when told', async () => {
    const { page, heading } = post;
    await heading('Preparar este puesto').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await page.getByRole('radio', { name: 'Português' }).click();
    await heading('Preparar este posto').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('pt');
    await page.reload();
    await heading('Preparar este posto').waitFor();
    await page.getByRole('radio', { name: 'Español' }).click();
    await heading('Preparar este puesto').waitFor();
  });

  it('trusts an anchor only after somebody compared it', async () => {
    const { page, heading, give } = post;
    await give('certificate.jwt');
    expect(await page.getByRole('alert').textContent()).toContain('no es un ancla de confianza');
    await inspectScreen(page);
    await give('trust.json');
    await heading('Compare antes de confiar').waitFor();
    expect(await page.locator('.fingerprint li').count()).toBe(16);
    expect(await page.getByRole('button', { name: 'Confiar' }).isDisabled()).toBe(true);
    await inspectAndPicture(page, 'confirm');
    await page.getByRole('button', { name: 'No es la misma' }).click();
    await post.setUp();
    await heading('Todavía no hay datos con que verificar').waitFor();
    await inspectScreen(page);
  });

  it('fetches data from the agent with a key, and says what is wrong with a wrong one', async () => {
    const { page, go } = post;
    await go('Datos');
    const fetchWith = async (key: string) => {
      await page.getByRole('textbox', { name: 'Clave' }).fill(key);
      await page.getByRole('button', { name: 'Obtener los datos más recientes' }).click();
    };
    await fetchWith('esk_000000000000_wrong');
    expect(await page.getByRole('alert').textContent()).toContain('no conoce esta clave');
    await fetchWith(world.mexico.keys.post);
    await page.getByText('están probados y en uso').waitFor();
    expect(await page.locator('main').textContent()).toContain('Llegaron porel agente');
    await fetchWith(world.mexico.keys.post);
    await page.getByText('están probados y en uso').or(page.getByText('exactamente estos datos')).waitFor();
  });

  it('looks a company up by its tax number, and takes a miss for a miss', async () => {
    const { page, go, way, verdict } = post;
    await go('Verificar');
    await way('Número fiscal');
    const find = async (tin: string) => {
      await page.getByLabel('País de la empresa').selectOption('MX');
      await page.getByLabel('Número fiscal de la empresa').fill(tin);
      await page.getByRole('button', { name: 'Buscar' }).click();
    };
    await find('agr-010203-ab1');
    expect(await verdict()).toBe('RECOGNISED');
    expect(await page.locator('.company').textContent()).toBe(world.own.legalName);
    await page.getByRole('button', { name: 'Verificar otro' }).click();
    await find('XAXX010101000');
    await page.getByText('Eso no significa que la empresa no sea OEA').waitFor();
    expect(await page.locator('[data-verdict]').count()).toBe(0);
    await inspectScreen(page);
    await page.getByRole('button', { name: 'Verificar otro' }).click();
  });

  it('uploads its log, once', async () => {
    const { page, go, way, give, verdict } = post;
    await way('Archivo');
    await give('certificate.jwt');
    expect(await verdict()).toBe('SUSPENDED');
    await page.getByRole('radio', { name: 'Sin beneficios' }).check();
    await page.getByRole('button', { name: 'Anotar en el registro' }).click();
    await page.getByText('En el registro desde').waitFor();
    await go('Registro');
    await page.getByRole('textbox', { name: 'Clave' }).fill(world.mexico.keys.post);
    await page.getByRole('button', { name: 'Enviar una entrada' }).click();
    await page.getByText('Todo está enviado').waitFor();
    const { items } = await world.mexico.as('auditor').listDecisions({ query: {} });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      post: 'Tapachula, carril 2',
      as: 'MX',
      verdict: 'SUSPENDED',
      presented: { by: 'file' },
      certificate: { certificateNumber: world.peruvian.certificateNumber },
    });
    await expectClean(post);
  });
});

describe('a post with a camera', () => {
  it('reads the QR code that is held before it', async () => {
    const withCamera = await openBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${world.file('certificate.y4m')}`,
    ]);
    try {
      const post = await openPost(withCamera, world);
      await post.setUp();
      await post.load('first.eslabon');
      await post.page.getByText('están probados y en uso').waitFor();
      await post.go('Verificar');
      await post.way('Código QR');
      await inspectScreen(post.page);
      await post.page.getByRole('button', { name: 'Encender la cámara' }).click();
      expect(await post.verdict()).toBe('RECOGNISED');
      await expectClean(post);
    } finally {
      await withCamera.close();
    }
  });
});
