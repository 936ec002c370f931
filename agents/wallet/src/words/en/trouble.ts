/** English: what can go wrong, by code. Codes of the standards stand in capitals. */
export const trouble = {
  trouble: {
    title: 'That did not work',
    startTitle: 'The wallet cannot start',
    retry: 'Try again',
    other: 'Something unforeseen went wrong. Try again; if it stays, tell your customs authority the code.',
    INTERNAL:
      'Something unforeseen went wrong. Try again; if it stays, tell your customs authority the code.',
    STORAGE_BLOCKED:
      'Another window has an older version of this app open. Close all its windows, then try again.',
    STORAGE_NEWER:
      'A newer version of this app has been used on this device. Reload the page with a network to get it.',
    STORAGE_FAILED:
      'The browser gives this app no storage. Leave private browsing, or allow the page to keep data, then try again.',
    STORAGE_FULL:
      'The disk or the browser’s share of it is full. Make room, then try again. Nothing was lost.',
    STORAGE_LOST: 'Another window changed the storage of this app, or the browser took it away. Reload.',
    PAGE_INSECURE:
      'The wallet works only on pages that came over https: otherwise the browser gives it no keys. Open its address with https.',
    PASSKEY_UNAVAILABLE: 'This device or browser has no passkeys. Go on without one, or use another browser.',
    PASSKEY_REFUSED: 'The passkey was not given. Try again, and confirm when the device asks.',
    WALLET_NEW: 'There is no wallet on this device yet. Set it up first.',
    WALLET_EXISTS: 'There is a wallet on this device already. Reload the page.',
    WALLET_LOCKED: 'The wallet is locked. Unlock it first.',
    NOT_HELD: 'This is not in the wallet any more.',
    RECOVERY_CODE_MISTYPED:
      'A character of the recovery code is wrong or missing. Compare it with what you kept.',
    RECOVERY_CODE_WRONG: 'This recovery code belongs to another backup. Take the one that was shown for it.',
    BACKUP_UNKNOWN: 'This file is no backup of this wallet. Choose another.',
    BACKUP_NEWER: 'The backup was made by a newer version of this app. Reload the page to get it.',
    BACKUP_DAMAGED: 'The backup file is damaged. Take another copy or an older one.',
    LINK_UNKNOWN:
      'This is no link that the wallet knows. Copy the whole link once more, or ask for a new one.',
    ADDRESS_REFUSED:
      'The link leads to an address that is not safe, and nothing was sent there. Tell whoever sent it.',
    UNREACHABLE: 'No answer came. Check the network and try again in a moment.',
    OUT_OF_ORDER: 'The server that was asked is out of order at the moment. Try again in a few minutes.',
    ANSWER_TOO_LARGE: 'The answer was larger than it can be. Tell whoever sent the link.',
    ANSWER_INVALID: 'The answer could not be understood. Tell whoever sent the link.',
    OFFER_INVALID: 'The offer cannot be read. Ask your customs authority for a new one.',
    OFFER_GONE:
      'The offer was taken up already, was withdrawn, or its time is over. Ask your customs authority for a new one.',
    OFFER_UNSUPPORTED: 'The wallet cannot take up offers of this kind. Tell your customs authority.',
    TX_CODE_MISSING: 'The offer needs the transaction code that the authority gave you by another way.',
    TX_CODE_WRONG:
      'The transaction code is wrong. Compare it with what the authority gave you: after a few wrong ones the offer is void.',
    ISSUER_REFUSED: 'The authority did not give the certificate out. Ask it why, with the code below.',
    PROOF_REFUSED:
      'The authority did not take the proof of this device’s key. Set date and time of this device right, then try again.',
    CERTIFICATE_UNREADABLE: 'What the authority gave out is no AEO certificate. Tell it so.',
    CERTIFICATE_NOT_OURS:
      'The certificate is made out to another key than this device’s. Tell the authority.',
    CERTIFICATE_UNTRUSTED:
      'The certificate is not signed by an authority of the network, and was not kept. Tell your customs authority.',
    RENEWAL_IMPOSSIBLE:
      'The wallet has no right any more to ask for this certificate. Ask your customs authority for a new offer.',
    REQUEST_INVALID: 'The request cannot be read. Ask for a new one.',
    REQUEST_GONE: 'The request was answered already, or its time is over. Ask for a new one.',
    REQUEST_UNSIGNED: 'Nobody has signed the request: nobody stands for it. Nothing was sent.',
    REQUEST_CLIENT_UNSUPPORTED: 'Who asks names itself in a way that cannot be checked. Nothing was sent.',
    REQUEST_KEY_UNKNOWN:
      'Who asks says to be an authority, but its key is not one of that authority. Nothing was sent. Fetch the newest data and try again.',
    REQUEST_SIGNATURE: 'The request was forged or altered. Nothing was sent.',
    REQUEST_AUDIENCE: 'The request was made for somebody else. Ask for a new one.',
    REQUEST_NONCE: 'The request is a copy of another one. Ask for a new one.',
    REQUEST_EXPIRED:
      'The time of the request is over. Ask for a new one, and check the clock of this device.',
    REQUEST_HOST: 'The answer would go to another place than the one that asks. Nothing was sent.',
    REQUEST_UNSUPPORTED: 'The request asks for something that the wallet cannot do. Nothing was sent.',
    NOTHING_READ: 'There is nothing to answer any more. Open the link or scan the code again.',
    VERIFIER_REFUSED: 'The one who asked did not take the answer. Ask for a new request.',
    UNCONFIRMED:
      'It is not certain whether the answer arrived. Ask at the counter before you present once more.',
    INVITATION_INVALID: 'The invitation cannot be read. Ask the driver or broker for a new one.',
    DELEGATION_INVALID: 'The delegation cannot be read. Ask the company for a new one.',
    DELEGATION_NOT_OURS: 'The delegation is for another device. Send the company the invitation of this one.',
    DELEGATION_EXPIRED: 'The delegation is over. Ask the company for a new one.',
    DELEGATION_WITHDRAWN:
      'The company has withdrawn the delegation. Nothing was sent. Ask the company for a new one.',
    DELEGATION_SIGNATURE:
      'The delegation is not signed by the company it names. Do not use it, and tell the company.',
    CAMERA_DENIED: 'The browser may not use the camera. Allow it in the settings of this page.',
    CAMERA_ABSENT: 'There is no camera on this device. Use the link instead.',
    CAMERA_BUSY: 'The camera is in use by another program. Close it, then try again.',
    CAMERA_INSECURE: 'The browser gives the camera only to pages that came over https. Use the link instead.',
    PICTURE_UNREADABLE: 'The picture could not be read. Choose another.',
    QR_NOT_FOUND: 'No QR code could be read in this picture. Take it again, straight, sharp and near.',
    FILE_TOO_LARGE: 'The file is larger than such a file can be.',
    RATE_LIMITED: 'Too many requests. Wait a minute.',
    NOT_FOUND: 'The authority’s agent does not have what was asked for. Ask the authority.',
    CLOCK_BEHIND: 'The clock of this device is wrong. Set date and time right.',
    BUNDLE_UNUSABLE:
      'The data of the network could not be proven, and the older ones stay in use. Check the clock; try again later.',
    BUNDLE_NOT_READY: 'The authority’s agent has no data of the network yet. Try again in a moment.',
    INVALID_REQUEST: 'The answer did not have the form that was asked for.',
    INVALID_GRANT: 'The offer or its code is not valid any more. Ask your customs authority for a new one.',
    INVALID_NONCE: 'The answer came too late. Ask for a new request.',
    INVALID_PROOF: 'The proof of the key was not taken. Try again.',
    ACCESS_DENIED: 'It was declined.',
    VP_FORMATS_NOT_SUPPORTED: 'The one who asked cannot read certificates of this form.',
  },
};
