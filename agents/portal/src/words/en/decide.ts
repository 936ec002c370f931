/** English: suspending, reinstating and revoking. */
export const decide = {
  decide: {
    title: 'Decide on the status',
    final: 'A revoked certificate cannot be changed any more. A company that qualifies again gets a new one.',
    actions: { suspend: 'Suspend …', reinstate: 'Reinstate …', revoke: 'Revoke …' },
    titles: {
      suspend: 'Suspend {{number}}?',
      reinstate: 'Reinstate {{number}}?',
      revoke: 'Revoke {{number}}?',
    },
    effect: {
      suspend:
        '{{company}} has no benefits from this certificate until it is reinstated, at home and in partner countries. Border posts see it with their next data; every copy, also on paper, counts as suspended.',
      reinstate:
        '{{company}} has the benefits of this certificate again, at home and in partner countries. Border posts see it with their next data.',
      revoke:
        '{{company}} loses this certificate for good, at home and in partner countries. Nobody can undo it. Every copy, also on paper, counts as revoked.',
    },
    pending: 'Other decisions are on their way',
    pendingText:
      'They stay as they are. Only what is scheduled for later, and is left nothing to do by this decision, ends; the history says so.',
    reason: 'Reason',
    reasonHint: 'Partner authorities learn it over the protected channel; it never stands on the chain.',
    choose: 'Choose',
    reference: 'Number of the decision',
    date: 'Date of the decision',
    effective: 'Takes effect on (may be left out)',
    effectiveHint:
      'Left out, or a day that has begun: at once. A later day: at its first minute, UTC{{offset}}.',
    confirm: 'Type the certificate number to confirm',
    confirmHint: 'It is {{number}}.',
    yes: { suspend: 'Suspend it', reinstate: 'Reinstate it', revoke: 'Revoke it for good' },
    sending: 'Recording the decision …',
    recorded: 'The decision about {{number}} is recorded.',
    errors: {
      reason: 'Choose a reason.',
      reference: 'Give the number of the decision, at most 100 characters.',
      date: 'Give the date of the decision.',
      effective: 'Give a whole date, or none.',
      confirm: 'This is not the number of the certificate.',
    },
  },
};
