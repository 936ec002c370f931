import type { CallerView } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { SignedInProvider } from '../../app/session-context.js';
import type { PortalClient } from '../../session/used-operations.js';
import { draftOf, forgetDraft, keepDraft } from './drafts.js';
import { emptyProposal, type ProposalForm } from './proposal-form.js';
import type { Proposal } from './read-proposal.js';
import { type ProposalEditing, useProposal } from './use-proposal.js';

const caller = { id: 'c1', authority: { country: 'PE' } } as CallerView;

const typed: ProposalForm = {
  ...emptyProposal(caller.authority.country),
  ...{ certificateNumber: 'OEA-PE-118', certificateType: 'security', operatorRoles: ['EX'] },
  ...{ tin: 'PE20131312955', legalName: 'Norte S.A.C.' },
  ...{ decisionDate: '2026-01-10', effectiveDate: '2026-01-15' },
};

afterEach(() => forgetDraft(caller.id));

function Form({ show }: { show: (editing: ProposalEditing) => void }): null {
  show(useProposal());
  return null;
}

/** The form as it is shown first, to an agent that answers as it is told. */
function open(answer: () => { id: string } = () => ({ id: '7' })) {
  const sent: Proposal[] = [];
  const client = {
    async proposeCertificate({ body }: { body: Proposal }) {
      sent.push(body);
      return answer();
    },
  } as unknown as PortalClient;
  const shown: ProposalEditing[] = [];
  const form = createElement(Form, { show: (editing) => shown.push(editing) });
  const value = { phase: 'signed-in', caller, client } as const;
  renderToString(createElement(SignedInProvider.Provider, { value }, form));
  const [editing] = shown;
  if (editing === undefined) throw new Error('unreachable');
  return { editing, sent };
}

const none: ReadonlySet<string> = new Set();

describe('a form that is filled in', () => {
  it('begins empty, and afterwards where it was left', () => {
    expect(open().editing.form).toEqual(emptyProposal(caller.authority.country));
    open().editing.change({ legalName: 'Norte' });
    expect(open().editing.form.legalName).toBe('Norte');
    open().editing.clear();
    expect(open().editing.form.legalName).toBe('');
  });

  it('is sent as it was typed, and forgotten then', async () => {
    keepDraft(caller.id, typed);
    const { editing, sent } = open();
    expect(await editing.prepare(none)?.()).toBe('7');
    expect(sent.map(({ certificate }) => certificate.certificateNumber)).toEqual(['OEA-PE-118']);
    expect(draftOf(caller.id)).toBeUndefined();
  });

  it('is not sent while something has to be corrected, or a date is half typed that may be left out', () => {
    keepDraft(caller.id, typed);
    expect(open().editing.prepare(new Set(['validUntil']))).toBeUndefined();
    keepDraft(caller.id, { ...typed, legalName: '' });
    expect(open().editing.prepare(none)).toBeUndefined();
  });

  it.each([
    ['finds a fault in it', new EslabonError('CERTIFICATE_EXISTS', 'Taken.'), undefined],
    ['does not answer', new EslabonError('UNAVAILABLE', 'No.'), 'UNAVAILABLE'],
  ])('stays when the agent %s', async (_, error, code) => {
    keepDraft(caller.id, typed);
    const { editing } = open(() => {
      throw error;
    });
    const sending = editing.prepare(none)?.();
    if (code === undefined) expect(await sending).toBeUndefined();
    else await expect(sending).rejects.toMatchObject({ code });
    expect(draftOf(caller.id)).toEqual(typed);
  });
});
