import type { ImportRow } from '@eslabon/client/contract';

type Issue = ImportRow['issues'][number];

const catalogue = {
  CONTENT_DIFFERS: {
    severity: 'error',
    sentence: {
      en: 'A certificate with this number was issued with other content. An import does not change it.',
      es: 'Ya se emitió un certificado con este número y otro contenido. Una importación no lo cambia.',
      pt: 'Já foi emitido um certificado com este número e outro conteúdo. Uma importação não o altera.',
    },
  },
  NUMBER_PROPOSED: {
    severity: 'error',
    sentence: {
      en: 'A proposal with this number waits for a decision. Issue or reject it first.',
      es: 'Una propuesta con este número espera decisión. Emítala o rechácela primero.',
      pt: 'Uma proposta com este número aguarda decisão. Emita-a ou rejeite-a primeiro.',
    },
  },
  STATUS_DIFFERS: {
    severity: 'warning',
    sentence: {
      en: 'The certificate has a stricter status here than in the file. Reinstating takes a decision of its own.',
      es: 'El certificado tiene aquí un estado más estricto que en el archivo. Rehabilitarlo exige una decisión propia.',
      pt: 'O certificado tem aqui um estado mais restrito que no arquivo. Reabilitá-lo exige uma decisão própria.',
    },
  },
} as const;

/** An issue that comes from comparing a row with what was issued before. */
export function importIssue(code: keyof typeof catalogue, value: string): Issue {
  const { severity, sentence } = catalogue[code];
  const field = code === 'STATUS_DIFFERS' ? 'status' : 'certificateNumber';
  return { field, column: null, severity, code, value: value.slice(0, 80), sentence };
}
