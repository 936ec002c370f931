import type { Wording } from '@eslabon/ui/words';
import type { offer as english } from '../en/offer.js';

/** Spanish: giving a certificate to a wallet of its company. */
export const offer: Wording<typeof english> = {
  offer: {
    title: 'Ofrecer a la empresa',
    intro:
      'Con una oferta la empresa recibe su certificado en una billetera. Necesita dos cosas, por dos medios: el enlace y el código de transacción.',
    absent: 'Este agente no emite a billeteras. Lo configura su operador.',
    next: 'La empresa todavía no tiene este certificado: el paso siguiente es ofrecerlo.',
    make: 'Ofrecer a la empresa',
    another: 'Hacer otra oferta',
    making: 'Haciendo la oferta …',
    unsure:
      'El agente no responde, o su respuesta no llegó. Puede haberse hecho una oferta cuyo código de transacción nadie vio: si abajo hay una nueva abierta, retírela y haga otra.',
    anotherTitle: '¿Hacer otra oferta?',
    anotherText:
      'Entonces ya no se muestra el código de transacción de la oferta de arriba, y esa oferta sigue abierta. Retírela si la empresa no debe usarla.',
    readyTitle: 'La oferta está hecha: entregue ambos a la empresa',
    overTitle: 'La oferta que usted hizo',
    linkTitle: 'Por un medio: el enlace',
    linkText:
      'La empresa lee el código o abre el enlace. Quien tenga el enlace y el código de transacción tiene el certificado.',
    qrLabel: 'Código QR del enlace a la billetera; debajo se puede copiar el enlace',
    copyLink: 'Copiar el enlace',
    copied: 'Copiado.',
    copyFailed: 'El navegador no lo permitió. Muéstrelo y cópielo a mano.',
    openHere: 'Abrir en una billetera aquí',
    showLink: 'Mostrar el enlace',
    codeTitle: 'Por otro medio: el código de transacción',
    codeText: 'Dígalo por teléfono o en persona, nunca junto con el enlace.',
    codeOnce:
      'Está solo aquí. Al salir de esta página no se puede volver a mostrar; haga entonces otra oferta.',
    copyCode: 'Copiar el código',
    until: 'Se puede recibir hasta el {{when}}',
    mailTitle: 'El enlace por correo electrónico',
    mailTo: 'Dirección de la empresa',
    mailToHint: 'La que tenía la propuesta. Confírmela con la empresa.',
    mailLanguage: 'Idioma del correo',
    mailShow: 'Mostrar el correo',
    mailCopySubject: 'Copiar el asunto',
    mailCopyText: 'Copiar el texto',
    mailSend: 'Enviar el correo',
    mailSending: 'Enviando …',
    mailSent_one: 'Enviado a {{to}}. Esta oferta se puede enviar una vez más.',
    mailSent_other: 'Enviado a {{to}}. Esta oferta se puede enviar {{count}} veces más.',
    mailUnsure:
      'El correo puede haberse enviado: la lista de ofertas de abajo dice por cuántos correos se envió esta.',
    mailAbsent: 'Este agente no envía correos: copie el texto en un mensaje propio.',
    now: {
      open: 'Todavía nadie la ha recibido.',
      taken: 'Una billetera la recibió y está obteniendo el certificado.',
      received: 'La empresa tiene su certificado desde el {{when}}.',
      blocked:
        'Bloqueada: se escribió demasiadas veces un código de transacción equivocado. Haga otra oferta.',
      expired: 'Vencida: nadie la recibió a tiempo. Haga otra oferta.',
      withdrawn: 'Retirada: ninguna billetera la puede recibir ya.',
      ended:
        'Recibida; sus claves de acceso ya no valen, y la billetera no puede obtener renovaciones con ella.',
    },
    wrongCodes_one: 'Se escribió un código de transacción equivocado. Queda un intento.',
    wrongCodes_other: 'Se escribió un código de transacción equivocado. Quedan {{count}} intentos.',
    lineBroken: 'El agente no responde en este momento; se vuelve a preguntar.',
    listTitle: 'Ofertas hasta ahora',
    none: 'No ha habido ofertas en los últimos 90 días.',
    entry: 'Hecha el {{when}} por {{who}}',
    mails_one: 'enviada por un correo',
    mails_other: 'enviada por {{count}} correos',
    copies_one: 'una copia entregada',
    copies_other: '{{count}} copias entregadas',
    states: {
      open: 'Abierta',
      taken: 'Recibida',
      blocked: 'Bloqueada',
      expired: 'Vencida',
      withdrawn: 'Retirada',
      ended: 'Terminada',
    },
    withdrawLabel: 'Retirar la oferta del {{when}}',
    withdrawTitle: '¿Retirar esta oferta?',
    withdrawText:
      'Ninguna billetera la podrá recibir, aunque la empresa tenga el enlace y el código de transacción. No se puede deshacer; usted puede hacer otra oferta.',
    withdrawYes: 'Retirarla',
    withdrawn: 'La oferta está retirada.',
  },
};
