import { it } from '@jest/globals';
import { startRegistries } from '../testing/start-registries.js';
import { setStatus } from '../instructions/set-status.js';
import { startAnvil } from '@eslabon/testkit';
it('x', async () => {
  const net = await startRegistries(['BO', 'CL', 'CO']);
  try {
    const { client } = net;
    await net.act(net.authority('BO'), 'statusRegistry', setStatus, { changes: [{ list: 0, word: 0, revoke: 0n, suspend: 1n, reinstate: 0n }] });
    const n = await net.act(net.authority('BO'), 'statusRegistry', setStatus, { changes: [{ list: 0, word: 0, revoke: 0n, suspend: 0n, reinstate: 1n }] });
    for (const b of [2, n - 1, n]) {
      const block = await client.request('eth_getBlockByNumber', [`0x${b.toString(16)}`, false]) as any;
      try {
        const t = await client.request('debug_traceTransaction', [block.transactions[0], { tracer: 'prestateTracer', tracerConfig: { diffMode: true } }]);
        console.log(b, JSON.stringify(t, (k, v) => typeof v === 'string' && v.length > 200 ? v.slice(0, 20) + '…' : v, 1));
      } catch (e) { console.log(b, String(e)); }
      try {
        const t = await client.request('debug_traceBlockByNumber', [`0x${b.toString(16)}`, { tracer: 'prestateTracer', tracerConfig: { diffMode: true } }]);
        console.log(b, 'block trace ok', JSON.stringify(t).length);
      } catch (e) { console.log(b, String(e)); }
    }
  } finally { await net.anvil.stop(); }
});
