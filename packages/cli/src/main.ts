import { processIo } from './io/process-io.js';
import { run } from './run.js';

// A reader that has seen enough (`eslabon … | head`) is no error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

process.exitCode = await run(process.argv.slice(2), processIo());
