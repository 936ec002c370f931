import type { Language } from '@eslabon/core';

interface CheckpointSentences {
  block(number: number, hash: string, time: string): string;
  validators(count: number, joined: number, left: number): string;
  until(time: string): string;
  current: string;
  written(path: string): string;
  hint: string;
  ask(path: string, from: number, to: number): string;
  yes: readonly string[];
}

/** The words of `trust checkpoint`. */
export const checkpointSentences: Record<Language, CheckpointSentences> = {
  en: {
    block: (number, hash, time) => `Checkpoint: block ${number}, ${time}, ${hash}`,
    validators: (count, joined, left) =>
      `${count} validators; since the checkpoint of before ${joined} joined and ${left} left`,
    until: (time) => `It is good for bundles until ${time}`,
    current: 'The trust anchor has this checkpoint already.',
    written: (path) => `Written to ${path}.`,
    hint: 'With --write it goes into the trust anchor.',
    ask: (path, from, to) => `Move the checkpoint in ${path} from block ${from} to block ${to}? [y/N]`,
    yes: ['y', 'yes'],
  },
  es: {
    block: (number, hash, time) => `Punto de control: bloque ${number}, ${time}, ${hash}`,
    validators: (count, joined, left) =>
      `${count} validadores; desde el punto de control anterior entraron ${joined} y salieron ${left}`,
    until: (time) => `Sirve para paquetes hasta ${time}`,
    current: 'El ancla de confianza ya tiene este punto de control.',
    written: (path) => `Escrito en ${path}.`,
    hint: 'Con --write pasa al ancla de confianza.',
    ask: (path, from, to) =>
      `¿Mover el punto de control en ${path} del bloque ${from} al bloque ${to}? [s/N]`,
    yes: ['s', 'si', 'sí'],
  },
  pt: {
    block: (number, hash, time) => `Ponto de controle: bloco ${number}, ${time}, ${hash}`,
    validators: (count, joined, left) =>
      `${count} validadores; desde o ponto de controle anterior entraram ${joined} e saíram ${left}`,
    until: (time) => `Serve para pacotes até ${time}`,
    current: 'A âncora de confiança já tem este ponto de controle.',
    written: (path) => `Escrito em ${path}.`,
    hint: 'Com --write ele passa para a âncora de confiança.',
    ask: (path, from, to) =>
      `Mover o ponto de controle em ${path} do bloco ${from} para o bloco ${to}? [s/N]`,
    yes: ['s', 'sim'],
  },
};
