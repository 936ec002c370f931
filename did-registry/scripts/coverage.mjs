// Prints which lines, statements, branches and functions of the contracts the Solidity tests reach. Node 18 or later.
import { runForge } from './run-forge.mjs';

const others = '(node_modules|test|doubles)/';

runForge(['coverage', '--report', 'summary', '--no-match-coverage', others, ...process.argv.slice(2)]);
