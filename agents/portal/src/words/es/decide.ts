import type { Wording } from '@eslabon/ui/words';
import type { decide as english } from '../en/decide.js';

/** Spanish: suspending, reinstating and revoking. */
export const decide: Wording<typeof english> = {
  decide: {
    title: 'Decidir sobre el estado',
    final:
      'Un certificado revocado ya no se puede cambiar. Una empresa que vuelva a cumplir recibe uno nuevo.',
    actions: { suspend: 'Suspender …', reinstate: 'Rehabilitar …', revoke: 'Revocar …' },
    titles: {
      suspend: '¿Suspender {{number}}?',
      reinstate: '¿Rehabilitar {{number}}?',
      revoke: '¿Revocar {{number}}?',
    },
    effect: {
      suspend:
        '{{company}} queda sin los beneficios de este certificado hasta que se rehabilite, en el país y en los países socios. Los puestos fronterizos lo ven con sus próximos datos; toda copia, también en papel, cuenta como suspendida.',
      reinstate:
        '{{company}} vuelve a tener los beneficios de este certificado, en el país y en los países socios. Los puestos fronterizos lo ven con sus próximos datos.',
      revoke:
        '{{company}} pierde este certificado definitivamente, en el país y en los países socios. Nadie lo puede deshacer. Toda copia, también en papel, cuenta como revocada.',
    },
    pending: 'Hay otras decisiones en camino',
    pendingText:
      'Siguen en pie. Solo termina lo que está programado para después y por esta decisión queda sin efecto; el historial lo dice.',
    reason: 'Motivo',
    reasonHint: 'Las autoridades socias lo conocen por el canal protegido; nunca está en la cadena.',
    choose: 'Elija',
    reference: 'Número de la decisión',
    date: 'Fecha de la decisión',
    effective: 'Surte efecto el (puede omitirse)',
    effectiveHint:
      'Omitida, o un día que ya comenzó: de inmediato. Un día posterior: en su primer minuto, UTC{{offset}}.',
    confirm: 'Escriba el número del certificado para confirmar',
    confirmHint: 'Es {{number}}.',
    yes: { suspend: 'Suspenderlo', reinstate: 'Rehabilitarlo', revoke: 'Revocarlo definitivamente' },
    sending: 'Registrando la decisión …',
    recorded: 'La decisión sobre {{number}} está registrada.',
    errors: {
      reason: 'Elija un motivo.',
      reference: 'Indique el número de la decisión, de hasta 100 caracteres.',
      date: 'Indique la fecha de la decisión.',
      effective: 'Indique una fecha completa, o ninguna.',
      confirm: 'Este no es el número del certificado.',
    },
  },
};
