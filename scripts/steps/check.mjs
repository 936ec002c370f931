import { pinnedNode, run } from './run-command.mjs';

const colors = process.stdout.isTTY ? [] : ['--colors=off'];

const checks = [
  ['types of sources', ['node_modules/typescript/bin/tsc', '-b']],
  ['types of tests', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.test.json']],
  ['types of the design kit', ['node_modules/typescript/bin/tsc', '-p', 'packages/ui/tsconfig.test.json']],
  [
    'types of the border-post app',
    ['node_modules/typescript/bin/tsc', '-p', 'agents/verify/tsconfig.test.json'],
  ],
  ['types of the wallet', ['node_modules/typescript/bin/tsc', '-p', 'agents/wallet/tsconfig.test.json']],
  ['types of the portal', ['node_modules/typescript/bin/tsc', '-p', 'agents/portal/tsconfig.test.json']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'ci', ...colors, '--error-on-warnings', '.']],
  ['dead code', ['node_modules/knip/bin/knip.js']],
];

/** Static checks. All of them run, so that one look shows everything. */
export async function check() {
  let failed = 0;
  for (const [what, args] of checks) {
    const code = await run(pinnedNode, args);
    console.error(`${code === 0 ? 'ok    ' : 'FAILED'} ${what}`);
    if (code !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}

/** Repairs format and what the linter can repair. */
export function fix() {
  return run(pinnedNode, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.']);
}
