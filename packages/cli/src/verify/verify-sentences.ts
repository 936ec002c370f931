import type { Language, VerdictCode } from '@eslabon/core';

interface VerifySentences {
  next: string;
  codes: string;
  trust: string;
  /** What the officer does next. */
  advice: Record<VerdictCode, string>;
}

/** The words of `verify` beside those of the verdict itself. */
export const verifySentences: Record<Language, VerifySentences> = {
  en: {
    next: 'What to do',
    codes: 'Reason codes',
    trust: 'Trust anchor',
    advice: {
      RECOGNISED: 'grant the benefits for the roles that are covered.',
      SUSPENDED: 'grant no benefits now, and ask again at the next shipment: a suspension can be lifted.',
      REVOKED: 'grant no benefits on this certificate; a new one would have another number.',
      EXPIRED: 'grant no benefits, and ask the company for its renewed certificate.',
      NOT_YET_VALID: 'grant no benefits before the certificate begins.',
      NOT_COVERED: 'treat the company as any other: no arrangement gives it benefits here.',
      UNTRUSTED: 'grant no benefits, keep the file, and report it to your AEO office.',
      UNDETERMINED: 'fetch a newer bundle or ask your AEO office, and do not hold this against the company.',
    },
  },
  es: {
    next: 'Qué hacer',
    codes: 'Códigos de motivo',
    trust: 'Ancla de confianza',
    advice: {
      RECOGNISED: 'conceda los beneficios para las funciones cubiertas.',
      SUSPENDED:
        'no conceda beneficios ahora y consulte de nuevo en el próximo envío: la suspensión puede levantarse.',
      REVOKED: 'no conceda beneficios con este certificado; uno nuevo tendría otro número.',
      EXPIRED: 'no conceda beneficios y pida a la empresa su certificado renovado.',
      NOT_YET_VALID: 'no conceda beneficios antes de que empiece la vigencia del certificado.',
      NOT_COVERED: 'trate a la empresa como a cualquier otra: ningún acuerdo le da beneficios aquí.',
      UNTRUSTED: 'no conceda beneficios, conserve el archivo e informe a su oficina OEA.',
      UNDETERMINED:
        'obtenga un paquete más reciente o consulte a su oficina OEA, sin que esto perjudique a la empresa.',
    },
  },
  pt: {
    next: 'O que fazer',
    codes: 'Códigos de motivo',
    trust: 'Âncora de confiança',
    advice: {
      RECOGNISED: 'conceda os benefícios para as funções cobertas.',
      SUSPENDED:
        'não conceda benefícios agora e consulte de novo na próxima remessa: a suspensão pode ser levantada.',
      REVOKED: 'não conceda benefícios com este certificado; um novo teria outro número.',
      EXPIRED: 'não conceda benefícios e peça à empresa o certificado renovado.',
      NOT_YET_VALID: 'não conceda benefícios antes do início da vigência do certificado.',
      NOT_COVERED: 'trate a empresa como qualquer outra: nenhum acordo lhe dá benefícios aqui.',
      UNTRUSTED: 'não conceda benefícios, guarde o arquivo e informe o seu setor de OEA.',
      UNDETERMINED:
        'obtenha um pacote mais recente ou consulte o seu setor de OEA, sem que isso prejudique a empresa.',
    },
  },
};
