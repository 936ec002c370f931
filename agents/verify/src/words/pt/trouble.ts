import type { Wording } from '@eslabon/ui/words';
import type { trouble as english } from '../en/trouble.js';

/** Portuguese: what can go wrong, by code. */
export const trouble: Wording<typeof english> = {
  trouble: {
    title: 'Não funcionou',
    startTitle: 'O aplicativo não pode iniciar',
    retry: 'Tentar de novo',
    other: 'Algo imprevisto deu errado.',
    BUNDLE_MALFORMED: 'O arquivo de dados está danificado. Obtenha-o de novo.',
    BUNDLE_TOO_LARGE: 'O arquivo de dados é maior do que o permitido.',
    BUNDLE_VERSION:
      'O arquivo de dados é de uma versão que este aplicativo não lê. Atualize-o ou peça outro arquivo.',
    BUNDLE_CHAIN: 'O arquivo de dados é de outra rede que a âncora de confiança.',
    BUNDLE_PROOF: 'O arquivo de dados não prova o que diz. Não o use e informe o seu setor de OEA.',
    BUNDLE_ATTESTATION: 'Ninguém em quem este posto confia atesta o arquivo de dados.',
    BUNDLE_ATTESTOR_UNKNOWN:
      'O arquivo de dados foi feito para os postos de outro país. Peça um da sua própria autoridade.',
    BUNDLE_TRUST_MODE: 'O arquivo de dados se apoia em algo que a âncora de confiança não permite.',
    BUNDLE_CHECKPOINT:
      'O arquivo de dados não decorre dos validadores que este posto conhece. É antigo ou novo demais: peça um com mais passos intermediários.',
    BUNDLE_CHECKPOINT_EXPIRED:
      'Este posto ficou tempo demais sem dados novos para acompanhar os validadores por si mesmo. Peça uma âncora de confiança nova ou verifique o relógio.',
    BUNDLE_FUTURE:
      'Pelo relógio deste equipamento, o arquivo de dados é do futuro. Verifique a data e a hora.',
    DELTA_MALFORMED: 'O arquivo delta está danificado. Obtenha-o de novo.',
    DELTA_VERSION: 'O arquivo delta é de uma versão que este aplicativo não lê.',
    DELTA_BASE: 'O arquivo delta não corresponde aos dados deste posto. Carregue um pacote completo.',
    DELTA_RESULT: 'O arquivo delta não dá o que diz. Carregue um pacote completo.',
    TRUST_MALFORMED: 'Isto não é uma âncora de confiança.',
    TIN_INVALID: 'Isto não é um número fiscal: até 15 letras e algarismos depois do país.',
    FILE_TOO_LARGE: 'O arquivo é maior do que um assim pode ser.',
    FILE_EMPTY: 'O arquivo está vazio.',
    FILE_UNREADABLE: 'O arquivo não pôde ser lido. O pen drive ainda está conectado?',
    FILE_DATA: 'Este arquivo contém dados para o posto e não é um certificado. Carregue-o em “Dados”.',
    FILE_PDF:
      'Isto é um PDF, que não é lido. Ponha a folha diante da câmera, ou abra uma foto ou captura de tela do código.',
    FILE_WRONG: 'Isto não é um pacote nem um delta.',
    PICTURE_UNREADABLE: 'A imagem não pôde ser lida. Tire-a ou salve-a como JPEG ou PNG.',
    QR_NOT_FOUND:
      'Nenhum código QR de um certificado pôde ser lido nesta imagem. Tire-a de novo, reta, nítida e de perto.',
    CAMERA_DENIED: 'O navegador não tem permissão para usar a câmera. Permita-o nos ajustes desta página.',
    CAMERA_ABSENT: 'Este equipamento não tem câmera.',
    CAMERA_BUSY: 'Outro programa está usando a câmera.',
    CAMERA_INSECURE: 'O navegador só dá a câmera a páginas que chegaram por https.',
    CLOCK_BEHIND:
      'O relógio deste equipamento está errado, e o parecer também estaria. Acerte primeiro a data e a hora.',
    AGENT_UNREACHABLE: 'O agente não responde: não há rede ou ele não está em funcionamento.',
    AGENT_ABSENT: 'No endereço de onde veio este aplicativo nenhum agente responde.',
    AUTHENTICATION_FAILED: 'O agente não conhece esta chave.',
    AUTHENTICATION_REQUIRED: 'O agente pede uma chave.',
    PERMISSION_DENIED: 'Esta chave não permite fazer isso.',
    PRESENTATIONS_ABSENT:
      'Este agente não está preparado para pedir apresentações a carteiras. A sua administração pode prepará-lo.',
    NOT_FOUND: 'O agente não tem isto, ou não para esta chave.',
    UNAVAILABLE: 'O agente não pode fazer isso agora. Tente de novo em um minuto.',
    RATE_LIMITED: 'Solicitações demais. Espere um minuto.',
    DECISION_CONFLICT:
      'O agente já tem outra decisão com o mesmo identificador. Exporte o registro e informe.',
    STORAGE_FULL:
      'O disco, ou a parte que cabe ao navegador, está cheio. Libere espaço e tente de novo. Nada se perdeu.',
    STORAGE_BLOCKED:
      'Outra janela tem aberta uma versão anterior deste aplicativo. Feche todas as janelas dele e tente de novo.',
    STORAGE_NEWER:
      'Neste equipamento foi usada uma versão mais nova deste aplicativo. Recarregue a página com rede para obtê-la.',
    STORAGE_FAILED:
      'O navegador não dá armazenamento a este aplicativo. Saia da navegação privada, ou permita que a página guarde dados, e tente de novo.',
    STORAGE_LOST:
      'Outra janela mudou o armazenamento deste aplicativo, ou o navegador o retirou. Recarregue.',
    ENGINE_FAILED: 'A parte que verifica não pôde iniciar. Recarregue ou atualize o navegador.',
    BUNDLE_NOT_READY: 'Ainda não há dados.',
    CHAIN_UNREACHABLE: 'O agente não alcança a cadeia da rede.',
  },
};
