import type { Language } from '@eslabon/core';

interface CertificateSentences {
  columns: readonly string[];
  nothing: string;
  next: string;
  written(file: string): string;
  printed(file: string): string;
  number: string;
  status: string;
  pending: string;
  name: string;
  tradeName: string;
  tin: string;
  nationalId: string;
  type: string;
  roles: string;
  address: string;
  programme: string;
  decided: string;
  effective: string;
  validUntil: string;
  validated: string;
  credential: string;
  id: string;
}

/** The words of `certificate`. Statuses, types and roles stay codes: they are what the options take. */
export const certificateSentences: Record<Language, CertificateSentences> = {
  en: {
    columns: ['NUMBER', 'STATUS', 'TYPE', 'TIN', 'VALID UNTIL', 'NAME'],
    nothing: 'No certificate.',
    next: 'There are more: add',
    written: (file) => `${file}: credential written.`,
    printed: (file) => `${file}: page written.`,
    number: 'Certificate',
    status: 'Status',
    pending: 'Change under way',
    name: 'Legal name',
    tradeName: 'Trade name',
    tin: 'TIN',
    nationalId: 'National id',
    type: 'Type',
    roles: 'Roles',
    address: 'Address',
    programme: 'Programme',
    decided: 'Decided',
    effective: 'In force from',
    validUntil: 'Valid until',
    validated: 'Last validation',
    credential: 'Credential',
    id: 'Id',
  },
  es: {
    columns: ['NÚMERO', 'ESTADO', 'TIPO', 'TIN', 'VÁLIDO HASTA', 'NOMBRE'],
    nothing: 'Ningún certificado.',
    next: 'Hay más: agregue',
    written: (file) => `${file}: credencial escrita.`,
    printed: (file) => `${file}: página escrita.`,
    number: 'Certificado',
    status: 'Estado',
    pending: 'Cambio en curso',
    name: 'Razón social',
    tradeName: 'Nombre comercial',
    tin: 'TIN',
    nationalId: 'Id nacional',
    type: 'Tipo',
    roles: 'Funciones',
    address: 'Domicilio',
    programme: 'Programa',
    decided: 'Decidido',
    effective: 'Vigente desde',
    validUntil: 'Válido hasta',
    validated: 'Última validación',
    credential: 'Credencial',
    id: 'Id',
  },
  pt: {
    columns: ['NÚMERO', 'SITUAÇÃO', 'TIPO', 'TIN', 'VÁLIDO ATÉ', 'NOME'],
    nothing: 'Nenhum certificado.',
    next: 'Há mais: acrescente',
    written: (file) => `${file}: credencial gravada.`,
    printed: (file) => `${file}: página gravada.`,
    number: 'Certificado',
    status: 'Situação',
    pending: 'Mudança em curso',
    name: 'Razão social',
    tradeName: 'Nome fantasia',
    tin: 'TIN',
    nationalId: 'Id nacional',
    type: 'Tipo',
    roles: 'Funções',
    address: 'Endereço',
    programme: 'Programa',
    decided: 'Decidido',
    effective: 'Em vigor desde',
    validUntil: 'Válido até',
    validated: 'Última validação',
    credential: 'Credencial',
    id: 'Id',
  },
};
