import { join } from 'node:path';
import { bundleDigest } from '@eslabon/bundle';
import { bundleDeltaMediaType, bundleMediaType } from '@eslabon/client/contract';
import { EslabonError, type Hash } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import type { Caller } from '../platform/http/caller.js';
import { demandScope } from '../platform/http/demand-scope.js';
import type { FileAnswer, Handlers } from '../platform/http/handler.js';
import type { TrustMode } from './build-bundle.js';
import { bundleAsOf } from './bundle-as-of.js';
import type { BuiltBundle } from './create-bundle-service.js';
import { deltaFrom } from './delta-from.js';
import { keepPayloads } from './kept-payloads.js';
import { createRegisterBundles } from './register.js';

/** Files that deltas are made from: about a week of twenty posts that ask every hour. */
const keptFiles = { files: 3000, bytes: 512 * 1024 * 1024 };

/** A past block does not change any more. */
const aDay = 86_400;

interface Asked {
  register: 'true' | 'false';
  trust?: TrustMode | undefined;
}

export function bundleRoutes(parts: AgentParts) {
  const { bundles, config, clock, log } = parts;
  const withRegister = createRegisterBundles(parts);
  const served = keepPayloads(join(config.dataDir, 'served'), keptFiles, { clock, log });

  /** The file that is asked for, remembered as one that somebody has from now on. */
  const fileOf = async (built: BuiltBundle, { register }: Asked): Promise<[Uint8Array, Hash]> => {
    const file = register === 'true' ? await withRegister(built) : built.bytes;
    const digest = bundleDigest(file);
    await served.keep(digest, file);
    return [file, digest];
  };
  const nameOf = ({ blockNumber }: BuiltBundle, { register }: Asked): string =>
    `${config.country.toLowerCase()}-${blockNumber}${register === 'true' ? '-register' : ''}.eslabon`;
  const locationOf = ({ blockNumber, loaded }: BuiltBundle, { register }: Asked): string =>
    `/v1/bundles/${blockNumber}?trust=${loaded.trust.mode}${register === 'true' ? '&register=true' : ''}`;
  const answer = async (built: BuiltBundle, asked: Asked, maxAge: number): Promise<FileAnswer> => {
    const [bytes] = await fileOf(built, asked);
    return {
      bytes,
      mediaType: bundleMediaType,
      fileName: nameOf(built, asked),
      location: locationOf(built, asked),
      // The register changes whenever a certificate is issued, also that of a past block.
      maxAge: asked.register === 'true' ? 0 : maxAge,
    };
  };

  return {
    getLatestBundle: async ({ query }, caller) => {
      demandRegister(query, caller);
      return answer(await bundles.latest(query.trust), query, 0);
    },
    getBundleAt: async ({ params, query }, caller) => {
      demandRegister(query, caller);
      return answer(await bundles.at(params.block, query.trust), query, aDay);
    },
    getBundleAsOf: async ({ query }, caller) => {
      demandRegister(query, caller);
      const at = new Date(query.at);
      if (at > clock()) {
        throw new EslabonError('DATE_INVALID', `${query.at} is still to come.`, {
          hints: ['Ask for the newest bundle, or about an instant in the past.'],
        });
      }
      return answer(await bundleAsOf(parts, at, query.trust), query, 0);
    },
    getBundleDelta: async ({ query }, caller) => {
      demandRegister(query, caller);
      const { block } = query;
      const base = query.base as Hash;
      const newest = await bundles.latest(query.trust);
      // What the base was comes first: the newest file may push it out.
      const kept = await served.find(base);
      const [file] = await fileOf(newest, query);
      const remake =
        block === undefined
          ? undefined
          : async () => (await fileOf(await bundles.at(block, query.trust), query))[0];
      return {
        bytes: await deltaFrom({ base, kept, remake }, file),
        mediaType: bundleDeltaMediaType,
        fileName: `${nameOf(newest, query)}-delta`,
        maxAge: 0,
      };
    },
  } satisfies Partial<Handlers>;
}

function demandRegister({ register }: Asked, caller: Caller): void {
  if (register === 'true') demandScope(caller, 'register:read', 'get a bundle with the register');
}
