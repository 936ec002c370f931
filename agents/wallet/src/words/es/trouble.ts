import type { Wording } from '@eslabon/ui/words';
import type { trouble as english } from '../en/trouble.js';

/** Spanish: what can go wrong, by code. */
export const trouble: Wording<typeof english> = {
  trouble: {
    title: 'No funcionó',
    startTitle: 'La billetera no puede iniciar',
    retry: 'Intentar de nuevo',
    other: 'Algo imprevisto salió mal. Intente de nuevo; si sigue, diga el código a su aduana.',
    INTERNAL: 'Algo imprevisto salió mal. Intente de nuevo; si sigue, diga el código a su aduana.',
    STORAGE_BLOCKED:
      'Otra ventana tiene abierta una versión anterior de esta aplicación. Cierre todas sus ventanas e intente de nuevo.',
    STORAGE_NEWER:
      'En este equipo se usó una versión más nueva de esta aplicación. Recargue la página con red para obtenerla.',
    STORAGE_FAILED:
      'El navegador no da almacenamiento a esta aplicación. Salga de la navegación privada, o permita que la página guarde datos, e intente de nuevo.',
    STORAGE_FULL:
      'El disco, o la parte que le toca al navegador, está lleno. Haga lugar e intente de nuevo. No se perdió nada.',
    STORAGE_LOST:
      'Otra ventana cambió el almacenamiento de esta aplicación, o el navegador lo retiró. Recargue.',
    PAGE_INSECURE:
      'La billetera funciona solo en páginas que llegan por https: sin eso el navegador no le da claves. Abra su dirección con https.',
    PASSKEY_UNAVAILABLE:
      'Este equipo o navegador no tiene llaves de acceso. Siga sin una o use otro navegador.',
    PASSKEY_REFUSED: 'No se dio la llave de acceso. Intente de nuevo y confirme cuando el equipo pregunte.',
    WALLET_NEW: 'Todavía no hay billetera en este equipo. Prepárela primero.',
    WALLET_EXISTS: 'Ya hay una billetera en este equipo. Recargue la página.',
    WALLET_LOCKED: 'La billetera está bloqueada. Desbloquéela primero.',
    NOT_HELD: 'Esto ya no está en la billetera.',
    RECOVERY_CODE_MISTYPED:
      'Un carácter del código de recuperación está mal o falta. Compárelo con el que guardó.',
    RECOVERY_CODE_WRONG: 'Este código de recuperación es de otra copia. Use el que se mostró para ella.',
    BACKUP_UNKNOWN: 'Este archivo no es una copia de esta billetera. Elija otro.',
    BACKUP_NEWER:
      'La copia la hizo una versión más nueva de esta aplicación. Recargue la página para obtenerla.',
    BACKUP_DAMAGED: 'El archivo de copia está dañado. Use otro ejemplar o uno anterior.',
    LINK_UNKNOWN: 'La billetera no conoce este enlace. Copie otra vez el enlace entero o pida uno nuevo.',
    ADDRESS_REFUSED:
      'El enlace lleva a una dirección que no es segura, y no se envió nada allí. Avise a quien lo envió.',
    UNREACHABLE: 'No hubo respuesta. Revise la red e intente de nuevo en un momento.',
    OUT_OF_ORDER: 'El servidor consultado no funciona en este momento. Intente de nuevo en unos minutos.',
    ANSWER_TOO_LARGE: 'La respuesta era más grande de lo posible. Avise a quien envió el enlace.',
    ANSWER_INVALID: 'No se pudo entender la respuesta. Avise a quien envió el enlace.',
    OFFER_INVALID: 'No se puede leer la oferta. Pida una nueva a su aduana.',
    OFFER_GONE: 'La oferta ya se usó, se retiró o venció. Pida una nueva a su aduana.',
    OFFER_UNSUPPORTED: 'La billetera no puede recibir ofertas de este tipo. Avise a su aduana.',
    TX_CODE_MISSING: 'La oferta necesita el código de transacción que la autoridad le dio por otro medio.',
    TX_CODE_WRONG:
      'El código de transacción está mal. Compárelo con el que le dio la autoridad: tras unos pocos errores la oferta queda anulada.',
    ISSUER_REFUSED: 'La autoridad no entregó el certificado. Pregúntele por qué, con el código de abajo.',
    PROOF_REFUSED:
      'La autoridad no aceptó la prueba de la clave de este equipo. Corrija la fecha y la hora del equipo e intente de nuevo.',
    CERTIFICATE_UNREADABLE: 'Lo que entregó la autoridad no es un certificado OEA. Dígaselo.',
    CERTIFICATE_NOT_OURS:
      'El certificado está hecho para otra clave que la de este equipo. Avise a la autoridad.',
    CERTIFICATE_UNTRUSTED:
      'El certificado no está firmado por una autoridad de la red y no se guardó. Avise a su aduana.',
    RENEWAL_IMPOSSIBLE:
      'La billetera ya no tiene derecho a pedir este certificado. Pida una oferta nueva a su aduana.',
    REQUEST_INVALID: 'No se puede leer la solicitud. Pida una nueva.',
    REQUEST_GONE: 'La solicitud ya se respondió o pasó su tiempo. Pida una nueva.',
    REQUEST_UNSIGNED: 'Nadie firmó la solicitud: nadie responde por ella. No se envió nada.',
    REQUEST_CLIENT_UNSUPPORTED:
      'Quien pregunta se identifica de un modo que no se puede comprobar. No se envió nada.',
    REQUEST_KEY_UNKNOWN:
      'Quien pregunta dice ser una autoridad, pero su clave no es de ella. No se envió nada. Obtenga los datos más recientes e intente de nuevo.',
    REQUEST_SIGNATURE: 'La solicitud es falsa o fue alterada. No se envió nada.',
    REQUEST_AUDIENCE: 'La solicitud se hizo para otra persona. Pida una nueva.',
    REQUEST_NONCE: 'La solicitud es copia de otra. Pida una nueva.',
    REQUEST_EXPIRED: 'Pasó el tiempo de la solicitud. Pida una nueva y revise el reloj de este equipo.',
    REQUEST_HOST: 'La respuesta iría a otro lugar que el que pregunta. No se envió nada.',
    REQUEST_UNSUPPORTED: 'La solicitud pide algo que la billetera no puede hacer. No se envió nada.',
    NOTHING_READ: 'Ya no hay nada que responder. Abra otra vez el enlace o escanee el código.',
    VERIFIER_REFUSED: 'Quien preguntó no aceptó la respuesta. Pida una solicitud nueva.',
    UNCONFIRMED:
      'No es seguro que la respuesta haya llegado. Pregunte en la ventanilla antes de presentar otra vez.',
    INVITATION_INVALID: 'No se puede leer la invitación. Pida una nueva al conductor o agente.',
    DELEGATION_INVALID: 'No se puede leer la delegación. Pida una nueva a la empresa.',
    DELEGATION_NOT_OURS: 'La delegación es para otro equipo. Envíe a la empresa la invitación de este.',
    DELEGATION_EXPIRED: 'La delegación terminó. Pida una nueva a la empresa.',
    DELEGATION_WITHDRAWN: 'La empresa retiró la delegación. No se envió nada. Pida una nueva a la empresa.',
    DELEGATION_SIGNATURE:
      'La delegación no está firmada por la empresa que nombra. No la use y avise a la empresa.',
    CAMERA_DENIED:
      'El navegador no tiene permiso para usar la cámara. Permítalo en los ajustes de esta página.',
    CAMERA_ABSENT: 'Este equipo no tiene cámara. Use el enlace.',
    CAMERA_BUSY: 'Otro programa está usando la cámara. Ciérrelo e intente de nuevo.',
    CAMERA_INSECURE: 'El navegador solo da la cámara a páginas que llegaron por https. Use el enlace.',
    PICTURE_UNREADABLE: 'No se pudo leer la imagen. Elija otra.',
    QR_NOT_FOUND:
      'No se pudo leer ningún código QR en esta imagen. Tómela de nuevo, recta, nítida y de cerca.',
    FILE_TOO_LARGE: 'El archivo es más grande de lo que puede ser uno así.',
    RATE_LIMITED: 'Demasiadas solicitudes. Espere un minuto.',
    NOT_FOUND: 'El agente de la autoridad no tiene lo que se pidió. Pregunte a la autoridad.',
    CLOCK_BEHIND: 'El reloj de este equipo está mal. Corrija la fecha y la hora.',
    BUNDLE_UNUSABLE:
      'No se pudieron probar los datos de la red y se sigue con los anteriores. Revise el reloj; intente más tarde.',
    BUNDLE_NOT_READY:
      'El agente de la autoridad todavía no tiene datos de la red. Intente de nuevo en un momento.',
    INVALID_REQUEST: 'La respuesta no tenía la forma que se pidió.',
    INVALID_GRANT: 'La oferta o su código ya no valen. Pida una nueva a su aduana.',
    INVALID_NONCE: 'La respuesta llegó demasiado tarde. Pida una solicitud nueva.',
    INVALID_PROOF: 'No se aceptó la prueba de la clave. Intente de nuevo.',
    ACCESS_DENIED: 'Se rechazó.',
    VP_FORMATS_NOT_SUPPORTED: 'Quien preguntó no puede leer certificados de esta forma.',
  },
};
