import type { Wording } from '@eslabon/ui/words';
import type { trouble as english } from '../en/trouble.js';

/** Portuguese: what can go wrong, by code. */
export const trouble: Wording<typeof english> = {
  trouble: {
    title: 'Não funcionou',
    startTitle: 'A carteira não pode iniciar',
    retry: 'Tentar de novo',
    other: 'Algo imprevisto deu errado. Tente de novo; se continuar, diga o código à sua aduana.',
    INTERNAL: 'Algo imprevisto deu errado. Tente de novo; se continuar, diga o código à sua aduana.',
    STORAGE_BLOCKED:
      'Outra janela tem aberta uma versão anterior deste aplicativo. Feche todas as janelas dele e tente de novo.',
    STORAGE_NEWER:
      'Neste aparelho foi usada uma versão mais nova deste aplicativo. Recarregue a página com rede para obtê-la.',
    STORAGE_FAILED:
      'O navegador não dá armazenamento a este aplicativo. Saia da navegação privada, ou permita que a página guarde dados, e tente de novo.',
    STORAGE_FULL:
      'O disco, ou a parte que cabe ao navegador, está cheio. Abra espaço e tente de novo. Nada foi perdido.',
    STORAGE_LOST:
      'Outra janela mudou o armazenamento deste aplicativo, ou o navegador o retirou. Recarregue.',
    PAGE_INSECURE:
      'A carteira funciona só em páginas que chegam por https: sem isso o navegador não lhe dá chaves. Abra o endereço dela com https.',
    PASSKEY_UNAVAILABLE:
      'Este aparelho ou navegador não tem chaves de acesso. Continue sem uma ou use outro navegador.',
    PASSKEY_REFUSED: 'A chave de acesso não foi dada. Tente de novo e confirme quando o aparelho perguntar.',
    WALLET_NEW: 'Ainda não há carteira neste aparelho. Prepare-a primeiro.',
    WALLET_EXISTS: 'Já há uma carteira neste aparelho. Recarregue a página.',
    WALLET_LOCKED: 'A carteira está bloqueada. Desbloqueie-a primeiro.',
    NOT_HELD: 'Isto não está mais na carteira.',
    RECOVERY_CODE_MISTYPED:
      'Um caractere do código de recuperação está errado ou falta. Compare-o com o que você guardou.',
    RECOVERY_CODE_WRONG: 'Este código de recuperação é de outro backup. Use o que foi mostrado para ele.',
    BACKUP_UNKNOWN: 'Este arquivo não é um backup desta carteira. Escolha outro.',
    BACKUP_NEWER:
      'O backup foi feito por uma versão mais nova deste aplicativo. Recarregue a página para obtê-la.',
    BACKUP_DAMAGED: 'O arquivo de backup está danificado. Use outra cópia ou uma anterior.',
    LINK_UNKNOWN: 'A carteira não conhece este link. Copie de novo o link inteiro ou peça um novo.',
    ADDRESS_REFUSED:
      'O link leva a um endereço que não é seguro, e nada foi enviado para lá. Avise quem o enviou.',
    UNREACHABLE: 'Não houve resposta. Verifique a rede e tente de novo em um momento.',
    OUT_OF_ORDER: 'O servidor consultado não funciona neste momento. Tente de novo em alguns minutos.',
    ANSWER_TOO_LARGE: 'A resposta era maior do que pode ser. Avise quem enviou o link.',
    ANSWER_INVALID: 'Não foi possível entender a resposta. Avise quem enviou o link.',
    OFFER_INVALID: 'A oferta não pode ser lida. Peça uma nova à sua aduana.',
    OFFER_GONE: 'A oferta já foi usada, foi retirada ou venceu. Peça uma nova à sua aduana.',
    OFFER_UNSUPPORTED: 'A carteira não pode receber ofertas deste tipo. Avise a sua aduana.',
    TX_CODE_MISSING: 'A oferta precisa do código de transação que a autoridade lhe deu por outro meio.',
    TX_CODE_WRONG:
      'O código de transação está errado. Compare-o com o que a autoridade lhe deu: depois de poucos erros a oferta fica anulada.',
    ISSUER_REFUSED: 'A autoridade não entregou o certificado. Pergunte a ela por quê, com o código abaixo.',
    PROOF_REFUSED:
      'A autoridade não aceitou a prova da chave deste aparelho. Acerte a data e a hora do aparelho e tente de novo.',
    CERTIFICATE_UNREADABLE: 'O que a autoridade entregou não é um certificado OEA. Diga isso a ela.',
    CERTIFICATE_NOT_OURS:
      'O certificado foi feito para outra chave que não a deste aparelho. Avise a autoridade.',
    CERTIFICATE_UNTRUSTED:
      'O certificado não é assinado por uma autoridade da rede e não foi guardado. Avise a sua aduana.',
    RENEWAL_IMPOSSIBLE:
      'A carteira não tem mais o direito de pedir este certificado. Peça uma nova oferta à sua aduana.',
    REQUEST_INVALID: 'O pedido não pode ser lido. Peça um novo.',
    REQUEST_GONE: 'O pedido já foi respondido ou o tempo dele passou. Peça um novo.',
    REQUEST_UNSIGNED: 'Ninguém assinou o pedido: ninguém responde por ele. Nada foi enviado.',
    REQUEST_CLIENT_UNSUPPORTED:
      'Quem pergunta se identifica de um modo que não pode ser verificado. Nada foi enviado.',
    REQUEST_KEY_UNKNOWN:
      'Quem pergunta diz ser uma autoridade, mas a chave não é dela. Nada foi enviado. Obtenha os dados mais recentes e tente de novo.',
    REQUEST_SIGNATURE: 'O pedido é falso ou foi alterado. Nada foi enviado.',
    REQUEST_AUDIENCE: 'O pedido foi feito para outra pessoa. Peça um novo.',
    REQUEST_NONCE: 'O pedido é cópia de outro. Peça um novo.',
    REQUEST_EXPIRED: 'O tempo do pedido passou. Peça um novo e verifique o relógio deste aparelho.',
    REQUEST_HOST: 'A resposta iria para outro lugar que não o que pergunta. Nada foi enviado.',
    REQUEST_UNSUPPORTED: 'O pedido quer algo que a carteira não pode fazer. Nada foi enviado.',
    NOTHING_READ: 'Não há mais nada a responder. Abra de novo o link ou leia o código.',
    VERIFIER_REFUSED: 'Quem perguntou não aceitou a resposta. Peça um novo pedido.',
    UNCONFIRMED:
      'Não é certo que a resposta tenha chegado. Pergunte no balcão antes de apresentar mais uma vez.',
    INVITATION_INVALID: 'O convite não pode ser lido. Peça um novo ao motorista ou despachante.',
    DELEGATION_INVALID: 'A delegação não pode ser lida. Peça uma nova à empresa.',
    DELEGATION_NOT_OURS: 'A delegação é para outro aparelho. Envie à empresa o convite deste.',
    DELEGATION_EXPIRED: 'A delegação terminou. Peça uma nova à empresa.',
    DELEGATION_WITHDRAWN: 'A empresa retirou a delegação. Nada foi enviado. Peça uma nova à empresa.',
    DELEGATION_SIGNATURE:
      'A delegação não é assinada pela empresa que ela nomeia. Não a use e avise a empresa.',
    CAMERA_DENIED: 'O navegador não tem permissão para usar a câmera. Permita isso nos ajustes desta página.',
    CAMERA_ABSENT: 'Este aparelho não tem câmera. Use o link.',
    CAMERA_BUSY: 'Outro programa está usando a câmera. Feche-o e tente de novo.',
    CAMERA_INSECURE: 'O navegador só dá a câmera a páginas que vieram por https. Use o link.',
    PICTURE_UNREADABLE: 'A imagem não pôde ser lida. Escolha outra.',
    QR_NOT_FOUND: 'Nenhum código QR pôde ser lido nesta imagem. Tire-a de novo, reta, nítida e de perto.',
    FILE_TOO_LARGE: 'O arquivo é maior do que um assim pode ser.',
    RATE_LIMITED: 'Pedidos demais. Espere um minuto.',
    NOT_FOUND: 'O agente da autoridade não tem o que foi pedido. Pergunte à autoridade.',
    CLOCK_BEHIND: 'O relógio deste aparelho está errado. Acerte a data e a hora.',
    BUNDLE_UNUSABLE:
      'Os dados da rede não puderam ser provados, e os anteriores continuam em uso. Verifique o relógio; tente mais tarde.',
    BUNDLE_NOT_READY: 'O agente da autoridade ainda não tem dados da rede. Tente de novo em um momento.',
    INVALID_REQUEST: 'A resposta não tinha a forma pedida.',
    INVALID_GRANT: 'A oferta ou o código dela não valem mais. Peça uma nova à sua aduana.',
    INVALID_NONCE: 'A resposta chegou tarde demais. Peça um novo pedido.',
    INVALID_PROOF: 'A prova da chave não foi aceita. Tente de novo.',
    ACCESS_DENIED: 'Foi recusado.',
    VP_FORMATS_NOT_SUPPORTED: 'Quem perguntou não pode ler certificados desta forma.',
  },
};
