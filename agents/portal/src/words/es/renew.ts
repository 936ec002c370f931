import type { Wording } from '@eslabon/ui/words';
import type { renew as english } from '../en/renew.js';

/** Spanish: proposing a renewal. */
export const renew: Wording<typeof english> = {
  renew: {
    title: 'Renovación',
    intro:
      'Una renovación aplaza el fin o agrega funciones. Para quitar algo, revoque el certificado y emita otro.',
    waits: {
      four: 'Una renovación espera a una segunda persona.',
      two: 'Una renovación espera una decisión.',
    },
    onlyActive: 'Solo se puede renovar un certificado activo.',
    open: 'Proponer una renovación …',
    dialogTitle: 'Renovar {{number}}',
    text: {
      four: 'Con esto no cambia nada: una segunda persona la mira y la emite o la rechaza. Entonces {{company}} tiene el certificado con el nuevo fin y las nuevas funciones.',
      two: 'Con esto no cambia nada: un supervisor la mira y la emite o la rechaza. Entonces {{company}} tiene el certificado con el nuevo fin y las nuevas funciones.',
    },
    decisionDate: 'Fecha de la decisión de renovar',
    validUntil: 'Nuevo último día',
    validUntilHint: 'Hasta ahora, {{when}}. Si se omite, queda así.',
    noEnd: 'El certificado no tiene un fin que se pueda aplazar.',
    roles: 'Funciones que se agregan',
    rolesHint: 'Tiene: {{roles}}',
    lastValidationDate: 'Última validación (puede omitirse)',
    yes: 'Proponer la renovación',
    sending: 'Enviando la propuesta …',
    sent: {
      four: 'La renovación está propuesta. La emite otra persona.',
      two: 'La renovación está propuesta. La emite un supervisor.',
    },
    errors: {
      decisionDate: 'Indique la fecha de la decisión.',
      validUntil: 'El nuevo último día tiene que ser posterior al {{when}}.',
      nothing: 'Indique un último día posterior o agregue una función.',
      lastValidationDate: 'Indique una fecha completa, o ninguna.',
    },
  },
};
