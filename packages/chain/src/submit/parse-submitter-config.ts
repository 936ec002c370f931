import { type Address, EslabonError, lowerHex } from '@eslabon/core';
import { gasAllowances, type SubmitterConfig } from './submitter-config.js';

/** A member of a configuration that cannot be used, and what it has to be. Values are not repeated. */
export interface SubmitterProblem {
  /** Empty for the configuration as a whole. */
  member: string;
  message: string;
}

/** A submitter configuration as it stands in a file: names of memberships, and what is usual may be absent. */
export type SubmitterSettings =
  | { model: 'direct' }
  | {
      model: 'relay';
      relaySignerUrl: string;
      nodeAddress: Address;
      expirationSeconds?: number | undefined;
      gasAllowance: keyof typeof gasAllowances | number;
    }
  | { model: 'hub'; hub: Address; space?: number | undefined };

/** The value as it is used, or a sentence about what it has to be. */
type Reading = { value: unknown } | { wrong: string };

/** Reads one member; absent ones are `undefined`. */
type Read = (value: unknown) => Reading;

const membersOf: Readonly<Record<SubmitterConfig['model'], Readonly<Record<string, Read>>>> = {
  direct: {},
  relay: {
    relaySignerUrl: readUrl,
    nodeAddress: readAddress,
    // RelaySigners refuse what expires in less than five minutes.
    expirationSeconds: (value) => readInteger(value ?? 600, 300, 86_400),
    gasAllowance: readAllowance,
  },
  hub: {
    hub: readAddress,
    space: (value) => readInteger(value ?? 0, 0, 0xffff_ffff),
  },
};

/** Less does not carry anything: the relay itself takes 300,000. */
const leastAllowance = 350_000;

/**
 * Checks by which way to reach the chain.
 * @throws EslabonError CONFIG_INVALID that names every wrong member; values are not repeated
 */
export function parseSubmitterConfig(value: unknown): SubmitterConfig {
  const { config, problems } = readSubmitterConfig(value);
  if (config !== undefined) return config;
  const wrong = problems.map(({ member, message }) => `${member || '(all)'}: ${message}`);
  throw new EslabonError('CONFIG_INVALID', `The submitter is not usable: ${wrong.join('; ')}.`, {
    hints: ['docs/operations.md, “Ways to the chain”, lists every member.'],
  });
}

/** Like {@link parseSubmitterConfig}, for whoever puts the problems into a report of its own. */
export function readSubmitterConfig(
  value: unknown,
): { config: SubmitterConfig; problems?: undefined } | { config?: undefined; problems: SubmitterProblem[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problems: [{ member: '', message: 'must be an object' }] };
  }
  const { model, ...given } = value as Record<string, unknown>;
  if (!isModel(model)) {
    const models = Object.keys(membersOf).join(', ');
    return { problems: [{ member: 'model', message: `must be one of ${models}` }] };
  }
  const read = membersOf[model];
  const problems: SubmitterProblem[] = Object.keys(given)
    .filter((member) => !Object.hasOwn(read, member))
    .map((member) => ({ member, message: `is no member of the model ${model}` }));
  const config: Record<string, unknown> = { model };
  for (const [member, readMember] of Object.entries(read)) {
    const reading = readMember(given[member]);
    if ('wrong' in reading) problems.push({ member, message: reading.wrong });
    else config[member] = reading.value;
  }
  return problems.length > 0 ? { problems } : { config: config as SubmitterConfig };
}

function isModel(value: unknown): value is SubmitterConfig['model'] {
  return typeof value === 'string' && Object.hasOwn(membersOf, value);
}

function readUrl(value: unknown): Reading {
  const isUrl = typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
  return isUrl ? { value } : { wrong: 'must be an address that begins with http: or https:' };
}

function readAddress(value: unknown): Reading {
  const isAddress = typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value);
  return isAddress ? { value: lowerHex(value) } : { wrong: 'must be 20 bytes in hexadecimal with 0x' };
}

function readInteger(value: unknown, least: number, most: number): Reading {
  const fits = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  return fits ? { value } : { wrong: `must be an integer from ${least} to ${most}` };
}

function readAllowance(value: unknown): Reading {
  if (typeof value === 'string' && Object.hasOwn(gasAllowances, value)) {
    return { value: gasAllowances[value as keyof typeof gasAllowances] };
  }
  const fits = Number.isSafeInteger(value) && (value as number) >= leastAllowance;
  const names = Object.keys(gasAllowances).join(', ');
  return fits ? { value } : { wrong: `must be one of ${names}, or gas from ${leastAllowance}` };
}
