import { EslabonError } from '@eslabon/core';

/** @throws EslabonError INPUT_INVALID unless it is the address of something that speaks HTTP. A password in it is not repeated. */
export function demandNodeUrl(text: string): void {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return;
  throw new EslabonError(
    'INPUT_INVALID',
    `“${text.replace(/\/\/.*@/, '//…@')}” is not the address of a node.`,
    {
      hints: ['An address looks like http://127.0.0.1:8545.'],
    },
  );
}
