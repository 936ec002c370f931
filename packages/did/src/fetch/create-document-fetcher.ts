import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { EslabonError } from '@eslabon/core';
import type { FetchDocument } from '../web/create-web-method.js';
import { fetchRefused, unreachable } from './fetch-errors.js';
import { guardedLookup } from './guarded-lookup.js';
import { isPublicAddress } from './public-address.js';
import { didMediaTypes, readDocument } from './read-document.js';

export interface DocumentFetcherOptions {
  /** Hosts that documents may be fetched from, with `:port` where it is not 443; in lower case. */
  allowedHosts: readonly string[];
  /** For everything from the name to the last byte, in milliseconds; 5,000 when absent. */
  timeoutMs?: number;
  /** Largest document in bytes; 65,536 when absent. */
  maxBytes?: number;
  /** Media types that are asked for and taken; those of DID documents when absent. */
  mediaTypes?: readonly string[];
  /** What stands in for the internet in tests. */
  testing?: { lookup: LookupFunction; isAllowedAddress(address: string): boolean; ca: string };
}

/**
 * Makes the only way by which this package reaches a network. It goes over https to listed hosts, to addresses that are
 * public when they are looked up and when they are connected to, follows no redirect, and reads a bounded answer within
 * a bounded time. Nothing is sent but the request itself: no cookies, no credentials.
 */
export function createDocumentFetcher(options: DocumentFetcherOptions): FetchDocument {
  const { timeoutMs = 5_000, maxBytes = 65_536, mediaTypes = didMediaTypes, testing } = options;
  const allowedHosts = new Set(options.allowedHosts);
  const isAllowed = testing?.isAllowedAddress ?? isPublicAddress;
  const lookup = guardedLookup(isAllowed, testing?.lookup);

  return async (url) => {
    const { host, hostname, protocol } = url;
    if (protocol !== 'https:' || !allowedHosts.has(host) || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
      throw fetchRefused(host);
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const response = await ask(url, { lookup, isAllowed, signal: deadline, ca: testing?.ca, mediaTypes });
      try {
        return await readDocument(response, host, { maxBytes, mediaTypes });
      } finally {
        response.destroy();
      }
    } catch (error) {
      if (error instanceof EslabonError) throw error;
      const why = deadline.aborted ? `it took more than ${timeoutMs} ms` : 'the connection failed';
      throw unreachable(host, why, error);
    }
  };
}

interface Asking {
  lookup: LookupFunction;
  isAllowed: (address: string) => boolean;
  signal: AbortSignal;
  ca: string | undefined;
  mediaTypes: readonly string[];
}

function ask(url: URL, { lookup, isAllowed, signal, ca, mediaTypes }: Asking): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      lookup,
      signal,
      // A connection of its own: one that is kept open would not be looked at again.
      agent: false,
      maxHeaderSize: 16_384,
      headers: { accept: mediaTypes.join(', ') },
      ...(ca === undefined ? {} : { ca }),
    });
    asked.on('socket', (socket) => {
      socket.once('connect', () => {
        const { remoteAddress = '' } = socket;
        if (!isAllowed(remoteAddress)) asked.destroy(fetchRefused(url.host));
      });
    });
    asked.once('response', resolve);
    asked.once('error', reject);
    asked.end();
  });
}
