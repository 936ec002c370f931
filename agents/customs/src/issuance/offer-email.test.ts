import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Offer } from '@eslabon/client/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { smtpSchema } from '../platform/config/smtp-schema.js';
import {
  type CallAnswer,
  call,
  createTestWallet,
  issueSample,
  type MailServer,
  offerSample,
  type ReceivedMail,
  selfSigned,
  startIssuing,
  startMailServer,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;
let server: MailServer;

const smtpOf = (port: number, changes: object = {}) =>
  smtpSchema.parse({ host: '127.0.0.1', port, secure: 'none', from: 'oea@aduana.example', ...changes });

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
  server = await startMailServer();
  await startIssuing(agent, {}, { smtp: smtpOf(server.port), name: 'Aduana de Perú «Ñandú»' });
});

beforeEach(() => void server.mails.splice(0));

afterAll(async () => {
  await network.stop();
  await server.stop();
});

interface Sample {
  id: string;
  offer: Offer;
}

async function sample(): Promise<Sample> {
  const { id } = await issueSample(agent, {
    legalName: 'Señor & Hijos «Añejo» S.A.',
    certificateNumber: `Ñ-${n++}`,
  });
  return { id, offer: await offerSample(agent, id) };
}
let n = 1;

const send = ({ id, offer }: Sample, body: object = {}): Promise<CallAnswer> =>
  call(agent.url, 'emailOffer', {
    key: agent.keys.officer,
    params: { id, offerId: offer.id },
    body: { to: 'empresa@example.com', language: 'es', offerUrl: offer.offerUrl, ...body },
  });

async function historyOf(id: string) {
  const { items } = await agent.as('auditor').getCertificateHistory({ params: { id } });
  return items.filter(({ event }) => event.startsWith('EMAIL'));
}

/** With another mail server, and the agent of before afterwards. */
async function withServer<T>(
  options: SMTPServerOptions,
  changes: object,
  use: (own: MailServer) => Promise<T>,
) {
  const own = await startMailServer(options);
  try {
    await startIssuing(agent, {}, { smtp: smtpOf(own.port, changes) });
    return await use(own);
  } finally {
    await own.stop();
    await startIssuing(agent, {}, { smtp: smtpOf(server.port), name: 'Aduana de Perú «Ñandú»' });
  }
}

