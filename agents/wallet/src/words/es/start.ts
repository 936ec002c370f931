import type { Wording } from '@eslabon/ui/words';
import type { start as english } from '../en/start.js';

/** Spanish: what is on every page, and the first start. */
export const start: Wording<typeof english> = {
  app: {
    name: 'Billetera OEA',
    skip: 'Ir al contenido',
    starting: 'Iniciando …',
    nav: 'Páginas',
    update: 'Hay una versión nueva de esta aplicación.',
    updateNow: 'Cambiar a ella ahora',
  },
  nav: {
    home: 'Inicio',
    present: 'Presentar',
    delegations: 'Delegar',
    history: 'Historial',
    settings: 'Ajustes',
  },
  common: {
    cancel: 'Cancelar',
    save: 'Guardar',
    saved: 'Guardado.',
    next: 'Continuar',
    code: 'Código: {{code}}',
    details: 'Detalles',
    copy: 'Copiar',
    copied: 'Copiado.',
    copyFailed: 'El navegador no permitió copiarlo. Seleccione el texto y cópielo a mano.',
  },
  start: {
    title: 'Preparar esta billetera',
    intro:
      'La billetera guarda en este equipo los certificados OEA de su empresa y los muestra a la aduana cuando usted lo dice. Sus claves nunca salen del equipo.',
    waiting: {
      offer: 'Le ofrecen un certificado. Se seguirá con él en cuanto la billetera esté lista.',
      request: 'Alguien le pide un certificado. Se seguirá con eso en cuanto la billetera esté lista.',
      delegation: 'Una empresa le da una delegación. Se seguirá con ella en cuanto la billetera esté lista.',
      delegate: 'Alguien le pide una delegación. Se seguirá con eso en cuanto la billetera esté lista.',
    },
    way: '¿Cómo empieza?',
    new: 'Nueva en este equipo',
    backup: 'Desde una copia',
    deviceName: 'Nombre de este equipo',
    deviceNameHint: 'Para que usted sepa cuál es, por ejemplo «Portátil de exportaciones».',
    deviceNameMissing: 'Dé un nombre al equipo.',
    passkey: 'Bloquearla con una llave de acceso',
    passkeyHint:
      'Antes de abrir la billetera se pedirá la huella, el rostro o el código de este equipo. Puede cambiarse después.',
    create: 'Crear la billetera',
    working: 'Creando las claves …',
  },
  recovery: {
    title: 'Su código de recuperación',
    intro:
      'Con este código y un archivo de copia usted recupera la billetera en otro equipo. Se muestra ahora y nunca más.',
    download: 'Guardar como archivo',
    fileName: 'eslabon-codigo-de-recuperacion.txt',
    print: 'Imprimir',
    warning:
      'Quien tenga el código y un archivo de copia tiene sus certificados. Guárdelos por separado; nadie puede darle el código otra vez.',
    kept: 'Guardé el código en un lugar seguro.',
    done: 'Abrir la billetera',
  },
  restore: {
    intro:
      'Necesita el archivo de copia y el código de recuperación que se mostró al preparar aquella billetera.',
    file: 'Elegir el archivo de copia',
    fileHint: 'Un archivo como eslabon-2026-01-31.backup. También puede soltarlo aquí.',
    fileMissing: 'Elija el archivo de copia.',
    chosen: 'Elegido: {{name}}',
    code: 'Código de recuperación',
    codeHint: 'Siete grupos de cuatro caracteres. No importan guiones, espacios ni minúsculas.',
    codeMissing: 'Escriba el código de recuperación.',
    button: 'Restaurar la billetera',
    working: 'Abriendo la copia …',
  },
  locked: {
    title: 'La billetera está bloqueada',
    text: 'Desbloquéela con la llave de acceso de este equipo.',
    unlock: 'Desbloquear',
    working: 'Esperando la llave de acceso …',
    lost: '¿Perdió la llave de acceso?',
    lostText:
      'Sin ella nadie puede abrir esta billetera, tampoco usted. Elimínela aquí y restáurela desde su archivo de copia con el código de recuperación.',
  },
};
