import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

interface Bind {
  type: 'bind';
  source: string;
  target: string;
  read_only?: boolean;
}

/** A service, as far as tests look at it. */
export interface Service {
  image: string;
  build?: { context: string; dockerfile?: string };
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  restart?: string;
  profiles?: string[];
  env_file?: string[];
  environment?: Record<string, string>;
  command?: string[];
  healthcheck?: { test: string[] };
  ports?: string[];
  networks?: string[] | Record<string, { ipv4_address?: string }>;
  volumes?: (string | Bind)[];
  depends_on?: Record<string, { condition: string }>;
  deploy?: { resources: { limits: { cpus: string; memory: string; pids: number } } };
}

interface ComposeFile {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, unknown>;
}

/** docker-compose.yml, its aliases and merges resolved. */
export function readComposeFile(): ComposeFile {
  return parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as ComposeFile;
}

/** A service of the file. */
export function serviceOf(name: string): Service {
  const service = readComposeFile().services[name];
  if (service === undefined) throw new Error(`docker-compose.yml has no service ${name}.`);
  return service;
}

/** What is laid into a container: source (a path or the name of a volume) by target. */
export function mountsOf({ volumes = [] }: Service): Map<string, { source: string; isReadOnly: boolean }> {
  return new Map(
    volumes.map((volume) => {
      if (typeof volume === 'string') {
        const [source = '', target = '', mode] = volume.split(':');
        return [target, { source, isReadOnly: mode === 'ro' }];
      }
      return [volume.target, { source: volume.source, isReadOnly: volume.read_only === true }];
    }),
  );
}
