import type { Language } from '@eslabon/core';
import type { AdviceCode } from '@eslabon/verifier';

interface VerifySentences {
  next: string;
  codes: string;
  trust: string;
  /** What the officer does next. */
  advice: Record<AdviceCode, string>;
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
      DELEGATION_EXPIRED:
        'grant no benefits now. Let the company give the bearer a new authorisation, which takes a minute.',
      DELEGATION_NOT_YET_VALID:
        'grant no benefits before the authorisation begins, or let the company give the bearer another.',
      DELEGATION_OUT_OF_PURPOSE:
        'grant no benefits for this one. Check the number that you asked about; for another, the company has to authorise the bearer.',
      DELEGATION_WITHDRAWN: 'grant no benefits. Tell the company who presented it.',
      DELEGATION_STATUS_UNKNOWN:
        'let the bearer go online for a moment and present it again. Do not hold this against the company.',
      DELEGATION_NOT_PRESENTED:
        'grant no benefits yet. Ask again, and let the bearer answer from their wallet.',
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
      DELEGATION_EXPIRED:
        'no conceda beneficios ahora. Que la empresa dé al portador una autorización nueva, lo que lleva un minuto.',
      DELEGATION_NOT_YET_VALID:
        'no conceda beneficios antes de que empiece la autorización, o que la empresa dé otra al portador.',
      DELEGATION_OUT_OF_PURPOSE:
        'no conceda beneficios para este trámite. Revise el número consultado; para otro, la empresa tiene que autorizar al portador.',
      DELEGATION_WITHDRAWN: 'no conceda beneficios. Avise a la empresa de quién la presentó.',
      DELEGATION_STATUS_UNKNOWN:
        'que el portador se conecte un momento y la presente de nuevo. Que esto no perjudique a la empresa.',
      DELEGATION_NOT_PRESENTED:
        'no conceda beneficios todavía. Pida otra vez, y que el portador responda desde su billetera.',
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
      DELEGATION_EXPIRED:
        'não conceda benefícios agora. Que a empresa dê ao portador uma nova autorização, o que leva um minuto.',
      DELEGATION_NOT_YET_VALID:
        'não conceda benefícios antes do início da autorização, ou que a empresa dê outra ao portador.',
      DELEGATION_OUT_OF_PURPOSE:
        'não conceda benefícios para este caso. Confira o número consultado; para outro, a empresa tem de autorizar o portador.',
      DELEGATION_WITHDRAWN: 'não conceda benefícios. Informe à empresa quem a apresentou.',
      DELEGATION_STATUS_UNKNOWN:
        'que o portador se conecte por um momento e a apresente de novo. Que isto não prejudique a empresa.',
      DELEGATION_NOT_PRESENTED:
        'não conceda benefícios ainda. Peça outra vez, e que o portador responda pela própria carteira.',
    },
  },
};
