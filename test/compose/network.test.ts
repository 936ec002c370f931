import { createECDH } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  blockHash,
  decodeExtraData,
  decodeHeader,
  encodeHeader,
  keccak256,
  type RpcBlock,
} from '@eslabon/bundle';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeNetwork, readEnvironment } from './make-network.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
let out: string;

beforeAll(async () => {
  out = await makeNetwork(folder.path);
});

afterAll(() => folder.remove());

const readJson = (name: string, from = out) => JSON.parse(readFileSync(join(from, name), 'utf8'));
const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex.replace(/^0x/, ''), 'hex'));
const validators = ['validator-1', 'validator-2', 'validator-3', 'validator-4'];

/** Public key and address that a key file stands for, computed apart from the script. */
function identityOf(validator: string, from = out) {
  const pair = createECDH('secp256k1');
  pair.setPrivateKey(
    Buffer.from(readEnvironment(join(from, `${validator}.env`)).ESLABON_NODE_KEY ?? '', 'hex'),
  );
  const point = pair.getPublicKey().subarray(1);
  const address = Buffer.from(keccak256(point)).subarray(12);
  return { publicKey: point.toString('hex'), address: `0x${address.toString('hex')}` };
}

describe('the genesis block of the network', () => {
  it('is that of a QBFT chain which stops at Berlin, with nothing on it', () => {
    const { timestamp, extraData, ...genesis } = readJson('genesis.json');
    expect(genesis).toEqual({
      config: {
        chainId: 648_599,
        berlinBlock: 0,
        qbft: { blockperiodseconds: 2, epochlength: 30_000, requesttimeoutseconds: 4 },
      },
      nonce: '0x0',
      gasLimit: '0x14DC9380',
      difficulty: '0x1',
      mixHash: '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365',
      coinbase: `0x${'0'.repeat(40)}`,
      alloc: {},
    });
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(3600);
    expect(extraData).toMatch(/^0x[0-9a-f]+$/);
  });

  it('names exactly the four validators whose keys are there, in ascending order, and nothing else', () => {
    const extraData = decodeExtraData('qbft', bytesOf(readJson('genesis.json').extraData));
    const addresses = validators.map((name) => identityOf(name).address);
    expect(new Set(addresses).size).toBe(4);
    expect(extraData.validators).toEqual([...addresses].sort());
    expect(extraData).toMatchObject({ vanity: new Uint8Array(32), vote: undefined, round: 0, seals: [] });
  });

  it('makes a header that our own code reads, with the hash that network.json tells', () => {
    const genesis = readJson('genesis.json');
    const zeros = (bytes: number) => `0x${'00'.repeat(bytes)}`;
    // keccak-256 of the RLP of an empty list and of an empty string: constants of Ethereum.
    const emptyList = '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347';
    const emptyTrie = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421';
    const block: RpcBlock = {
      parentHash: zeros(32),
      sha3Uncles: emptyList,
      miner: genesis.coinbase,
      stateRoot: emptyTrie,
      transactionsRoot: emptyTrie,
      receiptsRoot: emptyTrie,
      logsBloom: zeros(256),
      difficulty: '0x1',
      number: '0x0',
      gasLimit: '0x14dc9380',
      gasUsed: '0x0',
      timestamp: genesis.timestamp,
      extraData: genesis.extraData,
      mixHash: genesis.mixHash,
      nonce: zeros(8),
    };
    const header = decodeHeader(encodeHeader(block));
    expect(header.fields).toEqual(block);
    expect(blockHash('qbft', header)).toBe(readJson('network.json').genesisHash);
  });
});

describe('the files of the network', () => {
  it('connect each validator with the others, by the keys that they have', () => {
    const enodes: string[] = readJson('static-nodes.json');
    const hosts = ['172.30.77.11', '172.30.77.12', '172.30.77.13', '172.30.77.14'];
    const expected = validators.map((name, i) => `enode://${identityOf(name).publicKey}@${hosts[i]}:30303`);
    expect(enodes).toEqual(expected);
    const permissions = readFileSync(join(out, 'permissions.toml'), 'utf8');
    expect(permissions).toBe(`nodes-allowlist=${JSON.stringify(expected)}\n`);
    expect(readJson('network.json').validators).toEqual(
      validators.map((name, i) => ({ name, address: identityOf(name).address, enode: expected[i] })),
    );
  });

  it('keep secrets to their owner, each in one file, and out of all others', () => {
    expect(statSync(out).mode & 0o777).toBe(0o700);
    const names = readdirSync(out);
    const secrets = names
      .filter((name) => name.endsWith('.env'))
      .map((name) => {
        expect([name, statSync(join(out, name)).mode & 0o777]).toEqual([name, 0o600]);
        const values = Object.values(readEnvironment(join(out, name)));
        expect(values).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
        return values[0] as string;
      });
    expect(secrets).toHaveLength(8);
    expect(new Set(secrets).size).toBe(8);
    for (const name of names.filter((other) => !other.endsWith('.env'))) {
      expect([name, statSync(join(out, name)).mode & 0o777]).toEqual([name, 0o644]);
      const text = readFileSync(join(out, name), 'utf8');
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });

  it('are not made over a network that is there; by force they are, and the old keys stay beside', async () => {
    const before = readJson('network.json');
    await expect(makeNetwork(folder.path)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('docker compose down --volumes'),
    });
    expect(readJson('network.json')).toEqual(before);

    await makeNetwork(folder.path, '--force');
    const now = readJson('network.json');
    expect(now.genesisHash).not.toBe(before.genesisHash);
    const old = readdirSync(join(folder.path, '.eslabon')).filter((name) => /^compose\.\d+$/.test(name));
    expect(old).toHaveLength(1);
    expect(readJson('network.json', join(folder.path, '.eslabon', old[0] as string))).toEqual(before);
  });

  it('replace nothing that is no network, not even by force', async () => {
    const other = temporaryFolder();
    try {
      const precious = join(other.path, '.eslabon');
      await makeNetwork(other.path);
      writeFileSync(join(precious, 'thesis.txt'), 'years of work');
      const attempt = makeNetwork(precious, '--force', '--out', precious);
      await expect(attempt).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('no network') });
      expect(existsSync(join(precious, 'thesis.txt'))).toBe(true);
    } finally {
      other.remove();
    }
  });
});
