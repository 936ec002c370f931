import { Option } from 'commander';

/** What the block is to be believed by. */
export function modeOption(): Option {
  return new Option(
    '--mode <mode>',
    'attested: the authority vouches for the block; sealed: the validators do (default: the agent’s best)',
  ).choices(['attested', 'sealed']);
}
