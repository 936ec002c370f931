import { randomBytes } from 'node:crypto';
import { genesisHash, makeGenesis } from './genesis.mjs';
import { agentConfig, agents, chainId, p2pPort, validatorHosts } from './network-plan.mjs';
import { makeValidatorKeys } from './validator-keys.mjs';

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const secret = () => randomBytes(32).toString('hex');

/**
 * Every file of a new network, with keys that nobody has seen: name → text. Those that end in `.env` are secret; the
 * others may be known.
 */
export function networkFiles(now = new Date()) {
  const validators = makeValidatorKeys(validatorHosts.length);
  const genesis = makeGenesis({
    chainId,
    validators: validators.map(({ address }) => address),
    timestamp: Math.floor(now.getTime() / 1000),
  });
  const enodes = validators.map(({ publicKey }, i) => `enode://${publicKey}@${validatorHosts[i]}:${p2pPort}`);
  return new Map([
    ['genesis.json', json(genesis)],
    ['static-nodes.json', json(enodes)],
    ['permissions.toml', `nodes-allowlist=${JSON.stringify(enodes)}\n`],
    [
      'network.json',
      json({
        chainId,
        genesisHash: genesisHash(genesis),
        validators: validators.map(({ address }, i) => ({
          name: `validator-${i + 1}`,
          address,
          enode: enodes[i],
        })),
      }),
    ],
    ...agents.map((agent) => [`agent-${agent.country.toLowerCase()}.json`, json(agentConfig(agent))]),
    ...validators.map((validator, i) => [`validator-${i + 1}.env`, `ESLABON_NODE_KEY=${validator.secret}\n`]),
    ...agents.map(({ country }) => [
      `agent-${country.toLowerCase()}.env`,
      `ESLABON_MASTER_KEY=${secret()}\n`,
    ]),
    ['deployer.env', `ESLABON_DEPLOYER_KEY=${secret()}\n`],
    ['postgres.env', `POSTGRES_PASSWORD=${secret()}\n`],
  ]);
}
