import type { StatusChangeView } from '@eslabon/client/contract';
import { afterEach, describe, expect, it } from '@jest/globals';
import { run } from '../run.js';
import { certificateAnswer, certificateId, changeAnswer } from '../testing/agent-answers.js';
import { captureIo } from '../testing/capture-io.js';
import { type HttpServer, serveHttp } from '../testing/serve-http.js';

let server: HttpServer | undefined;
afterEach(() => server?.close());

/** An agent that queues a change and then tells its next states, the last one for ever. */
async function change(args: readonly string[], states: readonly Partial<StatusChangeView>[]) {
  let asked = 0;
  const agent = await serveHttp(({ method, path }) => {
    if (path === `/v1/certificates/${certificateId}`) return { body: certificateAnswer() };
    if (method === 'POST') return { status: 202, body: changeAnswer(states[0]) };
    asked = Math.min(asked + 1, states.length - 1);
    return { body: changeAnswer(states[asked]) };
  });
  server = agent;
  const io = captureIo({ env: { ESLABON_AGENT: agent.url, ESLABON_KEY: 'k' } });
  const start = io.now().getTime();
  const code = await run(
    [
      'status',
      args[0] ?? '',
      certificateId,
      '--reason',
      'FRAUD_SUSPECTED',
      '--decision',
      'RI 1',
      ...args.slice(1),
    ],
    io,
  );
  const posted = agent.seen.find(({ method }) => method === 'POST');
  return {
    code,
    out: io.out(),
    err: io.err(),
    waited: io.now().getTime() - start,
    body: posted === undefined ? undefined : JSON.parse(posted.body),
  };
}

describe('status', () => {
  it('sends the decision, waits for the chain and names the block', async () => {
    const { code, out, body } = await change(
      ['suspend', '--decision-date', '2026-05-01'],
      [
        { state: 'queued' },
        { state: 'sent' },
        { state: 'confirmed', blockNumber: 1042, transaction: '0xabc' },
      ],
    );
    expect(body).toEqual({
      action: 'suspend',
      reason: 'FRAUD_SUSPECTED',
      decision: { reference: 'RI 1', date: '2026-05-01' },
    });
    expect(out).toBe('✔ PE-OEA-2024-0012: suspended\n  Confirmed in block 1042 (transaction 0xabc).\n');
    expect(code).toBe(0);
  });

  it('revokes with the number only', async () => {
    const refused = await change(['revoke', '--yes'], [{ state: 'queued' }]);
    expect(refused).toMatchObject({ code: 2, body: undefined });
    await server?.close();
    const done = await change(
      ['revoke', '--confirm', 'PE-OEA-2024-0012', '--json'],
      [{ action: 'revoke', state: 'confirmed', blockNumber: 7 }],
    );
    expect(done).toMatchObject({ code: 0, body: { action: 'revoke', confirm: 'PE-OEA-2024-0012' } });
    expect(JSON.parse(done.out)).toMatchObject({ action: 'revoke', blockNumber: 7 });
  });

  it('gives up waiting after 30 seconds: decided is not confirmed', async () => {
    const { code, out, waited } = await change(
      ['suspend'],
      [{ state: 'queued', note: 'The chain is down.' }],
    );
    expect(code).toBe(1);
    expect(waited).toBe(30_000);
    expect(out).toMatch(/^⚠ .* not yet confirmed by the chain\.\n {2}The chain is down\.\n/);
  });

  it('does not wait with --no-wait, nor for a scheduled change', async () => {
    const unawaited = await change(['suspend', '--no-wait'], [{ state: 'queued' }]);
    expect(unawaited).toMatchObject({ code: 0, waited: 0 });
    await server?.close();
    const scheduled = await change(
      ['suspend', '--effective', '2026-06-01'],
      [{ state: 'scheduled', effectiveAt: '2026-06-01T05:00:00Z' }],
    );
    expect(scheduled).toMatchObject({ code: 0, waited: 0, body: { effectiveDate: '2026-06-01' } });
    expect(scheduled.out).toContain('Scheduled: takes effect at 2026-06-01 05:00 UTC.');
  });

  it('a change that the chain refused is no success', async () => {
    const { code, out } = await change(['suspend'], [{}, { state: 'failed', note: 'CHAIN_NOT_MEMBER' }]);
    expect(code).toBe(1);
    expect(out).toMatch(/^✖ .*\n {2}CHAIN_NOT_MEMBER\n$/);
  });

  it('changes nothing for a date that does not exist', async () => {
    const { code, err, body } = await change(['suspend', '--effective', '2026-02-30'], [{}]);
    expect({ code, body }).toEqual({ code: 2, body: undefined });
    expect(err).toContain('error DATE_INVALID: “2026-02-30”');
  });
});
