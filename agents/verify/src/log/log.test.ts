import { decisionUploadSchema } from '@eslabon/client/contract';
import { verdicts } from '@eslabon/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assessment } from '../engine/contract.js';
import { type Desk, equipDesk } from '../testing/desk.js';
import { localEngine } from '../testing/local-engine.js';
import { clearable } from './clearable.js';
import { type DecisionToLog, logDecision } from './log-decision.js';
import { actions } from './logged-decision.js';
import { needsNote } from './needs-note.js';
import { everything, selectEntries } from './select-entries.js';
import { toCsv } from './to-csv.js';
import { toUpload } from './to-upload.js';

let assessments: Record<keyof Desk['tokens'], Assessment>;

beforeAll(async () => {
  const desk = await equipDesk();
  const engine = localEngine();
  const request = { file: desk.bundle, anchor: desk.anchor, country: 'MX', now: desk.at / 1000 };
  const { digest } = await engine('openBundle', request);
  const entries = Object.entries(desk.tokens).map(async ([name, presented]) => [
    name,
    await engine('decide', { presented, digest, country: 'MX', at: desk.at }),
  ]);
  assessments = Object.fromEntries(await Promise.all(entries));
});

const about = ({ verdict, sha256, digest }: Assessment) => ({
  verdict,
  presented: { by: 'camera' as const, sha256 },
  digest,
});

const log = (changes: Partial<DecisionToLog> = {}) =>
  logDecision({
    id: crypto.randomUUID(),
    post: { country: 'MX', name: 'Tapachula', officer: '4711' },
    ...about(assessments.active),
    action: 'granted',
    note: '',
    decidedAt: new Date('2026-05-03T15:00:00Z'),
    app: '@eslabon/verify 0.1.0',
    ...changes,
  });

describe('logDecision', () => {
  it('makes what the agent takes, of whatever was decided', () => {
    const entries = Object.values(assessments).map((assessment) => log(about(assessment)));
    const body = { decisions: entries.map(toUpload) };
    expect(decisionUploadSchema.parse(body)).toEqual(body);
    expect(body.decisions[0]).toMatchObject({
      verdict: 'RECOGNISED',
      reasons: ['COVERED'],
      certificate: { certificateNumber: 'PE-OEA-2023-0012' },
      bundle: { block: 1234 },
    });
  });

  it('names the request where a wallet presented to the agent, whose bundle it was', () => {
    const presented = { by: 'wallet' as const, request: crypto.randomUUID() };
    const entry = log({ ...about(assessments.active), presented, digest: undefined });
    const body = { decisions: [toUpload(entry)] };
    expect(decisionUploadSchema.parse(body)).toEqual(body);
    expect(entry).toMatchObject({ presented, bundle: { block: 1234 } });
    const [names = '', values = ''] = toCsv([entry]).split('\r\n');
    const column = names.split(',').indexOf('"presentedRequest"');
    expect(values.split(',')[column]).toBe(`"${presented.request}"`);
  });

  it('says nothing of a company that was not certain', () => {
    const entry = log(about(assessments.altered));
    expect(entry).not.toHaveProperty('company');
    expect(entry).not.toHaveProperty('certificate');
  });

  it('makes what the agent takes, whatever people call themselves', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 150 });
    const speakable = name.filter((text) => /[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]/u.test(text.slice(0, 20)));
    fc.assert(
      fc.property(speakable, name, (post, officer) => {
        const entry = log({ post: { country: 'MX', name: post, officer } });
        decisionUploadSchema.parse({ decisions: [toUpload(entry)] });
      }),
    );
  });

  it('uploads what the officer did, and neither note nor company', () => {
    const entry = { ...log({ note: 'private', asked: new Date(0) }), exportedAt: '1', uploadedAt: '2' };
    expect(Object.keys(toUpload(entry)).sort()).toEqual([
      'action',
      'app',
      'as',
      'bundle',
      'certificate',
      'decidedAt',
      'id',
      'officer',
      'post',
      'presented',
      'reasons',
      'verdict',
    ]);
  });
});

describe('needsNote', () => {
  it('asks why for all but the two that the verdict advises', () => {
    const without = verdicts.flatMap((verdict) =>
      actions.filter((action) => !needsNote(action, verdict)).map((action) => `${verdict} ${action}`),
    );
    expect(without).toEqual([
      'RECOGNISED granted',
      ...verdicts.filter((verdict) => verdict !== 'RECOGNISED').map((verdict) => `${verdict} refused`),
    ]);
  });
});

describe('toCsv', () => {
  it('quotes everything and leaves a spreadsheet nothing to compute', () => {
    const csv = toCsv([log({ note: '=cmd|" /C calc"!A0' }), log({ note: 'línea\r\ncon "comillas", y más' })]);
    expect(csv.startsWith('\ufeff"id","decidedAt"')).toBe(true);
    expect(csv).toContain(`"'=cmd|"" /C calc""!A0"`);
    expect(csv).toContain('"línea\r\ncon ""comillas"", y más"');
    const cells = csv.slice(1).split(/,(?=")|\r\n(?=")/);
    expect(cells.every((cell) => /^"([^"]|"")*"(\r\n)?$/.test(cell))).toBe(true);
    expect(cells.length % 3).toBe(0);
    expect(cells.some((cell) => /^"[=+\-@\t\r]/.test(cell))).toBe(false);
  });
});

describe('selectEntries', () => {
  const ids = (filter: Partial<typeof everything>) =>
    selectEntries(
      [
        { ...log({ id: 'a' }), uploadedAt: 'x' },
        log({ id: 'b', ...about(assessments.suspended), note: 'Revisión física' }),
        log({ id: 'c', ...about(assessments.altered) }),
      ],
      { ...everything, ...filter },
    ).map(({ id }) => id);

  it.each([
    [{}, ['a', 'b', 'c']],
    [{ show: 'waiting' }, ['b', 'c']],
    [{ show: 'uploaded' }, ['a']],
    [{ verdict: 'SUSPENDED' }, ['b']],
    [{ text: 'revision FISICA' }, ['b']],
    [{ text: 'norte 2010004' }, ['a', 'b']],
    [{ text: 'norte ausente' }, []],
    [{ text: 'norte', show: 'uploaded', verdict: 'SUSPENDED' }, []],
  ] as const)('%o', (filter, found) => {
    expect(ids(filter)).toEqual(found);
  });
});

describe('clearable', () => {
  it('is only what is somewhere else too', () => {
    const entries = [
      log({ id: 'a' }),
      { ...log({ id: 'b' }), exportedAt: '1' },
      { ...log({ id: 'c' }), uploadedAt: '1' },
    ];
    expect(clearable(entries).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
