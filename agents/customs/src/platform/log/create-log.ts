import { pino } from 'pino';
import { describeError } from './describe-error.js';

/** Structured log on standard error. Keys, tokens and bodies never reach it: only ids, codes and counts are logged. */
export function createLog(level: string, country: string) {
  return pino(
    {
      level,
      base: { country },
      redact: { paths: ['*.apiKey', '*.masterKey', '*.token'], censor: '[redacted]' },
      serializers: { err: describeError },
    },
    pino.destination({ fd: 2, sync: false }),
  );
}

export type Log = ReturnType<typeof createLog>;
