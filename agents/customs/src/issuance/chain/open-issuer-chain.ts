import { readFileSync } from 'node:fs';
import type { AgentParts } from '../../agent-parts.js';
import { type IssuerCertificates, readIssuerChain, unusable } from './read-issuer-chain.js';

/** Certificates of the key that signs SD-JWT VCs. */
export interface IssuerChain {
  /** What an SD-JWT VC that is signed now has as `x5c`; `undefined` when it has expired. Logs what an operator must do. */
  current(): readonly string[] | undefined;
}

type Parts = Pick<AgentParts, 'keys' | 'clock' | 'log'>;

const day = 86_400_000;

/** For so long before its end the log says that a certificate has to be renewed. */
const warnedBefore = 30 * day;

/**
 * Opens the certificates of the key that signs SD-JWT VCs. The file is read again whenever they are needed, so that
 * renewed ones are used without a restart; while what it has then cannot be used, those of before go on being sent until
 * they expire. After that nobody gets any: companies must not be left without a certificate because of them.
 * @throws EslabonError CONFIG_INVALID when they cannot be used now
 */
export function openIssuerChain(file: string, { keys, clock, log }: Parts): IssuerChain {
  const key = keys.key('delegate-1');
  let text = readText(file);
  let kept: IssuerCertificates = readIssuerChain(text, key, clock());
  /** When what was logged last, so that it is not logged for every certificate. */
  const logged = new Map<string, number>();

  return {
    current() {
      renew();
      const now = clock().getTime();
      const { x5c, expiresAt } = kept;
      const until = new Date(expiresAt).toISOString();
      if (expiresAt <= now) {
        once('error', { until }, 'the certificate of the key has expired: SD-JWT VCs are issued without x5c');
        return undefined;
      }
      if (expiresAt - now < warnedBefore) {
        once('warn', { until }, 'the certificate of the key (issuance.x509) expires soon: have it renewed');
      }
      return x5c;
    },
  };

  function renew(): void {
    try {
      const found = readText(file);
      if (found === text) return;
      kept = readIssuerChain(found, key, clock());
      text = found;
      log.info({ until: new Date(kept.expiresAt).toISOString() }, 'the certificate of the key was renewed');
    } catch (error) {
      once(
        'error',
        { err: error },
        'issuance.x509.certificateFile cannot be used: the one of before is kept',
      );
    }
  }

  /** Once a day. */
  function once(level: 'warn' | 'error', facts: object, message: string): void {
    const now = clock().getTime();
    if (now - (logged.get(message) ?? Number.NEGATIVE_INFINITY) < day) return;
    logged.set(message, now);
    log[level](facts, message);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw unusable(`“${file}” cannot be read`, 'Name a PEM file that the agent may read.', cause);
  }
}
