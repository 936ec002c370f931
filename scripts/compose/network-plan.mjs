// What is the same in every network that docker-compose.yml runs. A test compares it with that file.

/** Of this network alone: a signature or a DID of it means nothing on LACChain's networks. */
export const chainId = 648_599;

/** Addresses of the validators in the network of the containers, in the order of their names. */
export const validatorHosts = ['172.30.77.11', '172.30.77.12', '172.30.77.13', '172.30.77.14'];

export const p2pPort = 30_303;

/** The two founders. Paths and hosts are those that their containers see. */
export const agents = [
  {
    country: 'PE',
    name: 'Superintendencia Nacional de Aduanas y de Administración Tributaria',
    port: 4101,
    utcOffset: '-05:00',
  },
  { country: 'MX', name: 'Agencia Nacional de Aduanas de México', port: 4102, utcOffset: '-06:00' },
];

/** Configuration of an agent. The deployment is a file that the deployment job writes. */
export function agentConfig({ country, name, port, utcOffset }) {
  return {
    country,
    name,
    dataDir: '/data',
    host: '0.0.0.0',
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    rpcUrl: 'http://validator-1:8545',
    deployment: '/network/deployment.json',
    utcOffset,
  };
}
