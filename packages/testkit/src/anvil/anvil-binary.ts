import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Path of the anvil executable that npm installed for this platform.
 * The package's own launcher is skipped: it adds a Node process between us and the chain, which signals do not cross.
 */
export function anvilBinary(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@foundry-rs/anvil-${platform}-${architectures[arch] ?? arch}`;
  const launcher = createRequire(import.meta.url).resolve('@foundry-rs/anvil/package.json');
  let manifest: string;
  try {
    manifest = createRequire(launcher).resolve(`${name}/package.json`);
  } catch (cause) {
    throw new Error(`anvil for ${platform} ${arch} is not installed: npm package ${name} is missing.`, {
      cause,
    });
  }
  return join(dirname(manifest), 'bin', platform === 'win32' ? 'anvil.exe' : 'anvil');
}
