import { parseDidJwk } from '@eslabon/credentials';
import { plainText } from '@eslabon/verifier';
import { TroubleError } from '../trouble/trouble-error.js';

export interface Invitation {
  did: string;
  name: string;
}

/** The link with which a driver or broker gives its key to a company. */
export function invitationLink(origin: string, { did, name }: Invitation): string {
  return `${origin}/wallet/#delegate=${encodeURIComponent(did)}&name=${encodeURIComponent(name.slice(0, 100))}`;
}

/**
 * Reads such a link. The name is what its maker calls itself.
 * @throws TroubleError INVITATION_INVALID
 */
export function readInvitation(text: string): Invitation {
  const link = text.trim().slice(0, 4096);
  const parameters = new URLSearchParams(URL.canParse(link) ? new URL(link).hash.slice(1) : '');
  const did = parameters.get('delegate') ?? '';
  const name = plainText(parameters.get('name')?.trim() ?? '', 100);
  try {
    parseDidJwk(did);
  } catch (error) {
    throw new TroubleError('INVITATION_INVALID', 'This is not the link of a driver or broker.', error);
  }
  return { did, name };
}
