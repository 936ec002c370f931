import type { Language } from '@eslabon/core';

interface DeploySentences {
  ask(contracts: number, chainId: number, founders: number): string;
  yes: readonly string[];
  deploying(contract: string, transaction: string): string;
  done(contracts: number, chainId: number, file: string): string;
  allThere(chainId: number): string;
}

/** The words of `registry deploy`. */
export const deploySentences: Record<Language, DeploySentences> = {
  en: {
    ask: (contracts, chainId, founders) =>
      `Deploy ${contracts} contracts on chain ${chainId}, founded by these ${founders}? Founders cannot be changed. [y/N]`,
    yes: ['y', 'yes'],
    deploying: (contract, transaction) => `Deploying ${contract} (transaction ${transaction}) …`,
    done: (contracts, chainId, file) =>
      `${contracts} contracts deployed on chain ${chainId}, pinned in ${file}`,
    allThere: (chainId) => `All contracts are there already, on chain ${chainId}; nothing was sent`,
  },
  es: {
    ask: (contracts, chainId, founders) =>
      `¿Desplegar ${contracts} contratos en la cadena ${chainId}, fundados por estos ${founders}? ` +
      'Los fundadores no se pueden cambiar. [s/N]',
    yes: ['s', 'si', 'sí', 'y'],
    deploying: (contract, transaction) => `Desplegando ${contract} (transacción ${transaction}) …`,
    done: (contracts, chainId, file) =>
      `${contracts} contratos desplegados en la cadena ${chainId}, fijados en ${file}`,
    allThere: (chainId) => `Todos los contratos ya están en la cadena ${chainId}; no se envió nada`,
  },
  pt: {
    ask: (contracts, chainId, founders) =>
      `Implantar ${contracts} contratos na cadeia ${chainId}, fundados por estes ${founders}? ` +
      'Os fundadores não podem ser mudados. [s/N]',
    yes: ['s', 'sim', 'y'],
    deploying: (contract, transaction) => `Implantando ${contract} (transação ${transaction}) …`,
    done: (contracts, chainId, file) =>
      `${contracts} contratos implantados na cadeia ${chainId}, fixados em ${file}`,
    allThere: (chainId) => `Todos os contratos já estão na cadeia ${chainId}; nada foi enviado`,
  },
};
