import type { Offer } from '@eslabon/client/contract';
import { agentAddress } from '../agent/agent-address.js';
import { connectAgent } from '../agent/connect-agent.js';
import { printJson } from '../output/print-json.js';
import { printLines } from '../output/print-lines.js';
import type { Session } from '../program/session.js';
import { findCertificate } from './find-certificate.js';
import type { OfferOptions } from './offer-command.js';
import { offerSentences } from './offer-sentences.js';

/**
 * Offers a certificate, and prints what the company needs. An e-mail that cannot be sent does not take the offer back:
 * what was offered is printed all the same.
 * @throws EslabonError as the agent answered.
 */
export async function offerCertificate(id: string, options: OfferOptions, session: Session): Promise<number> {
  const { io, language } = session;
  const client = connectAgent(await agentAddress(io, options));
  const { id: certificate } = await findCertificate(client, id);
  const offer = await client.createOffer({ params: { id: certificate } });
  if (options.json !== true) printLines(io.stdout, describeOffer(offer, session));
  const { email: to } = options;
  if (to === undefined) {
    if (options.json === true) printJson(io, offer);
    return 0;
  }
  try {
    const emailed = await client.emailOffer({
      params: { id: certificate, offerId: offer.id },
      body: { to, language: options.language, offerUrl: offer.offerUrl },
    });
    if (options.json === true) printJson(io, { ...offer, emailed });
    else printLines(io.stdout, ['', offerSentences[language].sent(emailed.to)]);
  } catch (error) {
    if (options.json === true) printJson(io, offer);
    throw error;
  }
  return 0;
}

function describeOffer(offer: Offer, { language }: Session): string[] {
  const say = offerSentences[language];
  const fields: readonly (readonly [string, string])[] = [
    [say.link, offer.walletUrl],
    [say.otherWallets, offer.offerUrl],
    [say.txCode, offer.txCode],
    [say.expires, offer.expiresAt],
  ];
  const width = Math.max(...fields.map(([label]) => label.length));
  return [
    ...offer.qrText.split('\n'),
    '',
    ...fields.map(([label, value]) => `${label.padEnd(width)}  ${value}`),
    '',
    say.apart,
  ];
}
