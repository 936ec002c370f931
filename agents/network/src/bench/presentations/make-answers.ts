import { type Client, createClient } from '@eslabon/client';
import { presentSdJwt } from '@eslabon/credentials';
import { encryptAnswer } from '@eslabon/exchange';
import { inParallel } from './in-parallel.js';
import type { HeldCertificate } from './make-certificate.js';

/** An answer that only has to be posted. */
export interface MadeAnswer {
  id: string;
  url: string;
  body: string;
}

export interface AnswerPlan {
  url: string;
  apiKey: string | undefined;
  responseMode: 'direct_post' | 'direct_post.jwt';
  count: number;
}

interface RequestClaims {
  client_id: string;
  nonce: string;
  state: string;
  response_uri: string;
  client_metadata: { jwks?: { keys: [Parameters<typeof encryptAnswer>[1] & Record<string, string>] } };
}

/** Sessions of a running agent, each with the answer of a wallet to it: one company after the other. */
export async function makeAnswers(
  plan: AnswerPlan,
  companies: readonly HeldCertificate[],
): Promise<MadeAnswer[]> {
  const client = createClient({ baseUrl: plan.url, apiKey: plan.apiKey });
  const held = (at: number) => companies[at % companies.length] as HeldCertificate;
  return inParallel(plan.count, (at) => makeAnswer(client, plan, held(at)));
}

async function makeAnswer(
  client: Client,
  { responseMode }: AnswerPlan,
  { sdJwt, sign }: HeldCertificate,
): Promise<MadeAnswer> {
  const body = { purpose: { kind: 'counter' as const }, responseMode };
  const { id, requestUri } = await client.createPresentation({ body });
  const request = await (await fetch(requestUri)).text();
  const claims = JSON.parse(
    Buffer.from(request.split('.')[1] as string, 'base64url').toString(),
  ) as RequestClaims;
  const { client_id: audience, nonce, state, response_uri: url, client_metadata: metadata } = claims;
  const presented = await presentSdJwt({
    ...{ sdJwt, reveal: [] },
    keyBinding: {
      ...{ audience, nonce, issuedAt: Math.floor(Date.now() / 1000) },
      signer: { algorithm: 'ES256', sign },
    },
  });
  const vpToken = { certificate: [presented] };
  const [key] = metadata.jwks?.keys ?? [];
  const parameters: Record<string, string> =
    key === undefined
      ? { vp_token: JSON.stringify(vpToken), state }
      : { response: await encryptAnswer({ vp_token: vpToken, state }, key) };
  return { id, url, body: `${new URLSearchParams(parameters)}` };
}
