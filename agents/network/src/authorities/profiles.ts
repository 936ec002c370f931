import type { Country } from '@eslabon/core';

/** An authority of the demonstration network. Names are those of the real services; everything they do here is made up. */
export interface AuthorityProfile {
  country: Country;
  name: string;
  /** Offset of its legal time. */
  utcOffset: string;
}

const list = [
  ['BO', 'Aduana Nacional de Bolivia', '-04:00'],
  ['CL', 'Servicio Nacional de Aduanas de Chile', '-04:00'],
  ['CO', 'Dirección de Impuestos y Aduanas Nacionales de Colombia', '-05:00'],
  ['CR', 'Dirección General de Aduanas de Costa Rica', '-06:00'],
  ['EC', 'Servicio Nacional de Aduana del Ecuador', '-05:00'],
  ['GT', 'Superintendencia de Administración Tributaria de Guatemala', '-06:00'],
  ['MX', 'Agencia Nacional de Aduanas de México', '-06:00'],
  ['PE', 'Superintendencia Nacional de Aduanas y de Administración Tributaria', '-05:00'],
] as const;

/** The eight CADENA countries. */
export const authorityProfiles: readonly AuthorityProfile[] = list.map(([country, name, utcOffset]) => ({
  country: country as string as Country,
  name,
  utcOffset,
}));
