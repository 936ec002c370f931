/** English: what can go wrong, by code. */
export const trouble = {
  trouble: {
    title: 'That did not work',
    startTitle: 'The portal cannot start',
    retry: 'Try again',
    staleTitle: 'This page may be out of date',
    stale: 'What it shows was asked for earlier; it could not be asked for again.',
    unsureTitle: 'It is not certain whether that was done',
    unsure:
      'The agent does not answer, or its answer did not come. Look at what the page and the history say now, before you do it again.',
    look: 'Close, and look',
    other: 'Something unforeseen went wrong. Try again; if it stays, tell your administration the code.',
    INTERNAL: 'Something unforeseen went wrong. Try again; if it stays, tell your administration the code.',
    KEY_NOT_FOR_OFFICERS:
      'This key is for a border post or a system. The portal needs that of an officer, a supervisor or an auditor.',
    AUTHENTICATION_REQUIRED: 'The agent wants a key.',
    AUTHENTICATION_FAILED:
      'The agent does not know this key. Look whether it is complete, and of this authority.',
    PERMISSION_DENIED: 'Your role may not do that.',
    RATE_LIMITED: 'Too many requests. Wait a minute.',
    UNAVAILABLE: 'The agent does not answer: there is no network, or it is not running.',
    SHUTTING_DOWN: 'The agent is being stopped. Try again in a minute.',
    INPUT_INVALID: 'Something of what was typed does not fit. The details say what.',
    INPUT_MALFORMED_JSON: 'The agent could not read what was sent. Reload the page.',
    INPUT_TOO_LARGE: 'That is more than the agent takes.',
    INPUT_UNSUPPORTED_MEDIA_TYPE: 'The agent could not read what was sent. Reload the page.',
    NOT_FOUND: 'The agent does not have this any more.',
    CERTIFICATE_NOT_FOUND: 'There is no such certificate.',
    CERTIFICATE_EXISTS: 'There is a certificate with this number already.',
    CERTIFICATE_STATE:
      'The certificate is not in a state for that any more. Somebody else may have been faster.',
    CERTIFICATE_FOUR_EYES: 'Whoever proposed it may not decide on it. Another person has to.',
    CERTIFICATE_CONFIRMATION: 'The certificate number was not repeated exactly. Nothing was changed.',
    STATUS_REVOKED_IS_FINAL: 'The certificate is revoked, and that is final.',
    STATUS_NOT_SUSPENDED: 'The certificate is not suspended.',
    STATUS_SCHEDULED:
      'A decision of the same kind is scheduled already, or a revocation for before that day. Close this and look at the status. If it cannot wait, decide without a day: that takes effect at once.',
    CURSOR_INVALID: 'The list cannot be continued. Load it anew.',
    PAPER_TOO_LARGE:
      'The certificate does not fit into the code of a printed page. Shorten the name or the address.',
    OFFER_MISMATCH: 'The link is not that of the offer. Make a new offer.',
    OFFER_STATE: 'The offer is not open any more.',
    MAIL_LIMIT: 'This offer was sent too often. Make a new one.',
    MAIL_REFUSED: 'The mail server did not take the e-mail. Look at the address.',
    MAIL_UNAVAILABLE: 'The mail server does not answer. Try again later, or send the text yourself.',
  },
};
