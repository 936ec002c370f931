import type { Wording } from '@eslabon/ui/words';
import type { trouble as english } from '../en/trouble.js';

/** Spanish: what can go wrong, by code. */
export const trouble: Wording<typeof english> = {
  trouble: {
    title: 'No funcionó',
    startTitle: 'El portal no puede iniciar',
    retry: 'Intentar de nuevo',
    staleTitle: 'Es posible que esta página no esté al día',
    stale: 'Lo que muestra se consultó antes; no se pudo consultar de nuevo.',
    unsureTitle: 'No se sabe si se hizo',
    unsure:
      'El agente no responde, o su respuesta no llegó. Mire lo que la página y el historial dicen ahora, antes de hacerlo otra vez.',
    look: 'Cerrar y mirar',
    other: 'Algo imprevisto salió mal. Intente de nuevo; si continúa, diga el código a su administración.',
    INTERNAL: 'Algo imprevisto salió mal. Intente de nuevo; si continúa, diga el código a su administración.',
    KEY_NOT_FOR_OFFICERS:
      'Esta clave es de un puesto fronterizo o de un sistema. El portal necesita la de un funcionario, un supervisor o un auditor.',
    AUTHENTICATION_REQUIRED: 'El agente pide una clave.',
    AUTHENTICATION_FAILED:
      'El agente no conoce esta clave. Revise que esté completa y que sea de esta autoridad.',
    PERMISSION_DENIED: 'Su función no permite hacer eso.',
    RATE_LIMITED: 'Demasiadas solicitudes. Espere un minuto.',
    UNAVAILABLE: 'El agente no responde: no hay red o no está en marcha.',
    SHUTTING_DOWN: 'El agente se está deteniendo. Intente de nuevo en un minuto.',
    INPUT_INVALID: 'Algo de lo escrito no es válido. Los detalles dicen qué.',
    INPUT_MALFORMED_JSON: 'El agente no pudo leer lo enviado. Recargue la página.',
    INPUT_TOO_LARGE: 'Eso es más de lo que el agente acepta.',
    INPUT_UNSUPPORTED_MEDIA_TYPE: 'El agente no pudo leer lo enviado. Recargue la página.',
    NOT_FOUND: 'El agente ya no tiene esto.',
    CERTIFICATE_NOT_FOUND: 'No existe tal certificado.',
    CERTIFICATE_EXISTS: 'Ya hay un certificado con este número.',
    CERTIFICATE_STATE: 'El certificado ya no está en un estado para eso. Quizá otra persona fue más rápida.',
    CERTIFICATE_FOUR_EYES: 'Quien lo propuso no puede decidir sobre él. Debe hacerlo otra persona.',
    CERTIFICATE_CONFIRMATION: 'El número de certificado no se repitió exactamente. No se cambió nada.',
    STATUS_REVOKED_IS_FINAL: 'El certificado está revocado, y eso es definitivo.',
    STATUS_NOT_SUSPENDED: 'El certificado no está suspendido.',
    STATUS_SCHEDULED:
      'Ya hay una decisión del mismo tipo programada, o una revocación anterior a ese día. Cierre y mire el estado. Si no puede esperar, decida sin indicar un día: surte efecto de inmediato.',
    CURSOR_INVALID: 'La lista no se puede continuar. Cárguela de nuevo.',
    PAPER_TOO_LARGE:
      'El certificado no cabe en el código de una página impresa. Acorte el nombre o la dirección.',
    OFFER_MISMATCH: 'El enlace no es el de la oferta. Haga una oferta nueva.',
    OFFER_STATE: 'La oferta ya no está abierta.',
    MAIL_LIMIT: 'Esta oferta se envió demasiadas veces. Haga una nueva.',
    MAIL_REFUSED: 'El servidor de correo no aceptó el mensaje. Revise la dirección.',
    MAIL_UNAVAILABLE: 'El servidor de correo no responde. Intente más tarde o envíe el texto usted mismo.',
  },
};
