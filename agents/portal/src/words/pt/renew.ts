import type { Wording } from '@eslabon/ui/words';
import type { renew as english } from '../en/renew.js';

/** Portuguese: proposing a renewal. */
export const renew: Wording<typeof english> = {
  renew: {
    title: 'Renovação',
    intro:
      'Uma renovação adia o fim ou acrescenta funções. Para tirar alguma coisa, revogue o certificado e emita outro.',
    waits: {
      four: 'Uma renovação espera por uma segunda pessoa.',
      two: 'Uma renovação espera por uma decisão.',
    },
    onlyActive: 'Só um certificado ativo pode ser renovado.',
    open: 'Propor uma renovação …',
    dialogTitle: 'Renovar {{number}}',
    text: {
      four: 'Com isto nada muda: uma segunda pessoa a examina e a emite ou a rejeita. Então {{company}} tem o certificado com o novo fim e as novas funções.',
      two: 'Com isto nada muda: um supervisor a examina e a emite ou a rejeita. Então {{company}} tem o certificado com o novo fim e as novas funções.',
    },
    decisionDate: 'Data da decisão de renovar',
    validUntil: 'Novo último dia',
    validUntilHint: 'Até agora, {{when}}. Se for omitido, fica assim.',
    noEnd: 'O certificado não tem um fim que possa ser adiado.',
    roles: 'Funções acrescentadas',
    rolesHint: 'Tem: {{roles}}',
    lastValidationDate: 'Última validação (pode ser omitida)',
    yes: 'Propor a renovação',
    sending: 'Enviando a proposta …',
    sent: {
      four: 'A renovação está proposta. Outra pessoa a emite.',
      two: 'A renovação está proposta. Um supervisor a emite.',
    },
    errors: {
      decisionDate: 'Informe a data da decisão.',
      validUntil: 'O novo último dia tem de ser posterior a {{when}}.',
      nothing: 'Informe um último dia posterior ou acrescente uma função.',
      lastValidationDate: 'Informe uma data completa, ou nenhuma.',
    },
  },
};
