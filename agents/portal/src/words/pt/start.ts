import type { Wording } from '@eslabon/ui/words';
import type { start as english } from '../en/start.js';

/** Portuguese: what is on every page, and the sign-in. */
export const start: Wording<typeof english> = {
  app: {
    name: 'Portal OEA',
    skip: 'Ir para o conteúdo',
    starting: 'Iniciando …',
    nav: 'Páginas',
    language: 'Idioma',
    signOut: 'Sair',
  },
  nav: {
    certificates: 'Certificados',
    waiting: 'Em espera',
    propose: 'Propor',
    ask: 'Pedir a uma empresa',
  },
  common: {
    cancel: 'Cancelar',
    close: 'Fechar',
    save: 'Salvar',
    code: 'Código: {{code}}',
    copy: 'Copiar',
    copied: 'Copiado.',
    copyFailed: 'O navegador não permitiu copiar. Selecione o texto e copie à mão.',
  },
  role: {
    officer: 'funcionário',
    supervisor: 'supervisor',
    verifier: 'verificador',
    post: 'posto de fronteira',
    machine: 'sistema',
    issuer: 'sistema emissor',
    auditor: 'auditor',
  },
  mayNot: {
    propose: 'Quem propõe é um funcionário ou um supervisor.',
    issue: 'Quem emite ou rejeita é um supervisor.',
    offer: 'Quem oferece à empresa é um funcionário ou um supervisor.',
    status: 'Quem suspende, reabilita e revoga é um supervisor.',
  },
  signIn: {
    title: 'Entrar',
    key: 'Chave',
    keyHint: 'Sua própria chave do agente: começa com esk_. Quem a entrega é a sua administração.',
    kept: 'A chave fica somente nesta aba e é esquecida ao sair ou ao fechar a aba.',
    button: 'Entrar',
    working: 'Verificando a chave …',
    because: {
      left: 'A sessão está encerrada.',
      idle: 'A sessão foi encerrada: ninguém usou o portal durante 15 minutos.',
      refused: 'O agente não aceita mais a chave: ela pode ter sido retirada. Entre de novo.',
    },
  },
  idle: {
    title: 'Ainda está aí?',
    text: 'Ninguém usa o portal há algum tempo. Quando a sessão se encerra, perde-se o que não foi salvo.',
    left_one: 'A sessão será encerrada em um segundo.',
    left_other: 'A sessão será encerrada em {{count}} segundos.',
    stay: 'Continuar no portal',
  },
};