describe('an offer by e-mail', () => {
  it.each([
    ['es', 'Reciba su certificado OEA Ñ-', 'código de transacción. No está en este correo'],
    ['pt', 'Receba o seu certificado OEA Ñ-', 'código de transação. Ele não está neste e-mail'],
    ['en', 'Receive your AEO certificate Ñ-', 'transaction code. It is not in this e-mail'],
  ] as const)(
    'in %s: the link, the time, and never the transaction code',
    async (language, subject, sentence) => {
      const it = await sample();
      expect(await send(it, { language })).toMatchObject({ status: 200, json: { left: 4, language } });
      const [{ source, to, from }] = server.mails as [ReceivedMail];
      expect({ to, from, count: server.mails.length }).toEqual({
        ...{ to: ['empresa@example.com'], from: 'oea@aduana.example', count: 1 },
      });
      const mail = await simpleParser(source);
      expect(mail.subject?.startsWith(subject)).toBe(true);
      expect(mail.from?.value).toEqual([{ name: 'Aduana de Perú «Ñandú»', address: 'oea@aduana.example' }]);
      expect(mail.text).toBe(it.offer.messages[language].text);
      expect(mail.subject).toBe(it.offer.messages[language].subject);
      for (const part of [
        sentence,
        it.offer.walletUrl,
        it.offer.offerUrl,
        'Señor & Hijos «Añejo» S.A.',
        'UTC-05:00',
      ]) {
        expect(mail.text).toContain(part);
      }
      expect(source.toString('latin1')).not.toContain(it.offer.txCode);
      expect(mail.text?.replace(/https?:\S+|openid\S+/g, '')).not.toContain(it.offer.txCode);
      expect({ html: mail.html, attachments: mail.attachments }).toEqual({ html: false, attachments: [] });
      // Headers are ASCII, whatever names and numbers have in them (RFC 2047).
      const head = source.subarray(0, source.indexOf('\r\n\r\n'));
      expect(head.every((byte) => byte < 0x80)).toBe(true);
    },
  );

  it('the history says to whom and whether, not the link', async () => {
    const it = await sample();
    await send(it);
    const entries = await historyOf(it.id);
    expect(entries).toMatchObject([
      {
        event: 'EMAILED',
        actor: 'officer',
        data: { offer: it.offer.id, to: 'empresa@example.com', language: 'es' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('openid4vci');
  });

  it.each([
    'a@example.com\r\nBcc: b@example.com',
    'a@example.com, b@example.com',
    'a@example.com\0',
    'Name <a@example.com>',
    'a b@example.com',
    `${'a'.repeat(250)}@example.com`,
    '',
    ['a@example.com', 'b@example.com'],
    { address: 'a@example.com' },
  ])('no recipient: %j', async (to) => {
    expect(await send(await sample(), { to })).toMatchObject({ code: 'INPUT_INVALID' });
    expect(server.mails).toEqual([]);
  });

  it('sends a link of its own offer alone', async () => {
    const [one, other] = [await sample(), await sample()];
    for (const offerUrl of [
      other.offer.offerUrl,
      one.offer.offerUrlByValue.slice(0, 1000),
      'https://evil.example/',
      `${one.offer.offerUrl}&x=1`,
      one.offer.offerUrl.replace('127.0.0.1', 'evil.example'),
      '',
    ]) {
      expect(await send(one, { offerUrl })).toMatchObject({ code: 'OFFER_MISMATCH', status: 400 });
    }
    expect(await send({ id: other.id, offer: one.offer })).toMatchObject({ code: 'NOT_FOUND' });
    expect(server.mails).toEqual([]);
  });

  it('sends none of an offer that was taken up', async () => {
    const it = await sample();
    await createTestWallet(agent.url).redeem(it.offer);
    expect(await send(it)).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('five mails an offer, also when they are asked for at once', async () => {
    const it = await sample();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(it)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    expect(answers.find(({ status }) => status === 429)?.code).toBe('MAIL_LIMIT');
    expect(server.mails).toHaveLength(5);
  });

  it('takes a key that may offer certificates', async () => {
    const { id, offer } = await sample();
    const body = { to: 'a@example.com', language: 'es', offerUrl: offer.offerUrl };
    const answer = await call(agent.url, 'emailOffer', {
      ...{ key: agent.keys.verifier, params: { id, offerId: offer.id }, body },
    });
    expect(answer.code).toBe('PERMISSION_DENIED');
  });
});

describe('the mail server', () => {
  it('that is away: 503, nothing is lost, and the mail does not count', async () => {
    const it = await withServer({}, {}, async (own) => {
      await own.stop();
      const it = await sample();
      for (let at = 0; at < 6; at++) {
        expect(await send(it)).toMatchObject({ code: 'MAIL_UNAVAILABLE', status: 503 });
      }
      return it;
    });
    expect(await historyOf(it.id)).toHaveLength(6);
    expect((await historyOf(it.id))[0]).toMatchObject({
      ...{ event: 'EMAIL_FAILED', data: { code: 'MAIL_UNAVAILABLE' } },
    });
  });

  it('that refuses the recipient: 422', () =>
    withServer(
      {
        onRcptTo: (_address, _session, done) =>
          done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
      },
      {},
      async () => {
        expect(await send(await sample())).toMatchObject({ code: 'MAIL_REFUSED', status: 422 });
      },
    ));

  it('that is busy: 503, and another try gets through', () => {
    let busy = true;
    return withServer(
      {
        onMailFrom: (_address, _session, done) => {
          done(busy ? Object.assign(new Error('try later'), { responseCode: 451 }) : undefined);
          busy = false;
        },
      },
      {},
      async () => {
        const it = await sample();
        expect(await send(it)).toMatchObject({ code: 'MAIL_UNAVAILABLE' });
        expect(await send(it)).toMatchObject({ status: 200, json: { left: 4 } });
        expect((await historyOf(it.id)).map(({ event }) => event)).toEqual(['EMAIL_FAILED', 'EMAILED']);
      },
    );
  });

  it('whose certificate nobody vouches for: refused, and nothing is said to it', () =>
    withServer({}, { secure: 'starttls' }, async (own) => {
      expect(await send(await sample())).toMatchObject({ code: 'MAIL_UNAVAILABLE' });
      expect(own.mails).toEqual([]);
    }));

  it('that offers no STARTTLS where it is demanded: refused', () =>
    withServer(
      { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] },
      { secure: 'starttls' },
      async (own) => {
        expect(await send(await sample())).toMatchObject({ code: 'MAIL_UNAVAILABLE' });
        expect(own.mails).toEqual([]);
      },
    ));

  it('whose certificate is that of caFile: takes the mail over TLS, with user and password', () => {
    const { certificate, key } = selfSigned('localhost');
    return withServer({ cert: certificate, key }, {}, async (own) => {
      const caFile = join(network.folder, 'mail-ca.pem');
      writeFileSync(caFile, certificate);
      const secured = { host: 'localhost', secure: 'starttls', caFile, user: 'agente', password: 'secreto' };
      await startIssuing(agent, {}, { smtp: smtpOf(own.port, secured) });
      expect(await send(await sample())).toMatchObject({ status: 200 });
      expect(own.mails).toMatchObject([{ secure: true, user: 'agente' }]);
      writeFileSync(caFile, selfSigned('localhost').certificate);
      await startIssuing(agent, {}, { smtp: smtpOf(own.port, secured) });
      expect(await send(await sample())).toMatchObject({ code: 'MAIL_UNAVAILABLE' });
    });
  });

  it('that says nothing at all is given up', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    await startIssuing(agent, {}, { smtp: smtpOf(port) });
    expect(await send(await sample())).toMatchObject({ code: 'MAIL_UNAVAILABLE' });
    silent.close();
  }, 40_000);

  it('that is not configured: 404, with what to do', async () => {
    await startIssuing(agent);
    const { status, json } = await send(await sample());
    expect(status).toBe(404);
    expect(json).toMatchObject({
      code: 'NOT_FOUND',
      hints: [expect.stringContaining('smtp'), expect.any(String)],
    });
  });
});
