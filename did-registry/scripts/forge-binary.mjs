import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const architectures = { x64: 'amd64', arm64: 'arm64' };

/** Path of the forge executable that npm installed for this platform; npm's own launcher needs a postinstall. */
export function forgeBinary(platform = process.platform, arch = process.arch) {
  const launcher = createRequire(import.meta.url).resolve('@foundry-rs/forge/package.json');
  const name = `@foundry-rs/forge-${platform}-${architectures[arch] ?? arch}`;
  const manifest = createRequire(launcher).resolve(`${name}/package.json`);
  return join(dirname(manifest), 'bin', platform === 'win32' ? 'forge.exe' : 'forge');
}
