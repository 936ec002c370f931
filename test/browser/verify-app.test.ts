import { readFileSync } from 'node:fs';
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

describe('a post without a network', () => {
  let post: Post;

  beforeAll(async () => {
    post = await openPost(browser, world);
    await post.setUp();
    await post.load('first.eslabon');
    await post.page.getByText('están probados y en uso').waitFor();
    await post.go('Ajustes');
    await post.page.getByText('Funciona sin red').waitFor();
    await inspectScreen(post.page);
    // The agent is gone, and so is the network.
    await world.mexico.stop();
    await post.page.context().setOffline(true);
    await post.page.reload();
    await post.heading('Ajustes').waitFor();
  });
  afterAll(() => post?.page.context().close());

  const again = () => post.page.getByRole('button', { name: 'Verificar otro' }).click();

  it('recognises a certificate by file, by text and by a picture of its QR code', async () => {
    const { page, go, give, way, verdict } = post;
    await go('Verificar');
    await inspectAndPicture(page, 'verify');
    await give('certificate.jwt');
    expect(await verdict()).toBe('RECOGNISED');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('RECONOCIDO');
    expect(await page.locator('.company').textContent()).toBe(world.peruvian.legalName);
    await inspectAndPicture(page, 'recognised');
    await again();
    await give('certificate.png');
    expect(await verdict()).toBe('RECOGNISED');
    await again();
    await way('Texto');
    await page.getByLabel('Texto del certificado').fill(` ${world.token}\n`);
    await page.getByRole('button', { name: 'Verificar' }).click();
    expect(await verdict()).toBe('RECOGNISED');
  });

  it('decides nothing about a file that it cannot read, and says what to do', async () => {
    const { page, give, way, verdict } = post;
    await again();
    await way('Archivo');
    await give('certificate.pdf');
    await page
      .getByRole('alert')
      .filter({ hasText: 'Esto es un PDF y no se lee. Ponga la hoja ante la cámara' })
      .waitFor();
    expect(await page.locator('[data-verdict]').count()).toBe(0);
    await inspectScreen(page);
    await give('certificate.jwt');
    expect(await verdict()).toBe('RECOGNISED');
  });

  it('repeats nothing of a forged certificate', async () => {
    await again();
    await post.way('Archivo');
    await post.give('altered.jwt');
    expect(await post.verdict()).toBe('UNTRUSTED');
    expect(await post.page.locator('main').textContent()).not.toContain('Otra Empresa');
    await inspectAndPicture(post.page, 'untrusted');
  });

  it('keeps the good data when what comes is damaged, of another country, or no data', async () => {
    const { page, load } = post;
    for (const [name, words] of [
      ['damaged.eslabon', 'está dañado'],
      ['foreign.eslabon', 'para los puestos de otro país'],
      ['certificate.jwt', 'no es un paquete ni un delta'],
    ] as const) {
      await load(name);
      await page.getByRole('alert').filter({ hasText: words }).waitFor();
      expect(await page.getByRole('alert').textContent()).toContain('siguen siendo los mismos');
    }
    await inspectScreen(page);
  });

  it('shows SUSPENDED after a delta by file', async () => {
    const { page, load, go, give, verdict } = post;
    await load('second.eslabon-delta');
    await page.getByText('están probados y en uso').waitFor();
    await inspectAndPicture(page, 'data');
    await go('Verificar');
    await again();
    await give('certificate.jwt');
    expect(await verdict()).toBe('SUSPENDED');
    await inspectAndPicture(page, 'suspended');
    await page.getByRole('radio', { name: 'Concedí los beneficios' }).check();
    expect(await page.getByRole('button', { name: 'Anotar en el registro' }).isDisabled()).toBe(true);
    await page.getByLabel('Nota').fill('=Orden del supervisor');
    await page.getByRole('button', { name: 'Anotar en el registro' }).click();
    await page.getByText('En el registro desde').waitFor();
  });

  it('has data and log after a reload', async () => {
    const { page, go, give, verdict, heading } = post;
    await page.reload();
    await heading('Verificar un certificado').waitFor();
    await give('certificate.jwt');
    expect(await verdict()).toBe('SUSPENDED');
    await go('Registro');
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(await page.locator('tbody').textContent()).toContain(world.peruvian.legalName);
    await inspectAndPicture(page, 'log');
  });

  it('clears its log only once it is somewhere else', async () => {
    const { page } = post;
    const clear = page.getByRole('button', { name: 'Vaciar el registro' });
    expect(await clear.isDisabled()).toBe(true);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Exportar como CSV' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain(`"${world.peruvian.legalName}"`);
    expect(csv).toContain(`"'=Orden del supervisor"`);
    await clear.click();
    await page.getByRole('button', { name: 'Cancelar' }).click();
    expect(await page.locator('tbody tr').count()).toBe(1);
    await clear.click();
    await page.getByRole('button', { name: 'Eliminarlas' }).click();
    await post.heading('Todavía no se ha decidido nada').waitFor();
  });

  it('goes back to older data only when told, and answers for the past with them', async () => {
    const { page, load, go, give, verdict } = post;
    await load('first.eslabon');
    await post.heading('Estos datos son más antiguos').waitFor();
    await inspectScreen(page);
    await page.keyboard.press('Escape');
    await load('first.eslabon');
    await page.getByRole('button', { name: 'Guardar para consultas sobre el pasado' }).click();
    await page.getByText('Guardados para consultas').first().waitFor();
    await go('Verificar');
    await again();
    await give('certificate.jwt');
    expect(await verdict()).toBe('SUSPENDED');
  });

  it('can be worked by the keyboard alone', async () => {
    const { page } = post;
    await page.reload();
    await post.heading('Verificar un certificado').waitFor();
    const press = async (key: string, until: string) => {
      for (let i = 0; i < 30; i++) {
        await page.keyboard.press(key);
        if ((await page.evaluate<string>(focusedName)) === until) return;
      }
      throw new Error(`${key} never led to “${until}”`);
    };
    await page.evaluate('document.activeElement.blur()');
    await press('Tab', 'Ir al contenido');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await press('Tab', 'Archivo');
    await press('ArrowRight', 'Texto');
    await press('Tab', 'Texto del certificado o de la presentación');
    await page.keyboard.insertText(world.token);
    await press('Tab', 'Verificar');
    await page.keyboard.press('Enter');
    expect(await post.verdict()).toBe('SUSPENDED');
    await press('Tab', 'Verificar otro');
  });

  it('decides nothing when the clock is behind what it has seen, nor when the data are too old', async () => {
    const { page, give, verdict } = post;
    await page.clock.setFixedTime(Date.now() - 86_400_000);
    await page.reload();
    await page.getByText('El reloj de este equipo está mal').waitFor();
    await inspectScreen(page);
    await post.way('Archivo');
    await give('certificate.jwt');
    await page.getByRole('alert').filter({ hasText: 'CLOCK_BEHIND' }).waitFor();
    expect(await page.locator('[data-verdict]').count()).toBe(0);
    await page.clock.setFixedTime(Date.now() + 8 * 86_400_000);
    await page.reload();
    await page.getByText('Datos demasiado antiguos').waitFor();
    await give('certificate.jwt');
    expect(await verdict()).toBe('UNDETERMINED');
    await inspectScreen(page);
    await page.clock.setFixedTime(Date.now());
  });

  it('says so when the stored data are damaged, and works again with new ones', async () => {
    const { page, load, go } = post;
    await page.evaluate(damageStored);
    await page.reload();
    await page.getByText('Datos dañados').waitFor();
    await go('Datos');
    await inspectScreen(page);
    await page.getByRole('button', { name: 'Eliminar los datos dañados' }).click();
    await post.heading('Todavía no hay datos').waitFor();
    await load('second.eslabon');
    await page.getByText('están probados y en uso').waitFor();
  });

  it('forgets everything when told, and needed nothing from elsewhere all the time', async () => {
    const { page, go } = post;
    await expectClean(post);
    await go('Ajustes');
    await page.getByRole('button', { name: 'Eliminar todo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Eliminar todo' }).click();
    await page.getByRole('button', { name: 'Empezar de nuevo' }).click();
    await post.heading('Preparar este puesto').waitFor();
    expect(await page.evaluate('indexedDB.databases().then((all) => all.length)')).toBe(1);
  });
});

/** What a screen reader would call the element that has the focus. */
const focusedName = `(() => {
  const { activeElement: element } = document;
  return (element.labels?.[0] ?? element).textContent.trim();
})()`;

/** Turns a byte in the middle of every stored bundle. */
const damageStored = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('eslabon-verify');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('bundles', 'readwrite');
    const store = transaction.objectStore('bundles');
    const reading = store.getAll();
    reading.onsuccess = () => {
      for (const bundle of reading.result) {
        bundle.file[bundle.file.length >> 1] ^= 1;
        store.put(bundle);
      }
    };
    transaction.oncomplete = () => { opening.result.close(); resolve(); };
  };
})`;
