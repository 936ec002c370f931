import { useRef, useState } from 'react';
import { useSignedIn } from '../../app/session-context.js';
import { isUnsure } from '../../data/is-unsure.js';
import { troubleOf } from '../../data/trouble-of.js';
import type { PortalClient } from '../../session/used-operations.js';
import { draftOf, forgetDraft, keepDraft } from './drafts.js';
import type { FieldError, FieldErrors } from './field-errors.js';
import { emptyProposal, type ProposalField, type ProposalForm } from './proposal-form.js';
import { type Proposal, readProposal } from './read-proposal.js';
import { refusedFields } from './refused-fields.js';

/** A form that is being filled in: what stands in it, and what has to be corrected. */
export interface ProposalEditing {
  form: ProposalForm;
  errors: FieldErrors;
  change(change: Partial<ProposalForm>): void;
  clear(): void;
  /**
   * What sends it, which answers with the id of the proposal, or undefined where the agent found something to correct;
   * undefined where something has to be corrected first.
   * @param halfTyped fields that the browser gives as empty although something stands in them
   */
  prepare(halfTyped: ReadonlySet<string>): (() => Promise<string | undefined>) | undefined;
}

export function useProposal(): ProposalEditing {
  const { client, caller } = useSignedIn();
  const { country } = caller.authority;
  const [form, setForm] = useState<ProposalForm>(() => draftOf(caller.id) ?? emptyProposal(country));
  const [errors, setErrors] = useState<FieldErrors>({});

  // What was sent without an answer: sent once more, it may be there already.
  const unanswered = useRef<string>(undefined);
  const propose = async (proposal: Proposal): Promise<string> => {
    const sent = JSON.stringify(proposal);
    try {
      return (await client.proposeCertificate({ body: proposal })).id;
    } catch (error) {
      const trouble = troubleOf(error);
      const ours =
        trouble.code === 'CERTIFICATE_EXISTS' && unanswered.current === sent
          ? await findOurs(client, proposal, caller.name)
          : undefined;
      if (ours !== undefined) return ours;
      if (isUnsure(trouble)) unanswered.current = sent;
      throw error;
    }
  };
  const show = (next: ProposalForm) => {
    setForm(next);
    keepDraft(caller.id, next);
  };
  return {
    form,
    errors,
    change(change) {
      show({ ...form, ...change });
      // What is being corrected is not complained about until it is sent again.
      setErrors(without(errors, Object.keys(change) as ProposalField[]));
    },
    clear() {
      forgetDraft(caller.id);
      setForm(emptyProposal(country));
      setErrors({});
    },
    prepare(halfTyped) {
      const read = readProposal(form, country);
      const half = [...halfTyped].map((name): [string, FieldError] => [name, { key: 'date' }]);
      const found: FieldErrors = { ...('errors' in read ? read.errors : {}), ...Object.fromEntries(half) };
      setErrors(found);
      if ('errors' in read || half.length > 0) return undefined;
      return async () => {
        try {
          const id = await propose(read.proposal);
          forgetDraft(caller.id);
          return id;
        } catch (error) {
          const refused = refusedFields(error, form);
          if (refused === undefined) throw error;
          setErrors(refused);
          return undefined;
        }
      };
    },
  };
}

/** The proposal that the agent has, where it is the very same, of the caller, and still waits. */
async function findOurs(
  client: PortalClient,
  { certificate }: Proposal,
  name: string,
): Promise<string | undefined> {
  const { certificateNumber } = certificate;
  const { items } = await client.listCertificates({ query: { certificateNumber, state: 'proposed' } });
  const texts = Object.entries(certificate).filter(([, value]) => typeof value === 'string');
  const isSame = (held: object) => texts.every(([key, text]) => held[key as keyof typeof held] === text);
  return items.find((held) => held.proposedBy === name && isSame(held.certificate))?.id;
}

function without(errors: FieldErrors, fields: readonly ProposalField[]): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).filter(([name]) => !fields.includes(name as ProposalField)),
  );
}
