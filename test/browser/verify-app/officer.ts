import type { Locator, Page } from 'playwright-core';
import type { BorderWorld, WorldFile } from './border-world.js';

/** The officer at a post, who works the app by what is written on it (in Spanish). */
export interface Officer {
  page: Page;
  setUp(): Promise<void>;
  go(name: 'Verificar' | 'Pedir' | 'Datos' | 'Registro' | 'Ajustes'): Promise<void>;
  load(name: WorldFile): Promise<void>;
  /** Hands a file to what is on the screen. */
  give(name: WorldFile): Promise<void>;
  way(name: 'Archivo' | 'Código QR' | 'Texto' | 'Número fiscal'): Promise<void>;
  /** Code of the verdict on the screen, when there is one. */
  verdict(): Promise<string | null>;
  heading(name: string | RegExp): Locator;
}

export function officerAt(page: Page, { file }: Pick<BorderWorld, 'file'>): Officer {
  const button = (name: string) => page.getByRole('button', { name });
  const officer: Officer = {
    page,
    heading: (name) => page.getByRole('heading', { name }),
    async setUp() {
      await officer.give('trust.json');
      await page.getByLabel('Comparé la huella').check();
      await button('Confiar').click();
      await page.getByLabel('País por el que usted decide').selectOption('MX');
      await page.getByLabel('Nombre del puesto').fill('Tapachula, carril 2');
      await button('Empezar a trabajar').click();
      await officer.heading('Verificar un certificado').waitFor();
    },
    async go(name) {
      await page.getByRole('link', { name, exact: true }).click();
    },
    async load(name) {
      await officer.go('Datos');
      await officer.give(name);
    },
    async give(name) {
      await page.locator('input[type=file]:visible, :visible > input[type=file]').setInputFiles(file(name));
    },
    async way(name) {
      await page.getByRole('radio', { name }).check();
    },
    async verdict() {
      const banner = page.locator('[data-verdict]');
      await banner.waitFor();
      return banner.getAttribute('data-verdict');
    },
  };
  return officer;
}
