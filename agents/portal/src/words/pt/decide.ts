import type { Wording } from '@eslabon/ui/words';
import type { decide as english } from '../en/decide.js';

/** Portuguese: suspending, reinstating and revoking. */
export const decide: Wording<typeof english> = {
  decide: {
    title: 'Decidir sobre o estado',
    final:
      'Um certificado revogado não pode mais ser mudado. Uma empresa que volte a cumprir recebe um novo.',
    actions: { suspend: 'Suspender …', reinstate: 'Reabilitar …', revoke: 'Revogar …' },
    titles: {
      suspend: 'Suspender {{number}}?',
      reinstate: 'Reabilitar {{number}}?',
      revoke: 'Revogar {{number}}?',
    },
    effect: {
      suspend:
        '{{company}} fica sem os benefícios deste certificado até que seja reabilitado, no país e nos países parceiros. Os postos de fronteira veem isso com os seus próximos dados; toda cópia, também em papel, conta como suspensa.',
      reinstate:
        '{{company}} volta a ter os benefícios deste certificado, no país e nos países parceiros. Os postos de fronteira veem isso com os seus próximos dados.',
      revoke:
        '{{company}} perde este certificado definitivamente, no país e nos países parceiros. Ninguém pode desfazer isso. Toda cópia, também em papel, conta como revogada.',
    },
    pending: 'Há outras decisões a caminho',
    pendingText:
      'Elas continuam valendo. Só termina o que está programado para depois e por esta decisão fica sem efeito; o histórico o diz.',
    reason: 'Motivo',
    reasonHint: 'As autoridades parceiras o conhecem pelo canal protegido; ele nunca está na cadeia.',
    choose: 'Escolha',
    reference: 'Número da decisão',
    date: 'Data da decisão',
    effective: 'Tem efeito em (pode ser omitida)',
    effectiveHint:
      'Omitida, ou um dia que já começou: de imediato. Um dia posterior: no seu primeiro minuto, UTC{{offset}}.',
    confirm: 'Digite o número do certificado para confirmar',
    confirmHint: 'É {{number}}.',
    yes: { suspend: 'Suspendê-lo', reinstate: 'Reabilitá-lo', revoke: 'Revogá-lo definitivamente' },
    sending: 'Registrando a decisão …',
    recorded: 'A decisão sobre {{number}} está registrada.',
    errors: {
      reason: 'Escolha um motivo.',
      reference: 'Informe o número da decisão, com até 100 caracteres.',
      date: 'Informe a data da decisão.',
      effective: 'Informe uma data completa, ou nenhuma.',
      confirm: 'Este não é o número do certificado.',
    },
  },
};
