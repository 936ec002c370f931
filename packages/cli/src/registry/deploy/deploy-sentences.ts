import type { Language } from '@eslabon/core';

interface DeploySentences {
  ask(contracts: number, chainId: number, founders: number): string;
  yes: readonly string[];
  /** What stands above the question: `way` is not a word of any language, see `nameWay` of @eslabon/chain. */
  carriedBy(way: string): string;
  deploying(contract: string, transaction: string): string;
  /** The relay's transaction is not known before it answers. */
  relaying(contract: string): string;
  goingOn(contract: string): string;
  done(contracts: number, chainId: number, file: string): string;
  allThere(chainId: number): string;
}

/** The words of `registry deploy`. */
export const deploySentences: Record<Language, DeploySentences> = {
  en: {
    ask: (contracts, chainId, founders) =>
      `Deploy ${contracts} contracts on chain ${chainId}, founded by these ${founders}? Founders cannot be changed. [y/N]`,
    yes: ['y', 'yes'],
    carriedBy: (way) => `Submitter: ${way}`,
    deploying: (contract, transaction) => `Deploying ${contract} (transaction ${transaction}) …`,
    relaying: (contract) => `Deploying ${contract} through the relay …`,
    goingOn: (contract) => `Going on with ${contract}, which an earlier run signed …`,
    done: (contracts, chainId, file) =>
      `${contracts} contracts deployed on chain ${chainId}, pinned in ${file}`,
    allThere: (chainId) => `All contracts are there already, on chain ${chainId}; nothing was sent`,
  },
  es: {
    ask: (contracts, chainId, founders) =>
      `¿Desplegar ${contracts} contratos en la cadena ${chainId}, fundados por estos ${founders}? ` +
      'Los fundadores no se pueden cambiar. [s/N]',
    yes: ['s', 'si', 'sí', 'y'],
    carriedBy: (way) => `Vía de envío: ${way}`,
    deploying: (contract, transaction) => `Desplegando ${contract} (transacción ${transaction}) …`,
    relaying: (contract) => `Desplegando ${contract} por el relay …`,
    goingOn: (contract) => `Continuando con ${contract}, que firmó una ejecución anterior …`,
    done: (contracts, chainId, file) =>
      `${contracts} contratos desplegados en la cadena ${chainId}, fijados en ${file}`,
    allThere: (chainId) => `Todos los contratos ya están en la cadena ${chainId}; no se envió nada`,
  },
  pt: {
    ask: (contracts, chainId, founders) =>
      `Implantar ${contracts} contratos na cadeia ${chainId}, fundados por estes ${founders}? ` +
      'Os fundadores não podem ser mudados. [s/N]',
    yes: ['s', 'sim', 'y'],
    carriedBy: (way) => `Via de envio: ${way}`,
    deploying: (contract, transaction) => `Implantando ${contract} (transação ${transaction}) …`,
    relaying: (contract) => `Implantando ${contract} pelo relay …`,
    goingOn: (contract) => `Continuando com ${contract}, que uma execução anterior assinou …`,
    done: (contracts, chainId, file) =>
      `${contracts} contratos implantados na cadeia ${chainId}, fixados em ${file}`,
    allThere: (chainId) => `Todos os contratos já estão na cadeia ${chainId}; nada foi enviado`,
  },
};
