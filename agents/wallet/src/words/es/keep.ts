import type { Wording } from '@eslabon/ui/words';
import type { keep as english } from '../en/keep.js';

/** Spanish: history and settings. */
export const keep: Wording<typeof english> = {
  history: {
    title: 'Historial',
    intro: 'Qué se mostró a quién. Está en este equipo y en sus copias, y en ningún otro lugar.',
    emptyTitle: 'Todavía no se ha presentado nada',
    empty: 'Todo lo que presente o rechace queda aquí.',
    when: 'Cuándo',
    purpose: 'Para qué',
    disclosed: 'Se mostró',
    nothing: 'Nada',
    refusal: 'Por qué',
    presented: 'Presentado',
    declined: 'Rechazado por usted',
    refused: 'No aceptado por quien preguntó',
    unconfirmed: 'Sin confirmar: puede haber llegado',
    reading: 'Leyendo el historial …',
  },
  earlier: {
    more: 'Mostrar anteriores',
    shown: 'Se muestran {{shown}} de {{total}}',
  },
  settings: {
    title: 'Ajustes',
    language: 'Idioma',
    device: 'Este equipo',
    key: 'Clave pública de este equipo',
    passkey: 'Llave de acceso',
    passkeyOn: 'La billetera se abre solo con la llave de acceso de este equipo.',
    passkeyOff:
      'Quien pueda usar este equipo puede usar la billetera. Una llave de acceso pide antes la huella, el rostro o el código.',
    passkeyAdd: 'Bloquearla con una llave de acceso',
    passkeyRemove: 'Abrirla sin llave de acceso',
    lock: 'Bloquear ahora',
    backup: 'Copia de seguridad',
    backupText:
      'Un archivo cifrado con certificados, delegaciones, historial y claves. Se abre solo con el código de recuperación que usted guardó. Haga una nueva después de cada cambio importante.',
    backupButton: 'Guardar una copia',
    backupDone: 'La copia está guardada.',
    devices: 'Varios equipos',
    devicesOwn:
      'Varias personas de una empresa tienen cada una su propia billetera, con sus propias claves: la autoridad hace una oferta por equipo. Lo que una pierde no daña a las demás.',
    devicesMove: 'Para pasar a un equipo nuevo, restaure allí su copia y después elimine todo aquí.',
    install: 'Instalar',
    installButton: 'Instalar esta aplicación',
    installHint: 'O use el menú del navegador: «Instalar» o «Agregar a la pantalla de inicio».',
    offlineReady: 'Se abre sin red',
    offlineNot: 'Todavía no instalada: necesita red para abrirse.',
    version: 'Versión {{version}}',
    storage: 'Almacenamiento',
    persisted: 'El navegador conserva los datos de esta aplicación hasta que usted los elimine.',
    notPersisted:
      'El navegador puede eliminar los datos de esta aplicación si se llena el disco. Instale la aplicación y guarde una copia.',
    ask: 'Pedir al navegador que los conserve',
    wipe: 'Eliminar todo',
    wipeText: 'Elimina de este equipo los certificados, las delegaciones, el historial y las claves.',
    wipeTitle: '¿Eliminar todo de este equipo?',
    wipeBackup: 'Solo una copia con su código de recuperación puede traerlo de vuelta.',
    wipeYes: 'Eliminar todo',
    wiped: 'Todo se eliminó de este equipo.',
    startAgain: 'Empezar de nuevo',
  },
};
