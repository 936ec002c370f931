import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { generate } from 'selfsigned';

/** Host that the server is reached by: a name, because did:web has no addresses. */
export const host = 'localhost';

export interface TlsFront {
  port: number;
  /** The certificate, in PEM, that callers have to trust or to overlook. */
  certificate: string;
  /** Passes every connection on, decrypted, to a port of this machine. */
  passTo(port: number): void;
  stop(): Promise<void>;
}

/** Ends TLS in front of an agent, as a proxy does in production, with a certificate that is made on the spot. */
export async function startTlsFront(port: number): Promise<TlsFront> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: host },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  let target: number | undefined;
  const server = createServer({ key, cert, ALPNProtocols: ['http/1.1'] }, (outside) => {
    if (target === undefined) {
      outside.destroy();
      return;
    }
    const inside = connect(target, '127.0.0.1');
    outside.pipe(inside).pipe(outside);
    outside.on('error', () => inside.destroy());
    inside.on('error', () => outside.destroy());
    outside.on('close', () => inside.destroy());
    inside.on('close', () => outside.destroy());
  });
  // A caller that does not like the certificate is no reason to end.
  server.on('tlsClientError', () => undefined);
  const open = new Set<import('node:net').Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    certificate: cert,
    passTo(inner) {
      target = inner;
    },
    stop() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
