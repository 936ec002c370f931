import type { Language } from '@eslabon/core';

interface InspectSentences {
  holds: string;
  block(chainId: number, number: number, time: string, age: string): string;
  trust(country: string, attestor: string): string;
  sealed(signers: number, validators: number, hops: number): string;
  authorities: string;
  authority(country: string, did: string, keys: number): string;
  noKeys: string;
  keysCurrent: string;
  keysOutdated: string;
  removed(time: string): string;
  arrangements: string;
  none: string;
  suspended(by: string, against: string): string;
  lists: string;
  list(country: string, list: number, revoked: number, suspended: number, updated: string): string;
  limits: string;
  notProven: readonly string[];
}

/** The words of `bundle inspect`. */
export const inspectSentences: Record<Language, InspectSentences> = {
  en: {
    holds: 'The bundle holds: every proof in it leads to the block below.',
    block: (chainId, number, time, age) => `Block ${number} of chain ${chainId}, ${time}: ${age}`,
    trust: (country, attestor) =>
      `Trust: attested. The authority of ${country} signed this block (${attestor})`,
    sealed: (signers, validators, hops) =>
      `Trust: sealed. ${signers} of ${validators} validators sealed this block; ${hops} headers from the checkpoint to it`,
    authorities: 'Authorities',
    authority: (country, did, keys) => `${country}  ${did}  ${keys === 1 ? '1 key' : `${keys} keys`}`,
    noKeys: 'no key attested: nothing that it signed can be trusted',
    keysCurrent: 'keys current',
    keysOutdated: 'KEYS CHANGED since they were attested: its credentials cannot be decided',
    removed: (time) => `removed on ${time}`,
    arrangements: 'Arrangements in force now, as far as this block knew',
    none: 'none',
    suspended: (by, against) => `${by} has suspended recognition of ${against}`,
    lists: 'Status lists',
    list: (country, list, revoked, suspended, updated) =>
      `${country}  list ${list}  ${revoked} revoked, ${suspended} suspended  (last change ${updated})`,
    limits: 'What it does not prove',
    notProven: [
      'Nothing that happened after the block: later suspensions, revocations, new keys or withdrawals.',
      'That the chain holds this block: for that it rests on the word of the authority that signed it.',
      'Nothing about a company. Names, numbers and dates are in the certificate itself.',
    ],
  },
  es: {
    holds: 'El paquete es válido: todas sus pruebas llevan al bloque indicado abajo.',
    block: (chainId, number, time, age) => `Bloque ${number} de la cadena ${chainId}, ${time}: ${age}`,
    trust: (country, attestor) =>
      `Confianza: atestiguado. La autoridad de ${country} firmó este bloque (${attestor})`,
    sealed: (signers, validators, hops) =>
      `Confianza: sellado. ${signers} de ${validators} validadores sellaron este bloque; ${hops} cabeceras desde el punto de control`,
    authorities: 'Autoridades',
    authority: (country, did, keys) => `${country}  ${did}  ${keys === 1 ? '1 clave' : `${keys} claves`}`,
    noKeys: 'sin clave atestiguada: no se puede confiar en nada que haya firmado',
    keysCurrent: 'claves al día',
    keysOutdated: 'CLAVES CAMBIADAS desde que se atestiguaron: no se puede decidir sobre sus credenciales',
    removed: (time) => `retirada el ${time}`,
    arrangements: 'Acuerdos vigentes ahora, según lo que sabía este bloque',
    none: 'ninguno',
    suspended: (by, against) => `${by} ha suspendido el reconocimiento de ${against}`,
    lists: 'Listas de estado',
    list: (country, list, revoked, suspended, updated) =>
      `${country}  lista ${list}  ${revoked} revocados, ${suspended} suspendidos  (último cambio ${updated})`,
    limits: 'Lo que no demuestra',
    notProven: [
      'Nada de lo ocurrido después del bloque: suspensiones, revocaciones, claves nuevas o retiros posteriores.',
      'Que la cadena contenga este bloque: para eso descansa en la palabra de la autoridad que lo firmó.',
      'Nada sobre una empresa. Nombres, números y fechas están en el propio certificado.',
    ],
  },
  pt: {
    holds: 'O pacote é válido: todas as suas provas levam ao bloco indicado abaixo.',
    block: (chainId, number, time, age) => `Bloco ${number} da cadeia ${chainId}, ${time}: ${age}`,
    trust: (country, attestor) =>
      `Confiança: atestado. A autoridade de ${country} assinou este bloco (${attestor})`,
    sealed: (signers, validators, hops) =>
      `Confiança: selado. ${signers} de ${validators} validadores selaram este bloco; ${hops} cabeçalhos desde o ponto de controle`,
    authorities: 'Autoridades',
    authority: (country, did, keys) => `${country}  ${did}  ${keys === 1 ? '1 chave' : `${keys} chaves`}`,
    noKeys: 'sem chave atestada: nada do que ela assinou é confiável',
    keysCurrent: 'chaves atuais',
    keysOutdated: 'CHAVES ALTERADAS desde que foram atestadas: não se pode decidir sobre suas credenciais',
    removed: (time) => `removida em ${time}`,
    arrangements: 'Acordos em vigor agora, pelo que este bloco sabia',
    none: 'nenhum',
    suspended: (by, against) => `${by} suspendeu o reconhecimento de ${against}`,
    lists: 'Listas de situação',
    list: (country, list, revoked, suspended, updated) =>
      `${country}  lista ${list}  ${revoked} revogados, ${suspended} suspensos  (última mudança ${updated})`,
    limits: 'O que ele não prova',
    notProven: [
      'Nada do que aconteceu depois do bloco: suspensões, revogações, chaves novas ou retiradas posteriores.',
      'Que a cadeia contém este bloco: para isso ele se apoia na palavra da autoridade que o assinou.',
      'Nada sobre uma empresa. Nomes, números e datas estão no próprio certificado.',
    ],
  },
};
