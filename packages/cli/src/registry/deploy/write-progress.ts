import type { Deployment } from '@eslabon/bundle';
import type { DeploymentProgress } from '@eslabon/chain';
import { writeAtomically } from '../../files/write-atomically.js';
import type { Io } from '../../io/io.js';

/**
 * Writes how far a deployment got. `unfinished` keeps what is not whole from being taken for a deployment; a whole one is
 * exactly what agents and verifiers read.
 * @throws EslabonError FILE_UNWRITABLE
 */
export async function writeProgress(
  io: Io,
  file: string,
  progress: DeploymentProgress | Deployment,
): Promise<void> {
  const isWhole = 'layoutVersion' in progress;
  const content = isWhole ? progress : { unfinished: true, ...progress };
  await writeAtomically(io, file, new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`));
}
