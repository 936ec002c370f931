declare module 'jsonld' {
  namespace jsonld {
    interface LoadedDocument {
      contextUrl: null;
      documentUrl: string;
      document: Record<string, unknown>;
      tag?: 'static';
    }

    interface Options {
      base: null;
      safe: boolean;
      documentLoader: (url: string) => Promise<LoadedDocument>;
      rdfDirection?: 'i18n-datatype' | null;
      produceGeneralizedRdf?: false;
      skipExpansion?: boolean;
    }

    interface Processor {
      expand(input: object, options: Options): Promise<Record<string, unknown>[]>;
      compact(input: object, context: unknown, options: Options): Promise<Record<string, unknown>>;
      toRDF(input: object, options: Options): Promise<import('rdf-canonize').Quad[]>;
    }
  }

  /** Makes a processor with a cache of its own. */
  function jsonld(): jsonld.Processor;
  export = jsonld;
}

declare module 'rdf-canonize' {
  export interface Term {
    termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
    value: string;
    datatype?: Term;
    language?: string;
  }

  export interface Quad {
    subject: Term;
    predicate: Term;
    object: Term;
    graph: Term;
  }

  export interface CanonizeOptions {
    algorithm: 'RDFC-1.0';
    format: 'application/n-quads';
    messageDigestAlgorithm: 'sha256' | 'sha384';
    maxWorkFactor: number;
    signal: AbortSignal;
    /** Filled with the canonical label of each blank node. */
    canonicalIdMap?: Map<string, string>;
  }

  export function canonize(dataset: readonly Quad[], options: CanonizeOptions): Promise<string>;
  export const NQuads: { serializeQuad(quad: Quad): string };
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, Record<string, unknown>>;
}

declare module '@digitalbazaar/data-integrity-context' {
  const data: { contexts: ReadonlyMap<string, Record<string, unknown>> };
  export = data;
}

declare module '@digitalbazaar/multikey-context' {
  const data: { contexts: ReadonlyMap<string, Record<string, unknown>> };
  export = data;
}

declare module 'did-context' {
  const data: { contexts: ReadonlyMap<string, Record<string, unknown>> };
  export = data;
}

declare module 'ed25519-signature-2020-context' {
  const data: { contexts: ReadonlyMap<string, Record<string, unknown>> };
  export = data;
}
