import type { Offer } from '@eslabon/client/contract';
import { afterEach, describe, expect, it } from '@jest/globals';
import { run } from '../run.js';
import { certificateAnswer, certificateId } from '../testing/agent-answers.js';
import { captureIo } from '../testing/capture-io.js';
import { type HttpServer, serveHttp } from '../testing/serve-http.js';

const offerId = '7a1d1d0e-7c43-4d6b-9f5b-0f4e3a0c5b21';

const message = { subject: 's', text: 't' };

const offer: Offer = {
  id: offerId,
  offerUrl: 'openid-credential-offer://?credential_offer_uri=https%3A%2F%2Faduana.example%2Fo',
  offerUrlByValue: 'openid-credential-offer://?credential_offer=%7B%7D',
  offerUri: 'https://aduana.example/o',
  walletUrl: 'https://aduana.example/wallet/#offer=x',
  qr: '<svg/>',
  qrText: '█▀█\n█\u001b[2J▄',
  messages: { es: message, pt: message, en: message },
  txCode: '493536',
  expiresAt: '2026-05-03T13:00:00Z',
};

const unavailable = {
  type: 'urn:eslabon:problem:MAIL_UNAVAILABLE',
  title: 'The mail server cannot be used now.',
  status: 503,
  code: 'MAIL_UNAVAILABLE',
  hints: [],
};

let server: HttpServer | undefined;
afterEach(() => server?.close());

async function offerWith(args: readonly string[], canSend = true) {
  server = await serveHttp(({ method, path }) => {
    if (path === `/v1/certificates/${certificateId}`) return { body: certificateAnswer() };
    if (method !== 'POST') return undefined;
    if (path.endsWith('/offers')) return { status: 201, body: offer };
    if (!canSend) return { status: 503, type: 'application/problem+json', body: unavailable };
    return { body: { to: 'a@example.com', language: 'pt', sentAt: '2026-05-03T12:00:00Z', left: 4 } };
  });
  const io = captureIo({ env: { ESLABON_AGENT: server.url, ESLABON_KEY: 'k', LANG: 'es_PE.UTF-8' } });
  const code = await run(['certificate', 'offer', certificateId, ...args], io);
  return { code, out: io.out(), err: io.err(), posted: server.seen.filter((each) => each.method === 'POST') };
}

describe('certificate offer', () => {
  it('prints code, links, transaction code and time, none of which can steer the terminal', async () => {
    const { code, out, posted } = await offerWith([]);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      ...['█▀█', '█\ufffd[2J▄', ''],
      `Enlace                 ${offer.walletUrl}`,
      `Otras billeteras       ${offer.offerUrl}`,
      'Código de transacción  493536',
      'Sirve hasta            2026-05-03T13:00:00Z',
      '',
      'El código se muestra solo aquí. Déselo a la empresa por otra vía que el enlace.',
      '',
    ]);
    expect(posted.map(({ path }) => path)).toEqual([`/v1/certificates/${certificateId}/offers`]);
  });

  it('has the agent send it, with the link that the offer had', async () => {
    const { code, out, posted } = await offerWith(['--email', 'a@example.com', '--language', 'pt']);
    expect({ code, sent: out.includes('Enviado a a@example.com, sin el código.') }).toEqual({
      ...{ code: 0, sent: true },
    });
    expect(posted[1]?.path).toBe(`/v1/certificates/${certificateId}/offers/${offerId}/email`);
    expect(JSON.parse(posted[1]?.body ?? '')).toEqual({
      ...{ to: 'a@example.com', language: 'pt', offerUrl: offer.offerUrl },
    });
  });

  it('prints the offer also when the mail could not be sent, and says so', async () => {
    for (const json of [[], ['--json']]) {
      const { code, out, err } = await offerWith(['--email', 'a@example.com', ...json], false);
      expect(code).toBe(2);
      expect(out).toContain('493536');
      expect(err).toContain('error MAIL_UNAVAILABLE');
      await server?.close();
    }
  });

  it('prints JSON on one line', async () => {
    expect(JSON.parse((await offerWith(['--json'])).out)).toEqual(offer);
    await server?.close();
    const sent = JSON.parse((await offerWith(['--json', '--email', 'a@example.com'])).out);
    expect(sent).toMatchObject({ txCode: '493536', emailed: { to: 'a@example.com' } });
  });

  it('refuses a language that it has no words for, without asking the agent', async () => {
    const { code } = await offerWith(['--email', 'a@example.com', '--language', 'fr']);
    expect({ code, seen: server?.seen }).toEqual({ code: 2, seen: [] });
  });
});
