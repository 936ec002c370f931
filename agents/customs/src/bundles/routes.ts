import { bundleMediaType } from '@eslabon/client/contract';
import type { AgentParts } from '../agent-parts.js';
import type { FileAnswer, Handlers } from '../platform/http/handler.js';
import type { BuiltBundle } from './create-bundle-service.js';

export function bundleRoutes({ bundles }: AgentParts) {
  return {
    getLatestBundle: async () => fileOf(await bundles.latest(), 0),
    // A past block does not change any more.
    getBundleAt: async ({ params }) => fileOf(await bundles.at(params.block), 86_400),
  } satisfies Partial<Handlers>;
}

function fileOf({ bytes, loaded }: BuiltBundle, maxAge: number): FileAnswer {
  return { bytes, mediaType: bundleMediaType, etag: loaded.block.hash.slice(2), maxAge };
}
