import type { Wording } from '@eslabon/ui/words';
import type { start as english } from '../en/start.js';

/** Portuguese: what is on every page, and the first start. */
export const start: Wording<typeof english> = {
  app: {
    name: 'Carteira OEA',
    skip: 'Ir para o conteúdo',
    starting: 'Iniciando …',
    nav: 'Páginas',
    update: 'Há uma nova versão deste aplicativo.',
    updateNow: 'Mudar para ela agora',
  },
  nav: {
    home: 'Início',
    present: 'Apresentar',
    delegations: 'Delegar',
    history: 'Histórico',
    settings: 'Ajustes',
  },
  common: {
    cancel: 'Cancelar',
    save: 'Salvar',
    saved: 'Salvo.',
    next: 'Continuar',
    code: 'Código: {{code}}',
    details: 'Detalhes',
    copy: 'Copiar',
    copied: 'Copiado.',
    copyFailed: 'O navegador não permitiu copiar. Selecione o texto e copie à mão.',
  },
  start: {
    title: 'Preparar esta carteira',
    intro:
      'A carteira guarda neste aparelho os certificados OEA da sua empresa e os mostra à aduana quando você manda. As chaves nunca saem do aparelho.',
    waiting: {
      offer: 'Um certificado lhe é oferecido. Ele continua assim que a carteira estiver pronta.',
      request: 'Alguém lhe pede um certificado. Isso continua assim que a carteira estiver pronta.',
      delegation: 'Uma empresa lhe dá uma delegação. Ela continua assim que a carteira estiver pronta.',
      delegate: 'Alguém lhe pede uma delegação. Isso continua assim que a carteira estiver pronta.',
    },
    way: 'Como você começa?',
    new: 'Nova neste aparelho',
    backup: 'A partir de um backup',
    deviceName: 'Nome deste aparelho',
    deviceNameHint: 'Para você saber qual é, por exemplo “Notebook da exportação”.',
    deviceNameMissing: 'Dê um nome ao aparelho.',
    passkey: 'Bloquear com uma chave de acesso',
    passkeyHint:
      'Antes de abrir a carteira será pedida a digital, o rosto ou o código deste aparelho. Pode ser mudado depois.',
    create: 'Criar a carteira',
    working: 'Criando as chaves …',
  },
  recovery: {
    title: 'O seu código de recuperação',
    intro:
      'Com este código e um arquivo de backup você recupera a carteira em outro aparelho. Ele é mostrado agora e nunca mais.',
    download: 'Salvar como arquivo',
    fileName: 'eslabon-codigo-de-recuperacao.txt',
    print: 'Imprimir',
    warning:
      'Quem tem o código e um arquivo de backup tem os seus certificados. Guarde-os separados; ninguém pode lhe dar o código de novo.',
    kept: 'Guardei o código em um lugar seguro.',
    done: 'Abrir a carteira',
  },
  restore: {
    intro:
      'Você precisa do arquivo de backup e do código de recuperação mostrado quando aquela carteira foi preparada.',
    file: 'Escolher o arquivo de backup',
    fileHint: 'Um arquivo como eslabon-2026-01-31.backup. Você também pode soltá-lo aqui.',
    fileMissing: 'Escolha o arquivo de backup.',
    chosen: 'Escolhido: {{name}}',
    code: 'Código de recuperação',
    codeHint: 'Sete grupos de quatro caracteres. Hífens, espaços e minúsculas não importam.',
    codeMissing: 'Digite o código de recuperação.',
    button: 'Restaurar a carteira',
    working: 'Abrindo o backup …',
  },
  locked: {
    title: 'A carteira está bloqueada',
    text: 'Desbloqueie-a com a chave de acesso deste aparelho.',
    unlock: 'Desbloquear',
    working: 'Aguardando a chave de acesso …',
    lost: 'Perdeu a chave de acesso?',
    lostText:
      'Sem ela ninguém pode abrir esta carteira, nem você. Apague-a aqui e restaure-a do seu arquivo de backup com o código de recuperação.',
  },
};
