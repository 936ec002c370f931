/**
 * A module for NODE_OPTIONS=--import: every way to a network throws, and the modules that speak to one, or that a
 * quick start cannot afford, cannot be loaded.
 */
export const denyNetwork = `
import dns from 'node:dns';
import module from 'node:module';
import net from 'node:net';
import dgram from 'node:dgram';

const denied = (what) => () => {
  throw new Error('network denied: ' + what);
};
net.Socket.prototype.connect = denied('connect');
dgram.createSocket = denied('datagram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = denied(name);
  dns.promises[name] = denied(name);
}
globalThis.fetch = denied('fetch');

module.registerHooks?.({
  resolve(specifier, context, next) {
    if (/^(@eslabon\\/client|cli-progress|(node:)?(http|https|http2|tls))(\\/|$)/.test(specifier)) {
      throw new Error('module denied: ' + specifier);
    }
    return next(specifier, context);
  },
});
`;
