import type { DeltaDescription } from '@eslabon/bundle';
import type { Language } from '@eslabon/core';

interface InspectSentences {
  holds: string;
  block(chainId: number, number: number, time: string, age: string): string;
  attested(country: string, attestor: string): string;
  sealed(protocol: string, signers: number, validators: number): string;
  hops(count: number): string;
  fewValidators(count: number): string;
  register(size: number): string;
  noRegister: string;
  file(digest: string, bytes: number): string;
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
  notProven: Record<'attested' | 'sealed' | 'any', readonly string[]>;
  /** All that can be said of a delta. */
  delta(bytes: number, delta: DeltaDescription): string[];
}

/** The words of `bundle inspect`. */
export const inspectSentences: Record<Language, InspectSentences> = {
  en: {
    holds: 'The bundle holds: every proof in it leads to the block below.',
    block: (chainId, number, time, age) => `Block ${number} of chain ${chainId}, ${time}: ${age}`,
    attested: (country, attestor) =>
      `Trust: attested. The authority of ${country} signed this block (${attestor})`,
    sealed: (protocol, signers, validators) =>
      `Trust: sealed (${protocol}). ${signers} of the ${validators} validators of the network sealed this block; no authority vouches for it`,
    hops: (count) =>
      count === 0
        ? 'The validators of your checkpoint sealed it themselves'
        : `The way from your checkpoint leads over ${count === 1 ? '1 header' : `${count} headers`} with seals of their own`,
    fewValidators: (count) => `CAUTION: ${count} validators do not survive a single one that lies`,
    register: (size) =>
      `Register: ${size === 1 ? '1 credential' : `${size} credentials`}, to find a company by its number`,
    noRegister: 'Register: none',
    file: (digest, bytes) => `File: ${bytes} bytes, content ${digest}`,
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
    notProven: {
      attested: [
        'That the chain holds this block: for that it rests on the word of the authority that signed it.',
      ],
      sealed: [
        'That your checkpoint is one of the network: it was given to you, and all else rests on it.',
        'Anything against two thirds of the validators, should they agree to lie.',
      ],
      any: [
        'Nothing that happened after the block: later suspensions, revocations, new keys or withdrawals.',
        'Nothing about a company. Names, numbers and dates are in the certificate itself.',
        'That a register is complete: whoever is not in it may hold a certificate all the same.',
      ],
    },
    delta: (bytes, { base, result, size }) => [
      `A delta of ${bytes} bytes. By itself it proves nothing: what it makes of a bundle proves itself.`,
      `It changes the bundle ${base}`,
      `into the bundle    ${result} (${size} bytes inflated)`,
      'eslabon bundle apply BASE DELTA --out FILE makes it, and checks it.',
    ],
  },
  es: {
    holds: 'El paquete es válido: todas sus pruebas llevan al bloque indicado abajo.',
    block: (chainId, number, time, age) => `Bloque ${number} de la cadena ${chainId}, ${time}: ${age}`,
    attested: (country, attestor) =>
      `Confianza: atestiguado. La autoridad de ${country} firmó este bloque (${attestor})`,
    sealed: (protocol, signers, validators) =>
      `Confianza: sellado (${protocol}). ${signers} de los ${validators} validadores de la red sellaron este bloque; ninguna autoridad responde por él`,
    hops: (count) =>
      count === 0
        ? 'Lo sellaron los propios validadores de su punto de control'
        : `El camino desde su punto de control pasa por ${count === 1 ? '1 cabecera' : `${count} cabeceras`} con sellos propios`,
    fewValidators: (count) => `ATENCIÓN: ${count} validadores no resisten a uno solo que mienta`,
    register: (size) =>
      `Registro: ${size === 1 ? '1 credencial' : `${size} credenciales`}, para hallar una empresa por su número`,
    noRegister: 'Registro: ninguno',
    file: (digest, bytes) => `Archivo: ${bytes} bytes, contenido ${digest}`,
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
    notProven: {
      attested: [
        'Que la cadena contenga este bloque: para eso descansa en la palabra de la autoridad que lo firmó.',
      ],
      sealed: [
        'Que su punto de control sea de la red: se lo entregaron, y todo lo demás descansa en él.',
        'Nada contra dos tercios de los validadores, si se pusieran de acuerdo para mentir.',
      ],
      any: [
        'Nada de lo ocurrido después del bloque: suspensiones, revocaciones, claves nuevas o retiros posteriores.',
        'Nada sobre una empresa. Nombres, números y fechas están en el propio certificado.',
        'Que un registro esté completo: quien no figura en él puede tener un certificado igualmente.',
      ],
    },
    delta: (bytes, { base, result, size }) => [
      `Un delta de ${bytes} bytes. Por sí solo no demuestra nada: lo que hace de un paquete se demuestra a sí mismo.`,
      `Cambia el paquete ${base}`,
      `en el paquete     ${result} (${size} bytes sin comprimir)`,
      'eslabon bundle apply BASE DELTA --out ARCHIVO lo hace y lo comprueba.',
    ],
  },
  pt: {
    holds: 'O pacote é válido: todas as suas provas levam ao bloco indicado abaixo.',
    block: (chainId, number, time, age) => `Bloco ${number} da cadeia ${chainId}, ${time}: ${age}`,
    attested: (country, attestor) =>
      `Confiança: atestado. A autoridade de ${country} assinou este bloco (${attestor})`,
    sealed: (protocol, signers, validators) =>
      `Confiança: selado (${protocol}). ${signers} dos ${validators} validadores da rede selaram este bloco; nenhuma autoridade responde por ele`,
    hops: (count) =>
      count === 0
        ? 'Os próprios validadores do seu ponto de controle o selaram'
        : `O caminho desde o seu ponto de controle passa por ${count === 1 ? '1 cabeçalho' : `${count} cabeçalhos`} com selos próprios`,
    fewValidators: (count) => `ATENÇÃO: ${count} validadores não resistem a um único que minta`,
    register: (size) =>
      `Registro: ${size === 1 ? '1 credencial' : `${size} credenciais`}, para achar uma empresa pelo seu número`,
    noRegister: 'Registro: nenhum',
    file: (digest, bytes) => `Arquivo: ${bytes} bytes, conteúdo ${digest}`,
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
    notProven: {
      attested: [
        'Que a cadeia contém este bloco: para isso ele se apoia na palavra da autoridade que o assinou.',
      ],
      sealed: [
        'Que o seu ponto de controle é da rede: ele lhe foi dado, e todo o resto se apoia nele.',
        'Nada contra dois terços dos validadores, se combinassem mentir.',
      ],
      any: [
        'Nada do que aconteceu depois do bloco: suspensões, revogações, chaves novas ou retiradas posteriores.',
        'Nada sobre uma empresa. Nomes, números e datas estão no próprio certificado.',
        'Que um registro esteja completo: quem não consta nele pode ter um certificado mesmo assim.',
      ],
    },
    delta: (bytes, { base, result, size }) => [
      `Um delta de ${bytes} bytes. Sozinho não prova nada: o que ele faz de um pacote prova a si mesmo.`,
      `Muda o pacote ${base}`,
      `no pacote     ${result} (${size} bytes descomprimidos)`,
      'eslabon bundle apply BASE DELTA --out ARQUIVO o faz e verifica.',
    ],
  },
};
