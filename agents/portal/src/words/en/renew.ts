/** English: proposing a renewal. */
export const renew = {
  renew: {
    title: 'Renewal',
    intro:
      'A renewal puts the end off or adds roles. To take something away, revoke the certificate and issue another.',
    waits: {
      four: 'A renewal waits for a second person.',
      two: 'A renewal waits for a decision.',
    },
    onlyActive: 'Only an active certificate can be renewed.',
    open: 'Propose a renewal …',
    dialogTitle: 'Renew {{number}}',
    text: {
      four: 'Nothing changes by this: a second person looks at it, and issues or rejects it. Then {{company}} has the certificate with the new end and roles.',
      two: 'Nothing changes by this: a supervisor looks at it, and issues or rejects it. Then {{company}} has the certificate with the new end and roles.',
    },
    decisionDate: 'Date of the decision to renew',
    validUntil: 'New last day',
    validUntilHint: 'Until now {{when}}. Left out, it stays.',
    noEnd: 'The certificate has no end that could be put off.',
    roles: 'Roles that are added',
    rolesHint: 'It has: {{roles}}',
    lastValidationDate: 'Last validation (may be left out)',
    yes: 'Propose the renewal',
    sending: 'Sending the proposal …',
    sent: {
      four: 'The renewal is proposed. Another person issues it.',
      two: 'The renewal is proposed. A supervisor issues it.',
    },
    errors: {
      decisionDate: 'Give the date of the decision.',
      validUntil: 'The new last day has to be later than {{when}}.',
      nothing: 'Give a later last day, or add a role.',
      lastValidationDate: 'Give a whole date, or none.',
    },
  },
};
