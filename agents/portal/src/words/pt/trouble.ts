import type { Wording } from '@eslabon/ui/words';
import type { trouble as english } from '../en/trouble.js';

/** Portuguese: what can go wrong, by code. */
export const trouble: Wording<typeof english> = {
  trouble: {
    title: 'Não funcionou',
    startTitle: 'O portal não pode iniciar',
    retry: 'Tentar de novo',
    staleTitle: 'Esta página pode estar desatualizada',
    stale: 'O que ela mostra foi consultado antes; não foi possível consultar de novo.',
    unsureTitle: 'Não se sabe se foi feito',
    unsure:
      'O agente não responde, ou a resposta não chegou. Veja o que a página e o histórico dizem agora, antes de fazer de novo.',
    look: 'Fechar e ver',
    other: 'Algo imprevisto deu errado. Tente de novo; se continuar, diga o código à sua administração.',
    INTERNAL: 'Algo imprevisto deu errado. Tente de novo; se continuar, diga o código à sua administração.',
    KEY_NOT_FOR_OFFICERS:
      'Esta chave é de um posto de fronteira ou de um sistema. O portal precisa da de um funcionário, um supervisor ou um auditor.',
    AUTHENTICATION_REQUIRED: 'O agente pede uma chave.',
    AUTHENTICATION_FAILED:
      'O agente não conhece esta chave. Verifique se está completa e se é desta autoridade.',
    PERMISSION_DENIED: 'A sua função não permite fazer isso.',
    RATE_LIMITED: 'Solicitações demais. Espere um minuto.',
    UNAVAILABLE: 'O agente não responde: não há rede ou ele não está em funcionamento.',
    SHUTTING_DOWN: 'O agente está parando. Tente de novo em um minuto.',
    INPUT_INVALID: 'Algo do que foi digitado não é válido. Os detalhes dizem o quê.',
    INPUT_MALFORMED_JSON: 'O agente não conseguiu ler o que foi enviado. Recarregue a página.',
    INPUT_TOO_LARGE: 'Isso é mais do que o agente aceita.',
    INPUT_UNSUPPORTED_MEDIA_TYPE: 'O agente não conseguiu ler o que foi enviado. Recarregue a página.',
    NOT_FOUND: 'O agente não tem mais isto.',
    CERTIFICATE_NOT_FOUND: 'Não existe tal certificado.',
    CERTIFICATE_EXISTS: 'Já existe um certificado com este número.',
    CERTIFICATE_STATE:
      'O certificado não está mais em um estado para isso. Talvez outra pessoa tenha sido mais rápida.',
    CERTIFICATE_FOUR_EYES: 'Quem o propôs não pode decidir sobre ele. Outra pessoa deve fazê-lo.',
    CERTIFICATE_CONFIRMATION: 'O número do certificado não foi repetido exatamente. Nada foi mudado.',
    STATUS_REVOKED_IS_FINAL: 'O certificado está revogado, e isso é definitivo.',
    STATUS_NOT_SUSPENDED: 'O certificado não está suspenso.',
    STATUS_SCHEDULED:
      'Já há uma decisão do mesmo tipo programada, ou uma revogação anterior a esse dia. Feche e veja o estado. Se não puder esperar, decida sem indicar um dia: tem efeito de imediato.',
    CURSOR_INVALID: 'A lista não pode ser continuada. Carregue-a de novo.',
    PAPER_TOO_LARGE: 'O certificado não cabe no código de uma página impressa. Encurte o nome ou o endereço.',
    OFFER_MISMATCH: 'O link não é o da oferta. Faça uma oferta nova.',
    OFFER_STATE: 'A oferta não está mais aberta.',
    MAIL_LIMIT: 'Esta oferta foi enviada vezes demais. Faça uma nova.',
    MAIL_REFUSED: 'O servidor de e-mail não aceitou a mensagem. Verifique o endereço.',
    MAIL_UNAVAILABLE: 'O servidor de e-mail não responde. Tente mais tarde ou envie o texto você mesmo.',
  },
};
