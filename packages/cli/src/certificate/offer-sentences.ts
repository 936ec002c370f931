import type { Language } from '@eslabon/core';

interface OfferSentences {
  link: string;
  otherWallets: string;
  txCode: string;
  expires: string;
  apart: string;
  sent(to: string): string;
}

/** The words of `certificate offer`. */
export const offerSentences: Record<Language, OfferSentences> = {
  en: {
    link: 'Link',
    otherWallets: 'Other wallets',
    txCode: 'Transaction code',
    expires: 'Good until',
    apart: 'The code is shown only here. Give it to the company by another way than the link.',
    sent: (to) => `Sent to ${to}, without the code.`,
  },
  es: {
    link: 'Enlace',
    otherWallets: 'Otras billeteras',
    txCode: 'Código de transacción',
    expires: 'Sirve hasta',
    apart: 'El código se muestra solo aquí. Déselo a la empresa por otra vía que el enlace.',
    sent: (to) => `Enviado a ${to}, sin el código.`,
  },
  pt: {
    link: 'Link',
    otherWallets: 'Outras carteiras',
    txCode: 'Código de transação',
    expires: 'Vale até',
    apart: 'O código é mostrado só aqui. Informe-o à empresa por outra via que o link.',
    sent: (to) => `Enviado a ${to}, sem o código.`,
  },
};
