import type { Wording } from '@eslabon/ui/words';
import type { trouble as english } from '../en/trouble.js';

/** Spanish: what can go wrong, by code. */
export const trouble: Wording<typeof english> = {
  trouble: {
    title: 'No funcionó',
    startTitle: 'La aplicación no puede iniciar',
    retry: 'Intentar de nuevo',
    other: 'Algo imprevisto salió mal.',
    BUNDLE_MALFORMED: 'El archivo de datos está dañado. Obténgalo de nuevo.',
    BUNDLE_TOO_LARGE: 'El archivo de datos es más grande de lo permitido.',
    BUNDLE_VERSION:
      'El archivo de datos es de una versión que esta aplicación no lee. Actualícela o pida otro archivo.',
    BUNDLE_CHAIN: 'El archivo de datos es de otra red que el ancla de confianza.',
    BUNDLE_PROOF: 'El archivo de datos no prueba lo que dice. No lo use e informe a su oficina OEA.',
    BUNDLE_ATTESTATION: 'Nadie en quien confíe este puesto atestigua el archivo de datos.',
    BUNDLE_ATTESTOR_UNKNOWN:
      'El archivo de datos se hizo para los puestos de otro país. Pida uno de su propia autoridad.',
    BUNDLE_TRUST_MODE: 'El archivo de datos se apoya en algo que el ancla de confianza no permite.',
    BUNDLE_CHECKPOINT:
      'El archivo de datos no se deduce de los validadores que este puesto conoce. Es demasiado antiguo o demasiado nuevo: pida uno con más pasos intermedios.',
    BUNDLE_CHECKPOINT_EXPIRED:
      'Este puesto estuvo demasiado tiempo sin datos nuevos para seguir por sí mismo a los validadores. Pida un ancla de confianza nueva o revise el reloj.',
    BUNDLE_FUTURE:
      'Según el reloj de este equipo, el archivo de datos es del futuro. Revise la fecha y la hora.',
    DELTA_MALFORMED: 'El archivo delta está dañado. Obténgalo de nuevo.',
    DELTA_VERSION: 'El archivo delta es de una versión que esta aplicación no lee.',
    DELTA_BASE: 'El archivo delta no corresponde a los datos de este puesto. Cargue un paquete completo.',
    DELTA_RESULT: 'El archivo delta no da lo que dice. Cargue un paquete completo.',
    TRUST_MALFORMED: 'Esto no es un ancla de confianza.',
    TIN_INVALID: 'Esto no es un número fiscal: hasta 15 letras y cifras después del país.',
    FILE_TOO_LARGE: 'El archivo es más grande de lo que puede ser uno así.',
    FILE_EMPTY: 'El archivo está vacío.',
    FILE_UNREADABLE: 'No se pudo leer el archivo. ¿Sigue conectada la memoria USB?',
    FILE_DATA: 'Este archivo contiene datos para el puesto y no es un certificado. Cárguelo en «Datos».',
    FILE_PDF:
      'Esto es un PDF y no se lee. Ponga la hoja ante la cámara, o abra una foto o captura de pantalla de su código.',
    FILE_WRONG: 'Esto no es un paquete ni un delta.',
    PICTURE_UNREADABLE: 'No se pudo leer la imagen. Tómela o guárdela como JPEG o PNG.',
    QR_NOT_FOUND:
      'No se pudo leer ningún código QR de un certificado en esta imagen. Tómela de nuevo, recta, nítida y de cerca.',
    CAMERA_DENIED:
      'El navegador no tiene permiso para usar la cámara. Permítalo en los ajustes de esta página.',
    CAMERA_ABSENT: 'Este equipo no tiene cámara.',
    CAMERA_BUSY: 'Otro programa está usando la cámara.',
    CAMERA_INSECURE: 'El navegador solo da la cámara a páginas que llegaron por https.',
    CLOCK_BEHIND:
      'El reloj de este equipo está mal y el dictamen también lo estaría. Corrija primero la fecha y la hora.',
    AGENT_UNREACHABLE: 'El agente no responde: no hay red o no está en marcha.',
    AGENT_ABSENT: 'En la dirección de la que vino esta aplicación no responde ningún agente.',
    AUTHENTICATION_FAILED: 'El agente no conoce esta clave.',
    AUTHENTICATION_REQUIRED: 'El agente pide una clave.',
    PERMISSION_DENIED: 'Esta clave no permite hacer eso.',
    PRESENTATIONS_ABSENT:
      'Este agente no está preparado para pedir presentaciones a billeteras. Su administración puede prepararlo.',
    NOT_FOUND: 'El agente no tiene esto, o no para esta clave.',
    UNAVAILABLE: 'El agente no puede hacer eso ahora. Intente de nuevo en un minuto.',
    RATE_LIMITED: 'Demasiadas solicitudes. Espere un minuto.',
    DECISION_CONFLICT:
      'El agente ya tiene otra decisión con el mismo identificador. Exporte el registro e infórmelo.',
    STORAGE_FULL:
      'El disco, o la parte que le toca al navegador, está lleno. Haga lugar e intente de nuevo. No se perdió nada.',
    STORAGE_BLOCKED:
      'Otra ventana tiene abierta una versión anterior de esta aplicación. Cierre todas sus ventanas e intente de nuevo.',
    STORAGE_NEWER:
      'En este equipo se usó una versión más nueva de esta aplicación. Recargue la página con red para obtenerla.',
    STORAGE_FAILED:
      'El navegador no da almacenamiento a esta aplicación. Salga de la navegación privada, o permita que la página guarde datos, e intente de nuevo.',
    STORAGE_LOST:
      'Otra ventana cambió el almacenamiento de esta aplicación, o el navegador lo retiró. Recargue.',
    ENGINE_FAILED: 'No pudo iniciar la parte que verifica. Recargue o actualice el navegador.',
    BUNDLE_NOT_READY: 'Todavía no hay datos.',
    CHAIN_UNREACHABLE: 'El agente no alcanza la cadena de la red.',
  },
};
