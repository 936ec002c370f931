import type { Wording } from '@eslabon/ui/words';
import type { keep as english } from '../en/keep.js';

/** Portuguese: history and settings. */
export const keep: Wording<typeof english> = {
  history: {
    title: 'Histórico',
    intro: 'O que foi mostrado a quem. Está neste aparelho e nos seus backups, e em nenhum outro lugar.',
    emptyTitle: 'Nada foi apresentado ainda',
    empty: 'Tudo o que você apresentar ou recusar fica aqui.',
    when: 'Quando',
    purpose: 'Para quê',
    disclosed: 'Mostrado',
    nothing: 'Nada',
    refusal: 'Por quê',
    presented: 'Apresentado',
    declined: 'Recusado por você',
    refused: 'Não aceito por quem perguntou',
    unconfirmed: 'Não confirmado: pode ter chegado',
    reading: 'Lendo o histórico …',
  },
  earlier: {
    more: 'Mostrar anteriores',
    shown: 'Mostrando {{shown}} de {{total}}',
  },
  settings: {
    title: 'Ajustes',
    language: 'Idioma',
    device: 'Este aparelho',
    key: 'Chave pública deste aparelho',
    passkey: 'Chave de acesso',
    passkeyOn: 'A carteira só abre com a chave de acesso deste aparelho.',
    passkeyOff:
      'Quem pode usar este aparelho pode usar a carteira. Uma chave de acesso pede antes a digital, o rosto ou o código.',
    passkeyAdd: 'Bloquear com uma chave de acesso',
    passkeyRemove: 'Abrir sem chave de acesso',
    lock: 'Bloquear agora',
    backup: 'Backup',
    backupText:
      'Um arquivo cifrado com certificados, delegações, histórico e chaves. Só abre com o código de recuperação que você guardou. Faça um novo depois de cada mudança importante.',
    backupButton: 'Salvar um backup',
    backupDone: 'O backup está salvo.',
    devices: 'Vários aparelhos',
    devicesOwn:
      'Várias pessoas de uma empresa têm cada uma a sua carteira, com as suas próprias chaves: a autoridade faz uma oferta por aparelho. O que uma perde não prejudica as outras.',
    devicesMove: 'Para mudar de aparelho, restaure lá o seu backup e depois apague tudo aqui.',
    install: 'Instalar',
    installButton: 'Instalar este aplicativo',
    installHint: 'Ou use o menu do navegador: “Instalar” ou “Adicionar à tela inicial”.',
    offlineReady: 'Abre sem rede',
    offlineNot: 'Ainda não instalado: precisa de rede para abrir.',
    version: 'Versão {{version}}',
    storage: 'Armazenamento',
    persisted: 'O navegador conserva os dados deste aplicativo até que você os apague.',
    notPersisted:
      'O navegador pode apagar os dados deste aplicativo se o disco encher. Instale o aplicativo e guarde um backup.',
    ask: 'Pedir ao navegador que os conserve',
    wipe: 'Apagar tudo',
    wipeText: 'Apaga deste aparelho os certificados, as delegações, o histórico e as chaves.',
    wipeTitle: 'Apagar tudo deste aparelho?',
    wipeBackup: 'Só um backup com o código de recuperação pode trazê-lo de volta.',
    wipeYes: 'Apagar tudo',
    wiped: 'Tudo foi apagado deste aparelho.',
    startAgain: 'Começar de novo',
  },
};
