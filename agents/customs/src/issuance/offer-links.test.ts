import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import decodeQR from 'qr/decode.js';
import {
  issueSample,
  offerSample,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';
import { legalTime } from './messages/legal-time.js';
import { offerMessages } from './messages/offer-messages.js';

type Dark = (x: number, y: number) => boolean;

/** Draws modules, each of several pixels as a camera sees them, and reads the code. */
function read(size: number, isDark: Dark): string {
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 3);
  for (let at = 0; at < width * width; at++) {
    const dark = isDark(Math.floor((at % width) / scale), Math.floor(at / width / scale));
    data.fill(dark ? 0 : 255, at * 3, at * 3 + 3);
  }
  return decodeQR({ width, height: width, data });
}

/** Subpaths of the SVG are modules; each begins relative to the one before. */
function readSvg(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const dark = new Set<string>();
  let [x, y] = [0, 0];
  for (const [, command, dx, dy] of svg.matchAll(/([Mm])(-?\d+)[ ,]?(-?\d+)/g)) {
    [x, y] = command === 'M' ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)];
    dark.add(`${x},${y}`);
  }
  return read(size, (px, py) => dark.has(`${px},${py}`));
}

/** A character is two modules, one above the other; the blocks are the light ones. */
function readText(text: string): string {
  const lines = text.split('\n');
  const light: Record<string, [boolean, boolean]> = {
    '█': [true, true],
    '▀': [true, false],
    '▄': [false, true],
    ' ': [false, false],
  };
  const size = (lines[0] as string).length;
  return read(size, (x, y) => light[lines[y >> 1]?.[x] ?? '█']?.[y & 1] !== true);
}

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
  await startIssuing(agent);
});

afterAll(() => network.stop());

describe('an offer', () => {
  it('has its link as a QR code, for pages and for terminals', async () => {
    const { offerUrl, qr, qrText } = await offerSample(agent);
    expect(qr).toMatch(/^<svg [^<]*><path [^<]*\/><\/svg>$/);
    expect(readSvg(qr)).toBe(offerUrl);
    expect(readText(qrText)).toBe(offerUrl);
    expect(qrText).toMatch(/^[█▀▄ \n]+$/);
  });

  it('leads into the wallet of this agent, with nothing that a server gets to see', async () => {
    const { offerUrl, walletUrl } = await offerSample(agent);
    const { origin, pathname, search, hash } = new URL(walletUrl);
    expect({ origin, pathname, search }).toEqual({ origin: agent.url, pathname: '/wallet/', search: '' });
    expect(decodeURIComponent(hash.replace(/^#offer=/, ''))).toBe(offerUrl);
  });

  it('has an e-mail in three languages, with link, number, name and time, and no transaction code', async () => {
    const { id, certificate } = await issueSample(agent);
    const { messages, walletUrl, offerUrl, txCode, expiresAt } = await offerSample(agent, id);
    expect(Object.keys(messages).sort()).toEqual(['en', 'es', 'pt']);
    for (const { subject, text } of Object.values(messages)) {
      expect(subject).toContain(certificate.certificateNumber);
      const until = legalTime(expiresAt, '-05:00');
      for (const part of [walletUrl, offerUrl, certificate.legalName, 'Aduana de PE', until]) {
        expect(text).toContain(part);
      }
      expect(`${subject} ${text.replaceAll(walletUrl, '').replaceAll(offerUrl, '')}`).not.toContain(txCode);
    }
    expect(new Set(Object.values(messages).map(({ text }) => text)).size).toBe(3);
  });
});

describe('legalTime', () => {
  it.each([
    ['2026-03-01T02:30:59.999Z', '-05:00', '2026-02-28 21:30 (UTC-05:00)'],
    ['2026-02-28T23:45:00.000Z', '+05:30', '2026-03-01 05:15 (UTC+05:30)'],
    ['2026-02-28T23:45:00.000Z', '+00:00', '2026-02-28 23:45 (UTC+00:00)'],
  ])('%s at %s', (instant, offset, shown) => expect(legalTime(instant, offset)).toBe(shown));
});

describe('offerMessages', () => {
  it('has subjects of one line, whatever stands in a number', () => {
    const messages = offerMessages({
      ...{ authority: 'A', certificateNumber: 'X\r\nBcc: b@example.com\u2028y', legalName: 'L' },
      ...{ walletUrl: 'w', offerUrl: 'o', expiresAt: '2026-03-01T02:30:00.000Z', utcOffset: '-05:00' },
    });
    for (const { subject } of Object.values(messages)) expect(subject).toMatch(/X Bcc: b@example\.com y$/);
  });
});
