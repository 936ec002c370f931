import { setTimeout } from 'node:timers/promises';
import type { CertificateView, StatusChangeView } from '@eslabon/client/contract';
import { EslabonError, type StatusAction, type Verdict } from '@eslabon/core';
import type { World } from './story.js';

/** The first active certificate of an agent that fits. */
export async function findCertificate(
  world: World,
  country: string,
  fits: (view: CertificateView) => boolean,
): Promise<CertificateView> {
  const client = world.client(country, 'supervisor');
  for (let cursor: string | undefined; ; ) {
    const page = await client.listCertificates({ query: { status: 'active', limit: 200, cursor } });
    const found = page.items.find(fits);
    if (found !== undefined) return found;
    if (page.next === undefined)
      throw new EslabonError('CERTIFICATE_NOT_FOUND', `${country} has no fitting certificate.`);
    cursor = page.next;
  }
}

/** Whether a certificate of the register is still valid for a good while, so that the story does not depend on the day. */
export function isLasting({ certificate }: CertificateView): boolean {
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const today = new Date().toISOString().slice(0, 10);
  return (
    certificate.effectiveDate < today &&
    (certificate.validUntil === undefined || certificate.validUntil > soon)
  );
}

/** Takes a credential to the border post. */
export async function handOver(world: World, country: string, id: string, file: string): Promise<string> {
  const bytes = await world.client(country, 'supervisor').getCredential({ params: { id }, query: {} });
  world.post.keep(file, bytes);
  return new TextDecoder().decode(bytes);
}

/** Takes the newest bundle of Mexico's agent to the border post. */
export async function renewBundle(world: World, file: string): Promise<void> {
  world.post.keep(file, await world.client('MX', 'supervisor').getLatestBundle({}));
}

/** Decides on a certificate's status, and waits until the chain has it. */
export async function changeStatus(
  world: World,
  country: string,
  { id, certificate }: CertificateView,
  action: StatusAction,
): Promise<StatusChangeView> {
  const client = world.client(country, 'supervisor');
  const { id: change } = await client.changeStatus({
    params: { id },
    body: {
      action,
      reason: action === 'reinstate' ? 'REINSTATED' : 'SECURITY_INCIDENT',
      decision: { reference: `R-${action}`, date: new Date().toISOString().slice(0, 10) },
      ...(action === 'revoke' ? { confirm: certificate.certificateNumber } : {}),
    },
  });
  for (let tries = 0; tries < 300; tries++) {
    const view = await client.getStatusChange({ params: { id: change } });
    if (view.state === 'confirmed') return view;
    if (view.state === 'failed')
      throw new EslabonError('CHAIN_REVERTED', view.note ?? 'The chain refused the change.');
    await setTimeout(50);
  }
  throw new EslabonError('CHAIN_TIMEOUT', 'The chain did not confirm the change in 15 seconds.');
}

/** A verdict in one line: the word, and the arrangement or the code that led to it. */
export function inShort({ verdict, arrangement, reasons }: Verdict): string {
  if (verdict === 'RECOGNISED')
    return arrangement === undefined ? verdict : `${verdict} (${arrangement.label})`;
  return `${verdict} (${reasons[0]?.code})`;
}
