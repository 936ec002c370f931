import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mountsOf, readComposeFile, root, type Service, serviceOf } from './compose-file.js';
import { makeNetwork } from './make-network.js';
import { temporaryFolder } from './temporary-folder.js';

const { services, networks, volumes } = readComposeFile();
const all = Object.entries(services);
const validators = ['validator-1', 'validator-2', 'validator-3', 'validator-4'].map(
  (name) => [name, serviceOf(name)] as const,
);
const folder = temporaryFolder();
let out: string;

beforeAll(async () => {
  out = await makeNetwork(folder.path);
});

afterAll(() => folder.remove());

const readJson = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8'));

describe.each(all)('service %s', (_name, service: Service) => {
  it('is not root, cannot become it, and writes only where it is said', () => {
    expect(service.user).toMatch(/^(besu|node|postgres)$/);
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });

  it('has limits, a restart policy and a pinned image', () => {
    const { cpus, memory, pids } = service.deploy?.resources.limits ?? {};
    expect([cpus, memory, pids]).toEqual(['1', expect.stringMatching(/^\d+M$/), expect.any(Number)]);
    expect(['no', 'unless-stopped']).toContain(service.restart);
    expect(service.image).toMatch(/^[a-z/]+:\d+(\.\d+)+$/);
  });

  it('lays in what make-network.mjs makes or the file declares, and reads it only', () => {
    for (const [target, { source, isReadOnly }] of mountsOf(service)) {
      if (source in volumes) continue;
      expect([target, isReadOnly]).toEqual([target, true]);
      expect(source).toMatch(/^\.eslabon\/compose\//);
      expect([source, existsSync(join(folder.path, source))]).toEqual([source, true]);
    }
    for (const file of service.env_file ?? []) {
      expect([file, existsSync(join(folder.path, file))]).toEqual([file, true]);
    }
    const named = Array.isArray(service.networks) ? service.networks : Object.keys(service.networks ?? {});
    expect(named.filter((name) => !(name in networks))).toEqual([]);
  });

  it('runs what the repository has', () => {
    const { build, command = [], healthcheck } = service;
    const programs = [...command, ...(healthcheck?.test ?? [])].filter((word) => /^[a-z].*\.mjs$/.test(word));
    expect(programs.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    if (build !== undefined) {
      const dockerfile = join(root, build.dockerfile ?? `${build.context}/Dockerfile`);
      expect([dockerfile, existsSync(dockerfile)]).toEqual([dockerfile, true]);
    }
  });
});

describe('validators', () => {
  it.each(validators)('%s has the address that others look for it at', (name, service) => {
    const { validators: made } = readJson('network.json') as {
      validators: { name: string; enode: string }[];
    };
    const host = /@([\d.]+):(\d+)$/.exec(made.find((one) => one.name === name)?.enode ?? '');
    const { chain } = service.networks as Record<string, { ipv4_address?: string }>;
    expect(chain?.ipv4_address).toBe(host?.[1]);
    expect(service.environment?.BESU_P2P_HOST).toBe(host?.[1]);
    expect(service.command).toContain(`--p2p-port=${host?.[2]}`);
    expect(service.env_file).toEqual([`.eslabon/compose/${name}.env`]);
  });

  it.each(validators)(
    '%s keeps the state of every block, takes free transactions, and reads its files',
    (_name, service) => {
      expect(service.command).toEqual(
        expect.arrayContaining([
          '--data-storage-format=FOREST',
          '--sync-mode=FULL',
          '--min-gas-price=0',
          '--rpc-http-api=ETH,NET,WEB3,QBFT',
        ]),
      );
      const mounts = mountsOf(service);
      const paths = (service.command ?? []).flatMap((option) => /=(\/.*)$/.exec(option)?.[1] ?? []);
      expect(paths.sort()).toEqual([...mounts.keys()].sort());
    },
  );

  it('offer one port only, that of JSON-RPC, and to this machine only', () => {
    expect(validators.flatMap(([, { ports = [] }]) => ports)).toEqual(['127.0.0.1:8545:8545']);
    expect(networks.chain?.internal).toBe(true);
    const elsewhere = all.flatMap(([, { ports = [] }]) => ports);
    expect(elsewhere.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    const outside = validators.slice(1).map(([, service]) => service.environment?.BESU_RPC_HTTP_HOST);
    expect(outside).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
  });

  it('have the image that their Dockerfile makes, of a pinned Besu', () => {
    const dockerfile = readFileSync(join(root, 'docker/validator/Dockerfile'), 'utf8');
    const besu = /^FROM hyperledger\/besu:([\d.]+)$/m.exec(dockerfile)?.[1];
    for (const [, { image }] of validators) expect(image).toBe(`eslabon/validator:${besu}`);
    for (const script of ['start.sh', 'healthy.sh']) {
      expect(dockerfile).toContain(script);
      expect(existsSync(join(root, 'docker/validator', script))).toBe(true);
    }
  });
});

describe('agents', () => {
  it.each(['pe', 'mx'])('of %s is started with its own secrets, after its registry is there', (country) => {
    const service = serviceOf(`agent-${country}`);
    const config = readJson(`agent-${country}.json`);
    expect(config.country).toBe(country.toUpperCase());
    expect(service.env_file).toEqual([`.eslabon/compose/agent-${country}.env`]);
    expect(service.ports).toEqual([`127.0.0.1:${config.port}:${config.port}`]);
    expect(config.publicUrl).toBe(`http://127.0.0.1:${config.port}`);
    expect(service.healthcheck?.test).toContain(`http://127.0.0.1:${config.port}`);
    expect(service.depends_on).toEqual({ deploy: { condition: 'service_completed_successfully' } });
    const mounts = mountsOf(service);
    expect(mounts.get(config.dataDir)).toEqual({ source: `agent-${country}`, isReadOnly: false });
    expect(mounts.get('/network')).toEqual({ source: 'network', isReadOnly: true });
    expect(serviceOf('deploy').command).toContain(`--out=${config.deployment}`);
    expect(serviceOf('deploy').command).toContain(`--rpc=${config.rpcUrl}`);
  });

  it('get DIDs of the chain that the genesis block is of', () => {
    const { chainId } = readJson('genesis.json').config;
    for (const name of ['prepare-pe', 'prepare-mx']) {
      expect(serviceOf(name).command).toEqual(expect.arrayContaining(['--chain-id', String(chainId)]));
    }
  });

  it('run on the Node, with the pnpm, that the repository pins', () => {
    const dockerfile = readFileSync(join(root, 'docker/agent/Dockerfile'), 'utf8');
    const { node } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies;
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(images).toEqual([`node:${node}-slim`, `node:${node}-slim`]);
    const install = readFileSync(join(root, 'scripts/steps/install.mjs'), 'utf8');
    expect(dockerfile).toContain(/'(pnpm@[\d.]+)'/.exec(install)?.[1]);
  });
});

describe('PostgreSQL', () => {
  it('waits for later', () => {
    expect(all.filter(([, { profiles }]) => profiles !== undefined).map(([name]) => name)).toEqual([
      'postgres',
    ]);
    expect(all.filter(([, { depends_on: needs = {} }]) => 'postgres' in needs)).toEqual([]);
  });
});

describe('the repository', () => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

  it('has no secret, and neither have images', () => {
    const made = ['genesis.json', 'validator-1.env', 'deployer.env', 'agent-pe.env'];
    const paths = made.map((name) => `.eslabon/compose/${name}`);
    expect(git('check-ignore', ...paths).split('\n')).toEqual(paths);
    expect(git('ls-files', '.eslabon', '*.env', '*.key', '*.pem')).toBe('');
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.eslabon', '.git', '**/*.env']));
  });

  it('writes no secret into docker-compose.yml', () => {
    const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
    expect(text).not.toMatch(/[0-9a-f]{40}/i);
    expect(text).not.toMatch(/(PASSWORD|KEY|SECRET)\s*[:=]/);
  });
});
