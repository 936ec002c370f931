import { shown } from '@eslabon/core';
import { InvalidFetchResponseError, Oauth2ClientErrorResponseError } from '@openid4vc/oauth2';
import { Openid4vciRetrieveCredentialsError } from '@openid4vc/openid4vci';
import { asTrouble } from '../trouble/as-trouble.js';
import { TroubleError } from '../trouble/trouble-error.js';

/** What an issuer answered, in the form of the standard. */
export interface IssuerRefusal {
  error: string;
  sentence: string;
}

/** The refusal within an error of the library; `undefined` when it is something else. */
export function refusalOf(error: unknown): IssuerRefusal | undefined {
  if (error instanceof Oauth2ClientErrorResponseError) return refusalIn(error.errorResponse);
  if (error instanceof Openid4vciRetrieveCredentialsError) {
    return refusalIn(error.response.credentialErrorResponseResult?.data);
  }
  return undefined;
}

/** The refusal that an answer is; `undefined` when it is something else. */
export function refusalIn(answer: unknown): IssuerRefusal | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { error, error_description: sentence } = answer as Record<string, unknown>;
  return typeof error === 'string' ? { error, sentence: shown(sentence ?? error, 500) } : undefined;
}

/**
 * A refusal as trouble. A proof of our key that is not taken is nearly always one of a wrong clock (RFC 9449 §11.1): that
 * is no word on the certificate, and may be put right.
 */
export function troubleOf({ error, sentence }: IssuerRefusal, cause?: unknown): TroubleError {
  const code = error === 'invalid_dpop_proof' ? 'PROOF_REFUSED' : 'ISSUER_REFUSED';
  return new TroubleError(code, `${error}: ${sentence}`, cause);
}

/** The status that an issuer answered with where the library says no more. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof InvalidFetchResponseError ? error.response.status : undefined;
}

/**
 * What an exchange with an issuer gave.
 * @throws TroubleError ISSUER_REFUSED, PROOF_REFUSED, ANSWER_INVALID, or what the network throws
 */
export function withIssuer<T>(run: () => Promise<T>): Promise<T> {
  return asTrouble('ANSWER_INVALID', async () => {
    try {
      return await run();
    } catch (error) {
      const found = refusalOf(error);
      if (found === undefined) throw error;
      throw troubleOf(found, error);
    }
  });
}
