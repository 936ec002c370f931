import type { Language } from '@eslabon/core';

/** What a page says beside the facts of a certificate. */
export interface PageWords {
  title: string;
  company: string;
  tin: string;
  number: string;
  type: string;
  roles: string;
  decided: string;
  valid: string;
  /** Between the first and the last day. */
  until: string;
  endless: string;
  check: string;
  steps: readonly [string, string, string];
  /** Why the page alone is not enough. */
  caution: string;
  printed: string;
  code: string;
}

export const pageWords: Record<Language, PageWords> = {
  es: {
    title: 'Certificado de Operador Económico Autorizado',
    company: 'Empresa',
    tin: 'Número de identificación (TIN)',
    number: 'Número de certificado',
    type: 'Tipo',
    roles: 'Funciones',
    decided: 'Fecha de la decisión',
    valid: 'Vigencia',
    until: 'a',
    endless: 'sin fecha de término',
    check: 'Cómo verificarlo, también sin red',
    steps: [
      'Fotografíe el código entero, con luz pareja.',
      'Ábralo con el verificador Eslabón del puesto, o ejecute «eslabon verify foto.jpg».',
      'Compare el resultado con esta página.',
    ],
    caution:
      'Esta hoja no prueba por sí sola que el certificado esté vigente: puede haber sido suspendido o revocado.',
    printed: 'Impreso el',
    code: 'Código QR con el certificado firmado',
  },
  pt: {
    title: 'Certificado de Operador Econômico Autorizado',
    company: 'Empresa',
    tin: 'Número de identificação (TIN)',
    number: 'Número do certificado',
    type: 'Tipo',
    roles: 'Funções',
    decided: 'Data da decisão',
    valid: 'Vigência',
    until: 'a',
    endless: 'sem data de término',
    check: 'Como verificar, também sem rede',
    steps: [
      'Fotografe o código inteiro, com luz uniforme.',
      'Abra-o no verificador Eslabón do posto, ou execute “eslabon verify foto.jpg”.',
      'Compare o resultado com esta página.',
    ],
    caution:
      'Esta folha não prova por si só que o certificado esteja vigente: pode ter sido suspenso ou revogado.',
    printed: 'Impresso em',
    code: 'Código QR com o certificado assinado',
  },
  en: {
    title: 'Authorised Economic Operator certificate',
    company: 'Company',
    tin: 'Trader identification number (TIN)',
    number: 'Certificate number',
    type: 'Type',
    roles: 'Roles',
    decided: 'Date of the decision',
    valid: 'Validity',
    until: 'to',
    endless: 'without an end date',
    check: 'How to verify it, also without a network',
    steps: [
      'Photograph the whole code in even light.',
      'Open it with the Eslabón verifier of your post, or run “eslabon verify photo.jpg”.',
      'Compare the result with this page.',
    ],
    caution:
      'This sheet alone does not prove that the certificate stands: it may have been suspended or revoked.',
    printed: 'Printed on',
    code: 'QR code with the signed certificate',
  },
};
