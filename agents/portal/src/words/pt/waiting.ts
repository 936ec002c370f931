import type { Wording } from '@eslabon/ui/words';
import type { waiting as english } from '../en/waiting.js';

/** Portuguese: what waits for a second person. */
export const waiting: Wording<typeof english> = {
  waiting: {
    title: 'À espera de uma decisão',
    intro: {
      four: 'Uma segunda pessoa examina o que foi proposto e o emite ou o rejeita.',
      two: 'Um supervisor examina o que foi proposto e o emite ou o rejeita.',
    },
    proposals: 'Certificados novos',
    renewals: 'Renovações',
    noProposals: 'Nenhuma proposta está à espera.',
    noRenewals: 'Nenhuma renovação está à espera.',
    loading: 'Consultando o agente …',
    more: 'Mostrar mais',
    open: 'Abrir {{number}}',
    by: 'Proposto por {{who}} em {{when}}',
    own: 'Foi você quem propôs: outra pessoa tem de decidir.',
    ownRejectable: 'Foi você quem propôs: outra pessoa tem de emitir. Você pode rejeitar.',
    untilChange: 'Último dia: de {{from}} para {{to}}',
    rolesAdded: 'Funções acrescentadas: {{roles}}',
    decidedOn: 'Decidido em {{when}}',
    validated: 'Última validação: {{when}}',
    issue: 'Emitir …',
    reject: 'Rejeitar …',
    issueTitle: 'Emitir {{number}}?',
    issueText:
      '{{company}} passa a ser operador econômico autorizado por este certificado: em vigor desde {{from}}, último dia: {{until}}. Ele é assinado e recebe o seu lugar na cadeia.',
    noEnd: 'nenhum',
    issueYes: 'Emitir',
    issuing: 'Emitindo …',
    issued: '{{number}} está emitido.',
    renewTitle: 'Emitir a renovação de {{number}}?',
    renewText:
      'O certificado de {{company}} é assinado de novo com o que está indicado aqui. As carteiras o obtêm por si mesmas; as cópias que elas têm mantêm até então o que dizem.',
    renewed: 'A renovação de {{number}} está emitida.',
    rejectTitle: 'Rejeitar a proposta de {{number}}?',
    rejectText: '{{company}} não recebe este certificado. O número pode ser proposto de novo.',
    rejectRenewalTitle: 'Rejeitar a renovação de {{number}}?',
    rejectRenewalText: 'O certificado de {{company}} fica como está. Outra renovação pode ser proposta.',
    note: 'Por quê',
    noteHint: 'Fica no histórico; até 500 caracteres.',
    noteMissing: 'Diga por quê, em até 500 caracteres.',
    rejectYes: 'Rejeitar',
    rejecting: 'Rejeitando …',
    rejected: 'A proposta de {{number}} está rejeitada.',
    renewalRejected: 'A renovação de {{number}} está rejeitada.',
  },
};
