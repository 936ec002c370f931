import type { AgentParts } from '../agent-parts.js';
import type { Handlers } from '../platform/http/handler.js';
import { findImport } from './find-import.js';
import { listImportRows } from './list-import-rows.js';
import { startImport } from './start-import.js';
import { viewImport } from './view-import.js';

export function importRoutes(parts: AgentParts) {
  const { read } = parts.database;
  return {
    startImport: ({ body, query }, caller) => startImport(parts, body, query, caller),
    getImport: async ({ params }) => viewImport(await findImport(read, params.id)),
    listImportRows: ({ params, query }) => listImportRows(read, params.id, query),
  } satisfies Partial<Handlers>;
}
