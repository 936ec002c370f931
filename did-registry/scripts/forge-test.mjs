// Runs `forge test` with the arguments given, for instance --json or --match-contract Status. Node 18 or later.
import { runForge } from './run-forge.mjs';

runForge(['test', ...process.argv.slice(2)]);
