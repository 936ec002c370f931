export type LinkKind = 'offer' | 'request' | 'delegation' | 'delegate';

/** What a link, a QR code or a pasted text asks of the wallet. */
export interface WalletLink {
  kind: LinkKind;
  /** In the form that the session reads. */
  text: string;
}
