import { certificateCount } from './network/certificate-count.js';
import type { Network } from './network/start-network.js';

/** The table that `npm start` ends with: addresses, keys for trying, and what to do next. */
export async function describeNetwork(network: Network): Promise<string> {
  const rows: string[][] = [['', 'AGENT', 'AEOs', 'KEY OF A SUPERVISOR, FOR TRYING']];
  let total = 0;
  for (const [country, agent] of [...network.agents].sort(([a], [b]) => a.localeCompare(b))) {
    const count = await certificateCount(agent);
    total += count;
    rows.push([country, agent.url, String(count), network.apiKeys[country]?.supervisor ?? '']);
  }
  const mexico = network.agents.get('MX')?.url ?? '';
  const peru = network.agents.get('PE')?.url ?? '';
  return `
${table(rows)}

${network.agents.size} agents, ${total} operators, chain at ${network.rpcUrl}.
Every agent has a try-it page: ${mexico}/docs
The border post's app, which then works without a network: ${mexico}/verify/ (trust anchor: .eslabon/trust.json)
The portal of Peru's officers: ${peru}/portal/ (sign in with the key above)
The wallet of Peru's companies: ${peru}/wallet/

Four next steps, in another window, in this folder:

  1. Take a Peruvian certificate and Mexico's offline bundle:
     npx eslabon certificate credential OEA-PE-2020-0002 --agent PE --out aeo.jwt
     npx eslabon bundle fetch --agent MX --out mx.bundle

  2. Decide as Mexico. This needs no network:
     npx eslabon verify aeo.jwt --bundle mx.bundle --as MX

  3. Suspend it as Peru, fetch the bundle again, and decide again:
     npx eslabon status suspend OEA-PE-2020-0002 --agent PE --reason SECURITY_INCIDENT --decision R-001-2026
     npx eslabon bundle fetch --agent MX --out mx.bundle
     npx eslabon verify aeo.jwt --bundle mx.bundle --as MX

  4. Give a company its certificate in a wallet: open the link that this prints, and type the code.
     npx eslabon certificate offer OEA-PE-2021-0001 --agent PE

Ctrl-C stops everything; the next npm start goes on from here; npm start -- --fresh begins anew.
`;
}

function table(rows: string[][]): string {
  const widths = (rows[0] as string[]).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
