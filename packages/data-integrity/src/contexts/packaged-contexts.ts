import * as credentials from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import { aeoContext, delegationContext, vcdm1Context, vcdm2Context } from '@eslabon/core';
import { aeoContextDocument, delegationContextDocument } from '@eslabon/credentials';
import did from 'did-context';
import ed25519 from 'ed25519-signature-2020-context';
import type { JsonObject } from '../json/json-object.js';
import {
  dataIntegrityContext,
  dataIntegrityContext1,
  didContext,
  ed25519Signature2020Context,
  examplesContext,
  multikeyContext,
} from './context-urls.js';

/** VCDM 2.0 §B.2: for examples and tests, every term is one of the examples' vocabulary. */
const examples = { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } };

const from = (packaged: { contexts: ReadonlyMap<string, JsonObject> }, url: string): [string, JsonObject] => {
  const document = packaged.contexts.get(url);
  if (document === undefined) throw new TypeError(`The installed package has no context ${url}.`);
  return [url, document];
};

/** Every context that documents may name, by its URL. None is ever fetched. */
export const packagedContexts: ReadonlyMap<string, JsonObject> = new Map([
  from(credentials, vcdm2Context),
  from(credentials, vcdm1Context),
  from(dataIntegrity, dataIntegrityContext),
  from(dataIntegrity, dataIntegrityContext1),
  from(multikey, multikeyContext),
  from(ed25519, ed25519Signature2020Context),
  from(did, didContext),
  [examplesContext, examples],
  [aeoContext, aeoContextDocument],
  [delegationContext, delegationContextDocument],
]);
