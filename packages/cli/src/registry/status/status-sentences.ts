import type { Language } from '@eslabon/core';
import type { DeploymentMismatch } from '../find-mismatches.js';
import type { RegistryStatus } from './registry-status.js';

interface StatusSentences {
  otherChain: string;
  mismatch(mismatch: DeploymentMismatch): string;
  pinned(chainId: number, block: number, time: string): string;
  authorities(members: number, records: number): string;
  removed(time: string): string;
  keys(block: number): string;
  noKeys: string;
  nonces(authorities: number, arrangements: number, status: number): string;
  arrangements(inForce: number, all: number): string;
  suspended(by: string, against: string): string;
  counts(counts: RegistryStatus['counts']): string;
  proposals(open: number, all: number): string;
  successor(address: string): string;
  noSuccessor: string;
}

/** The words of `registry status`. */
export const statusSentences: Record<Language, StatusSentences> = {
  en: {
    otherChain: 'This chain is not the one that the deployment pins.',
    mismatch: ({ what, pinned, found }) => `${what}: pinned ${pinned}, found ${found ?? 'no code'}`,
    pinned: (chainId, block, time) =>
      `The pinned registries, on chain ${chainId} as of block ${block}, ${time}`,
    authorities: (members, records) => `Authorities: ${members} members, ${records} ever admitted`,
    removed: (time) => `removed on ${time}`,
    keys: (block) => `keys attested as of block ${block}`,
    noKeys: 'no keys attested',
    nonces: (authorities, arrangements, status) => `nonces ${authorities}/${arrangements}/${status}`,
    arrangements: (inForce, all) => `Arrangements: ${inForce} in force, ${all} ever proposed`,
    suspended: (by, against) => `suspended by ${by} against ${against}`,
    counts: ({ statusLists, revoked, suspended }) =>
      `Status: ${statusLists} lists, ${revoked} revoked, ${suspended} suspended`,
    proposals: (open, all) => `Proposals on members: ${open} open, ${all} ever made`,
    successor: (address) => `Successor: ${address}`,
    noSuccessor: 'Successor: none',
  },
  es: {
    otherChain: 'Esta cadena no es la que fija el despliegue.',
    mismatch: ({ what, pinned, found }) =>
      `${what}: fijado ${pinned}, encontrado ${found ?? 'ningún código'}`,
    pinned: (chainId, block, time) =>
      `Los registros fijados, en la cadena ${chainId} al bloque ${block}, ${time}`,
    authorities: (members, records) => `Autoridades: ${members} miembros, ${records} admitidas en total`,
    removed: (time) => `retirada el ${time}`,
    keys: (block) => `claves atestadas al bloque ${block}`,
    noKeys: 'sin claves atestadas',
    nonces: (authorities, arrangements, status) => `nonces ${authorities}/${arrangements}/${status}`,
    arrangements: (inForce, all) => `Acuerdos: ${inForce} en vigor, ${all} propuestos en total`,
    suspended: (by, against) => `suspendido por ${by} frente a ${against}`,
    counts: ({ statusLists, revoked, suspended }) =>
      `Estados: ${statusLists} listas, ${revoked} revocados, ${suspended} suspendidos`,
    proposals: (open, all) => `Propuestas sobre miembros: ${open} abiertas, ${all} en total`,
    successor: (address) => `Sucesor: ${address}`,
    noSuccessor: 'Sucesor: ninguno',
  },
  pt: {
    otherChain: 'Esta cadeia não é a que a implantação fixa.',
    mismatch: ({ what, pinned, found }) =>
      `${what}: fixado ${pinned}, encontrado ${found ?? 'nenhum código'}`,
    pinned: (chainId, block, time) => `Os registros fixados, na cadeia ${chainId} no bloco ${block}, ${time}`,
    authorities: (members, records) => `Autoridades: ${members} membros, ${records} admitidas no total`,
    removed: (time) => `removida em ${time}`,
    keys: (block) => `chaves atestadas no bloco ${block}`,
    noKeys: 'sem chaves atestadas',
    nonces: (authorities, arrangements, status) => `nonces ${authorities}/${arrangements}/${status}`,
    arrangements: (inForce, all) => `Acordos: ${inForce} em vigor, ${all} propostos no total`,
    suspended: (by, against) => `suspenso por ${by} perante ${against}`,
    counts: ({ statusLists, revoked, suspended }) =>
      `Status: ${statusLists} listas, ${revoked} revogados, ${suspended} suspensos`,
    proposals: (open, all) => `Propostas sobre membros: ${open} abertas, ${all} no total`,
    successor: (address) => `Sucessor: ${address}`,
    noSuccessor: 'Sucessor: nenhum',
  },
};
