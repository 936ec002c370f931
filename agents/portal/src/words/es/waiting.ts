import type { Wording } from '@eslabon/ui/words';
import type { waiting as english } from '../en/waiting.js';

/** Spanish: what waits for a second person. */
export const waiting: Wording<typeof english> = {
  waiting: {
    title: 'En espera de una decisión',
    intro: {
      four: 'Una segunda persona mira lo propuesto y lo emite o lo rechaza.',
      two: 'Un supervisor mira lo propuesto y lo emite o lo rechaza.',
    },
    proposals: 'Certificados nuevos',
    renewals: 'Renovaciones',
    noProposals: 'No espera ninguna propuesta.',
    noRenewals: 'No espera ninguna renovación.',
    loading: 'Preguntando al agente …',
    more: 'Mostrar más',
    open: 'Abrir {{number}}',
    by: 'Propuesto por {{who}} el {{when}}',
    own: 'Usted lo propuso: tiene que decidir otra persona.',
    ownRejectable: 'Usted lo propuso: tiene que emitirlo otra persona. Usted puede rechazarlo.',
    untilChange: 'Último día: de {{from}} a {{to}}',
    rolesAdded: 'Funciones que se agregan: {{roles}}',
    decidedOn: 'Decidido el {{when}}',
    validated: 'Última validación: {{when}}',
    issue: 'Emitir …',
    reject: 'Rechazar …',
    issueTitle: '¿Emitir {{number}}?',
    issueText:
      '{{company}} pasa a ser operador económico autorizado por este certificado: en vigor desde el {{from}}, último día: {{until}}. Se firma y recibe su lugar en la cadena.',
    noEnd: 'ninguno',
    issueYes: 'Emitirlo',
    issuing: 'Emitiendo …',
    issued: '{{number}} está emitido.',
    renewTitle: '¿Emitir la renovación de {{number}}?',
    renewText:
      'El certificado de {{company}} se firma de nuevo con lo que aquí se indica. Las billeteras lo obtienen por sí mismas; las copias que tienen mantienen hasta entonces lo que dicen.',
    renewed: 'La renovación de {{number}} está emitida.',
    rejectTitle: '¿Rechazar la propuesta de {{number}}?',
    rejectText: '{{company}} no recibe este certificado. El número se puede proponer otra vez.',
    rejectRenewalTitle: '¿Rechazar la renovación de {{number}}?',
    rejectRenewalText: 'El certificado de {{company}} queda como está. Se puede proponer otra renovación.',
    note: 'Por qué',
    noteHint: 'Queda en el historial; hasta 500 caracteres.',
    noteMissing: 'Diga por qué, en 500 caracteres como máximo.',
    rejectYes: 'Rechazar',
    rejecting: 'Rechazando …',
    rejected: 'La propuesta de {{number}} está rechazada.',
    renewalRejected: 'La renovación de {{number}} está rechazada.',
  },
};
