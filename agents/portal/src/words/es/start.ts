import type { Wording } from '@eslabon/ui/words';
import type { start as english } from '../en/start.js';

/** Spanish: what is on every page, and the sign-in. */
export const start: Wording<typeof english> = {
  app: {
    name: 'Portal OEA',
    skip: 'Ir al contenido',
    starting: 'Iniciando …',
    nav: 'Páginas',
    language: 'Idioma',
    signOut: 'Cerrar sesión',
  },
  nav: {
    certificates: 'Certificados',
    waiting: 'En espera',
    propose: 'Proponer',
    ask: 'Pedir a una empresa',
  },
  common: {
    cancel: 'Cancelar',
    close: 'Cerrar',
    save: 'Guardar',
    code: 'Código: {{code}}',
    copy: 'Copiar',
    copied: 'Copiado.',
    copyFailed: 'El navegador no permitió copiarlo. Seleccione el texto y cópielo a mano.',
  },
  role: {
    officer: 'funcionario',
    supervisor: 'supervisor',
    verifier: 'verificador',
    post: 'puesto fronterizo',
    machine: 'sistema',
    issuer: 'sistema emisor',
    auditor: 'auditor',
  },
  mayNot: {
    propose: 'Lo propone un funcionario o un supervisor.',
    issue: 'Lo emite o lo rechaza un supervisor.',
    offer: 'Lo ofrece a la empresa un funcionario o un supervisor.',
    status: 'Suspende, rehabilita y revoca un supervisor.',
  },
  signIn: {
    title: 'Iniciar sesión',
    key: 'Clave',
    keyHint: 'Su propia clave del agente: empieza con esk_. Se la entrega su administración.',
    kept: 'La clave queda solo en esta pestaña y se olvida al cerrar la sesión o la pestaña.',
    button: 'Entrar',
    working: 'Comprobando la clave …',
    because: {
      left: 'La sesión está cerrada.',
      idle: 'La sesión se cerró: nadie había usado el portal durante 15 minutos.',
      refused: 'El agente ya no acepta la clave: puede haber sido retirada. Inicie sesión de nuevo.',
    },
  },
  idle: {
    title: '¿Sigue usted ahí?',
    text: 'Nadie ha usado el portal desde hace un rato. Al cerrarse la sesión se pierde lo que no haya guardado.',
    left_one: 'La sesión se cerrará en un segundo.',
    left_other: 'La sesión se cerrará en {{count}} segundos.',
    stay: 'Seguir en el portal',
  },
};
