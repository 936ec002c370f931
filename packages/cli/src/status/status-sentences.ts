import type { Language, StatusAction } from '@eslabon/core';

interface StatusSentences {
  askNumber(who: string): string;
  askYes: Record<Exclude<StatusAction, 'revoke'>, (who: string) => string>;
  yes: readonly string[];
  done: Record<StatusAction, (number: string) => string>;
  block(block: number, transaction: string): string;
  scheduled(instant: string): string;
  waiting(number: string): string;
  failed(number: string): string;
  follow: string;
}

/** The words of `status`. */
export const statusSentences: Record<Language, StatusSentences> = {
  en: {
    askNumber: (who) => `Revocation is final. To revoke ${who}, type the certificate number:`,
    askYes: {
      suspend: (who) => `Suspend ${who}? [y/N]`,
      reinstate: (who) => `Reinstate ${who}? [y/N]`,
    },
    yes: ['y', 'yes'],
    done: {
      suspend: (number) => `${number}: suspended`,
      reinstate: (number) => `${number}: reinstated`,
      revoke: (number) => `${number}: revoked`,
    },
    block: (block, transaction) => `Confirmed in block ${block} (transaction ${transaction}).`,
    scheduled: (instant) => `Scheduled: takes effect at ${instant}.`,
    waiting: (number) => `${number}: decided, but not yet confirmed by the chain.`,
    failed: (number) => `${number}: decided, but the chain refused it. A person has to look at it.`,
    follow: 'Look again with:',
  },
  es: {
    askNumber: (who) =>
      `La revocación es definitiva. Para revocar ${who}, escriba el número del certificado:`,
    askYes: {
      suspend: (who) => `¿Suspender ${who}? [s/N]`,
      reinstate: (who) => `¿Rehabilitar ${who}? [s/N]`,
    },
    yes: ['s', 'si', 'sí', 'y'],
    done: {
      suspend: (number) => `${number}: suspendido`,
      reinstate: (number) => `${number}: rehabilitado`,
      revoke: (number) => `${number}: revocado`,
    },
    block: (block, transaction) => `Confirmado en el bloque ${block} (transacción ${transaction}).`,
    scheduled: (instant) => `Programado: surte efecto el ${instant}.`,
    waiting: (number) => `${number}: decidido, pero aún sin confirmación de la cadena.`,
    failed: (number) => `${number}: decidido, pero la cadena lo rechazó. Una persona debe revisarlo.`,
    follow: 'Consulte de nuevo con:',
  },
  pt: {
    askNumber: (who) => `A revogação é definitiva. Para revogar ${who}, digite o número do certificado:`,
    askYes: {
      suspend: (who) => `Suspender ${who}? [s/N]`,
      reinstate: (who) => `Reabilitar ${who}? [s/N]`,
    },
    yes: ['s', 'sim', 'y'],
    done: {
      suspend: (number) => `${number}: suspenso`,
      reinstate: (number) => `${number}: reabilitado`,
      revoke: (number) => `${number}: revogado`,
    },
    block: (block, transaction) => `Confirmado no bloco ${block} (transação ${transaction}).`,
    scheduled: (instant) => `Agendado: tem efeito em ${instant}.`,
    waiting: (number) => `${number}: decidido, mas ainda sem confirmação da cadeia.`,
    failed: (number) => `${number}: decidido, mas a cadeia o recusou. Uma pessoa precisa examinar.`,
    follow: 'Consulte de novo com:',
  },
};
