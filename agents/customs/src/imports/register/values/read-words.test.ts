import { describe, expect, it } from '@jest/globals';
import { foldText } from '../fold-words.js';
import { headerKey } from '../header/header-key.js';
import { headerSynonyms } from '../header/header-synonyms.js';
import { certificateTypeByName } from './certificate-type-names.js';
import { splitRoles } from './split-roles.js';
import { statusByName } from './status-names.js';

describe('roles', () => {
  it.each([
    ['EX', 'EX'],
    ['ex + im', 'EX IM'],
    ['EX,IM/MF;CB|CA', 'EX IM MF CB CA'],
    ['IM EX', 'IM EX'],
    ['Importador', 'IM'],
    ['Importador y exportador', 'IM EX'],
    ['Importador / Exportador', 'IM EX'],
    ['Agente de Aduanas', 'CB'],
    ['AGENTE ADUANAL IMPORTADOR', 'CB IM'],
    ['Agente de carga internacional', 'FW'],
    ['Despachante de aduana, Transportador rodoviário', 'CB GA'],
    ['Transportista terrestre y depósito aduanero', 'GA WH'],
    ["carrier's agent; carrier", 'CG CA'],
    ['Customs broker and warehouse keeper', 'CB WH'],
  ])('“%s” is %s', (cell, roles) => {
    expect(splitRoles(cell)).toEqual({ roles: roles.split(' '), unknown: [], repeated: [] });
  });

  it('unknown words are told apart from known ones', () => {
    expect(splitRoles('Importador, Astronauta, IM')).toEqual({
      roles: ['IM'],
      unknown: ['astronauta'],
      repeated: ['IM'],
    });
  });
});

describe('certificate types', () => {
  it.each([
    ['Seguridad', 'security'],
    ['SEGURANÇA', 'security'],
    ['AEOS', 'security'],
    ['OEA-S', 'security'],
    ['878', 'security'],
    ['Cumplimiento', 'compliance'],
    ['Conformidade', 'compliance'],
    ['879', 'compliance'],
    ['Completo', 'full'],
    ['Seguridad y cumplimiento', 'full'],
    ['aeof', 'full'],
    ['891', 'full'],
  ])('“%s” is %s', (cell, type) => {
    expect(certificateTypeByName.get(foldText(cell))).toBe(type);
  });
});

describe('statuses', () => {
  it.each([
    ['active', 'Vigente activo ATIVO Active valid Válida'],
    ['suspended', 'Suspendido suspenso suspended SUSPENDIDA'],
    ['revoked', 'Cancelado revocado revogado anulado retirado cancelled revoked withdrawn'],
    ['expired', 'Vencido expirado expired caducado'],
  ])('%s', (status, words) => {
    for (const word of words.split(' '))
      expect([word, statusByName.get(foldText(word))]).toEqual([word, status]);
  });
});

describe('headers', () => {
  it.each([
    'Número de certificado',
    'NUMERO_CERTIFICADO',
    'N° certificado',
    'Nº do Certificado',
    'Nro. certificado',
    'numeroCertificado',
  ])('“%s” is the same as “No. de certificado”', (header) => {
    expect(headerKey(header)).toBe(headerKey('No. de certificado'));
  });

  it('no synonym stands for two fields', () => {
    const fields = new Map<string, Set<string>>();
    for (const [field, names] of Object.entries(headerSynonyms)) {
      for (const name of names)
        fields.set(headerKey(name), (fields.get(headerKey(name)) ?? new Set()).add(field));
    }
    expect([...fields].filter(([key, of]) => key === '' || of.size > 1)).toEqual([]);
  });

  it.each([certificateTypeByName, statusByName])('no value is empty when folded', (names) => {
    expect(names.has('')).toBe(false);
  });
});
