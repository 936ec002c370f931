import { boliviaNit } from './bo-nit.js';
import { chileRut } from './cl-rut.js';
import { colombiaNit } from './co-nit.js';
import { costaRicaCedulaJuridica } from './cr-cedula-juridica.js';
import { ecuadorRuc } from './ec-ruc.js';
import { guatemalaNit } from './gt-nit.js';
import { mexicoRfc } from './mx-rfc.js';
import { peruRuc } from './pe-ruc.js';
import type { Scheme } from './scheme.js';

/** The schemes by country. A new country is one file and one line here. */
export const nationalIdSchemes: ReadonlyMap<string, Scheme> = new Map([
  ['BO', boliviaNit],
  ['CL', chileRut],
  ['CO', colombiaNit],
  ['CR', costaRicaCedulaJuridica],
  ['EC', ecuadorRuc],
  ['GT', guatemalaNit],
  ['MX', mexicoRfc],
  ['PE', peruRuc],
]);
