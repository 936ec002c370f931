import type { Language } from '@eslabon/core';

export interface OfferWords {
  authority: string;
  certificateNumber: string;
  legalName: string;
  walletUrl: string;
  offerUrl: string;
  /** Until when the offer can be taken up, as a person reads it. */
  until: string;
}

interface Words {
  subject(words: OfferWords): string;
  text(words: OfferWords): string;
}

/** Every line stands for itself: programs that show plain text break lines as they like. */
export const offerWords: Record<Language, Words> = {
  es: {
    subject: ({ certificateNumber }) => `Reciba su certificado OEA ${certificateNumber}`,
    text: ({ authority, certificateNumber, legalName, walletUrl, offerUrl, until }) => `${legalName}:

${authority} le ofrece el certificado OEA ${certificateNumber} en forma digital.

1. Abra este enlace en el dispositivo que guardará el certificado. No hay que instalar nada:
${walletUrl}

2. Escriba el código de transacción. No está en este correo: ${authority} se lo da por otra vía, por teléfono o en persona. No lo escriba en ningún otro lugar y no lo envíe por correo.

El enlace sirve una sola vez, hasta el ${until}.

Si usa otra billetera, ábrala con este enlace:
${offerUrl}

Si no esperaba este mensaje, no abra el enlace y avise a ${authority}.
`,
  },
  pt: {
    subject: ({ certificateNumber }) => `Receba o seu certificado OEA ${certificateNumber}`,
    text: ({ authority, certificateNumber, legalName, walletUrl, offerUrl, until }) => `${legalName}:

${authority} oferece-lhe o certificado OEA ${certificateNumber} em forma digital.

1. Abra este link no dispositivo que guardará o certificado. Não é preciso instalar nada:
${walletUrl}

2. Digite o código de transação. Ele não está neste e-mail: ${authority} o informa por outra via, por telefone ou pessoalmente. Não o digite em nenhum outro lugar e não o envie por e-mail.

O link serve uma única vez, até ${until}.

Se usa outra carteira, abra-a com este link:
${offerUrl}

Se não esperava esta mensagem, não abra o link e avise ${authority}.
`,
  },
  en: {
    subject: ({ certificateNumber }) => `Receive your AEO certificate ${certificateNumber}`,
    text: ({ authority, certificateNumber, legalName, walletUrl, offerUrl, until }) => `${legalName}:

${authority} offers you the AEO certificate ${certificateNumber} in digital form.

1. Open this link on the device that is to keep the certificate. Nothing has to be installed:
${walletUrl}

2. Type the transaction code. It is not in this e-mail: ${authority} gives it to you by another way, by telephone or in person. Do not type it anywhere else, and do not send it by e-mail.

The link works once, until ${until}.

If you use another wallet, open it with this link:
${offerUrl}

If you did not expect this message, do not open the link, and tell ${authority}.
`,
  },
};
