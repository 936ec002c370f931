declare module 'mailparser' {
  interface ParsedAddress {
    value: { name: string; address: string }[];
  }

  /** What tests read of a mail. */
  interface ParsedMail {
    subject: string;
    text: string;
    html: string | false;
    from: ParsedAddress;
    to: ParsedAddress;
    headers: ReadonlyMap<string, unknown>;
    headerLines: { key: string; line: string }[];
    attachments: unknown[];
  }

  export function simpleParser(source: Buffer): Promise<ParsedMail>;
}
