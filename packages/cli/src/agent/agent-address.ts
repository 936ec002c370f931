import { EslabonError } from '@eslabon/core';
import type { Io } from '../io/io.js';
import type { AgentOptions } from './agent-options.js';
import { namedAgent } from './named-agent.js';

/** Where the agent is and the key to show it. */
export interface AgentAddress {
  baseUrl: string;
  apiKey: string;
}

/**
 * Address and key of the agent from the options, else from ESLABON_AGENT and ESLABON_KEY. An agent may also be named by
 * its country: then both stand in `.eslabon/agents.json`, and a key of the environment is not sent to that address.
 * @throws EslabonError CONFIG_INVALID when one is missing, INPUT_INVALID when one cannot be right. The key itself
 * is never repeated.
 */
export async function agentAddress(io: Io, options: AgentOptions): Promise<AgentAddress> {
  const agent = (options.agent ?? io.env.ESLABON_AGENT ?? '').trim();
  const named = /^[A-Za-z]{2}$/.test(agent) ? await namedAgent(io, agent.toUpperCase()) : undefined;
  const baseUrl = named?.url ?? agent;
  const apiKey = (options.key ?? named?.key ?? io.env.ESLABON_KEY ?? '').trim();
  if (baseUrl === '') {
    throw new EslabonError('CONFIG_INVALID', 'No agent was named.', {
      hints: [
        'Give --agent URL or set ESLABON_AGENT. Agents of the demo network go by their country: --agent PE.',
      ],
    });
  }
  if (!isHttpUrl(baseUrl)) {
    throw new EslabonError('INPUT_INVALID', `“${baseUrl}” is not the address of an agent.`, {
      hints: ['An address looks like http://127.0.0.1:4101 and holds neither user name nor password.'],
    });
  }
  if (apiKey === '') {
    throw new EslabonError('CONFIG_INVALID', 'No API key was given.', {
      hints: ['Give --key KEY or, better, set ESLABON_KEY: it does not show in the list of processes.'],
    });
  }
  // Anything else cannot stand in a header, and the error about it would repeat the key.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new EslabonError('INPUT_INVALID', 'The API key has characters that no key has.', {
      hints: ['Was it copied whole, and nothing else with it?'],
    });
  }
  return { baseUrl, apiKey };
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
