// Tries every way to a network and prints how each ended. All of them are local, should one be let through.
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

const ways = {
  socket: () => net.connect(1, '127.0.0.1'),
  datagram: () => dgram.createSocket('udp4'),
  lookup: () => dns.lookup('localhost', () => undefined),
  resolve: () => dns.promises.resolve4('localhost'),
  fetch: () => fetch('http://127.0.0.1:1'),
  http: () => import('node:http'),
  https: () => import('node:https'),
  tls: () => import('node:tls'),
};

const answers = {};
for (const [name, go] of Object.entries(ways)) {
  try {
    await go();
    answers[name] = 'let through';
  } catch (error) {
    answers[name] = error.message;
  }
}
process.stdout.write(JSON.stringify(answers));
