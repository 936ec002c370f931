import { type OperatorRole, operatorRoles } from '@eslabon/core';
import { foldText } from '../fold-words.js';

/**
 * Names of the UN/EDIFACT 3035 roles in Spanish, Portuguese and English (domain.md §3.1). Names that stand for
 * different roles from country to country, such as “operador logístico”, are left to the officer.
 */
const names: Record<OperatorRole, readonly string[]> = {
  IM: ['importador', 'importadora', 'importer', 'importación', 'importação'],
  EX: ['exportador', 'exportadora', 'exporter', 'exportación', 'exportação'],
  MF: ['fabricante', 'manufacturer', 'productor', 'produtor', 'manufacturera', 'industria', 'maquiladora'],
  CB: [
    ...['agente de aduanas', 'agente de aduana', 'agente aduanal', 'agente aduanero', 'agencia de aduanas'],
    ...[
      'agencia de aduana',
      'despachante',
      'despachante de aduana',
      'despachante aduaneiro',
      'customs broker',
    ],
    ...['broker'],
  ],
  CA: ['transportista', 'transportador', 'transportadora', 'porteador', 'carrier', 'naviera', 'aerolínea'],
  GA: [
    ...[
      'transportista terrestre',
      'transportista por carretera',
      'transportista carretero',
      'autotransportista',
    ],
    ...['transportador rodoviário', 'transportador terrestre', 'road carrier', 'haulier'],
  ],
  GT: ['transportista ferroviario', 'transportador ferroviário', 'rail carrier', 'ferrocarril'],
  CG: ['agente naviero', 'agente marítimo', "carrier's agent"],
  FW: [
    ...['agente de carga', 'agente de carga internacional', 'transitario', 'transitário'],
    ...['freight forwarder', 'forwarder', 'agenciador de carga', 'agenciador de cargas'],
  ],
  CS: ['consolidador', 'consolidador de carga', 'consolidadora', 'consolidator', 'agente consolidador'],
  WH: [
    ...[
      'depósito',
      'depósito aduanero',
      'depósito temporal',
      'almacén',
      'almacén general de depósito',
      'almacenista',
    ],
    ...[
      'almacén aduanero',
      'depositario',
      'depositario aduanero',
      'depositário',
      'depositário de mercadorias',
    ],
    ...['warehouse', 'warehouse keeper', 'armazém'],
  ],
  TR: [
    ...['terminal', 'operador portuario', 'operador portuário', 'operador de terminal', 'terminal portuaria'],
    ...['terminal portuario', 'terminal portuário', 'terminal operator', 'puerto', 'operador aeroportuario'],
    ...['operador aeroportuário'],
  ],
  DT: ['declarante', 'declarant'],
  AE: [
    'agente del declarante',
    'representante del declarante',
    'representante do declarante',
    "declarant's agent",
  ],
};

/** Roles by code and by the folded words of their names. */
export const roleByName: ReadonlyMap<string, OperatorRole> = new Map(
  operatorRoles.flatMap((role) => [role, ...names[role]].map((name) => [foldText(name), role] as const)),
);

/** The most words that a name has. */
export const longestRoleName = Math.max(...[...roleByName.keys()].map((name) => name.split(' ').length));
