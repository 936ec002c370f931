import { z } from 'zod';

/** A DID document: what every reader of it relies on. It may have further members. */
export const didDocumentSchema = z.looseObject({
  '@context': z.union([z.string(), z.array(z.unknown())]).optional(),
  id: z.string(),
});

/** Instants in UTC without fractions of a second. */
const instantSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);

/** What resolving a DID answers, also when it fails (W3C DID Resolution §4). */
export const didResolutionResultSchema = z.strictObject({
  didResolutionMetadata: z.strictObject({
    contentType: z.string().optional().describe('Media type of the document'),
    error: z
      .strictObject({
        type: z.string().regex(/^https:\/\/www\.w3\.org\/ns\/did#[A-Z_]+$/),
        title: z.string(),
        detail: z.string().optional(),
      })
      .optional(),
  }),
  didDocument: didDocumentSchema.nullable().describe('null after an error, and of a deactivated DID'),
  didDocumentMetadata: z.strictObject({
    created: instantSchema.optional(),
    updated: instantSchema.optional(),
    deactivated: z.literal(true).optional(),
    versionId: z.string().optional().describe('did:ethr: number of the block of the last change'),
    nextUpdate: instantSchema.optional(),
    nextVersionId: z.string().optional(),
    equivalentId: z.array(z.string()).optional().describe('Other spellings of the same DID'),
  }),
});

export type DidResolutionResultBody = z.infer<typeof didResolutionResultSchema>;
