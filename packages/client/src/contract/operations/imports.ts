import { z } from 'zod';
import { operation } from '../operation.js';
import { idParams, pageOf, pageQuery } from '../schemas/common.js';
import { importRowSchema, importViewSchema } from '../schemas/import.js';

const tag = 'Imports';

/** Largest register file that an agent takes, in bytes. */
export const maxRegisterBytes = 20 * 1024 * 1024;

export const startImport = operation({
  id: 'startImport',
  method: 'post',
  path: '/v1/imports',
  tag,
  summary: 'Import a register (CSV): issue what is valid, report what is not',
  scope: 'imports:run',
  query: z.object({
    dryRun: z.enum(['true', 'false']).default('false').describe('true: report only, nothing is issued'),
    fileName: z.string().max(200).default('register.csv'),
  }),
  body: {
    kind: 'binary',
    mediaTypes: ['text/csv', 'application/octet-stream'],
    maxBytes: maxRegisterBytes,
    description: 'The file as it is; separator, encoding and date order are found out',
  },
  answer: {
    kind: 'json',
    status: 202,
    schema: importViewSchema,
    description: 'The import, running; follow it with getImport',
  },
  errors: ['REGISTER_EMPTY', 'REGISTER_BINARY', 'REGISTER_TOO_LARGE', 'REGISTER_HEADER', 'REGISTER_SYNTAX'],
});

export const getImport = operation({
  id: 'getImport',
  method: 'get',
  path: '/v1/imports/{id}',
  tag,
  summary: 'Progress and counts of an import',
  scope: 'imports:run',
  params: idParams,
  answer: { kind: 'json', status: 200, schema: importViewSchema, description: 'The import' },
  errors: ['IMPORT_NOT_FOUND'],
});

export const listImportRows = operation({
  id: 'listImportRows',
  method: 'get',
  path: '/v1/imports/{id}/rows',
  tag,
  summary: 'Report of an import by row and cell',
  scope: 'imports:run',
  params: idParams,
  query: z.object({
    ...pageQuery,
    only: z.enum(['all', 'issues', 'rejected']).default('all').describe('Which rows'),
  }),
  answer: { kind: 'json', status: 200, schema: pageOf(importRowSchema), description: 'A page of rows' },
  errors: ['IMPORT_NOT_FOUND', 'CURSOR_INVALID'],
});
