/** English: what can go wrong, by code. */
export const trouble = {
  trouble: {
    title: 'That did not work',
    startTitle: 'The app cannot start',
    retry: 'Try again',
    other: 'Something unforeseen went wrong.',
    BUNDLE_MALFORMED: 'The data file is damaged. Fetch it again.',
    BUNDLE_TOO_LARGE: 'The data file is larger than allowed.',
    BUNDLE_VERSION:
      'The data file is of a version that this app does not read. Update the app, or ask for another file.',
    BUNDLE_CHAIN: 'The data file is of another network than the trust anchor.',
    BUNDLE_PROOF:
      'The data file does not prove what it says. Do not use it, and report it to your AEO office.',
    BUNDLE_ATTESTATION: 'Nobody whom this post trusts attests the data file.',
    BUNDLE_ATTESTOR_UNKNOWN:
      'The data file was made for the posts of another country. Ask for one of your own authority.',
    BUNDLE_TRUST_MODE: 'The data file is trusted in a way that the trust anchor does not allow.',
    BUNDLE_CHECKPOINT:
      'The data file does not follow from the validators that this post knows. It is too old or too new: ask for one with more steps between.',
    BUNDLE_CHECKPOINT_EXPIRED:
      'This post has been without new data for too long to follow the validators by itself. Ask for a new trust anchor, or check the clock.',
    BUNDLE_FUTURE: 'By the clock of this device, the data file is from the future. Check date and time.',
    DELTA_MALFORMED: 'The delta file is damaged. Fetch it again.',
    DELTA_VERSION: 'The delta file is of a version that this app does not read.',
    DELTA_BASE: 'The delta file does not fit the data of this post. Load a whole bundle.',
    DELTA_RESULT: 'The delta file does not give what it says. Load a whole bundle.',
    TRUST_MALFORMED: 'This is not a trust anchor.',
    TIN_INVALID: 'This is not a tax number: up to 15 letters and digits after the country.',
    FILE_TOO_LARGE: 'The file is larger than such a file can be.',
    FILE_EMPTY: 'The file is empty.',
    FILE_UNREADABLE: 'The file could not be read. Is the stick still plugged in?',
    FILE_DATA: 'This file holds data for the post and is no certificate. Load it under “Data”.',
    FILE_PDF:
      'This is a PDF, which is not read. Hold the page before the camera, or open a photo or screenshot of its code.',
    FILE_WRONG: 'This is neither a bundle nor a delta.',
    PICTURE_UNREADABLE: 'The picture could not be read. Take or save it as JPEG or PNG.',
    QR_NOT_FOUND:
      'No QR code of a certificate could be read in this picture. Take it again, straight, sharp and near.',
    CAMERA_DENIED: 'The browser may not use the camera. Allow it in the settings of this page.',
    CAMERA_ABSENT: 'There is no camera on this device.',
    CAMERA_BUSY: 'The camera is in use by another program.',
    CAMERA_INSECURE: 'The browser gives the camera only to pages that came over https.',
    CLOCK_BEHIND: 'The clock of this device is wrong: a verdict would be too. Set date and time right first.',
    AGENT_UNREACHABLE: 'The agent does not answer: there is no network, or it is not running.',
    AGENT_ABSENT: 'No agent answers at the address that this app came from.',
    AUTHENTICATION_FAILED: 'The agent does not know this key.',
    AUTHENTICATION_REQUIRED: 'The agent wants a key.',
    PERMISSION_DENIED: 'This key may not do that.',
    PRESENTATIONS_ABSENT:
      'This agent is not set up to ask wallets for presentations. Your administration can do that.',
    NOT_FOUND: 'The agent does not have this, or not for this key.',
    UNAVAILABLE: 'The agent cannot do that at the moment. Try again in a minute.',
    RATE_LIMITED: 'Too many requests. Wait a minute.',
    DECISION_CONFLICT:
      'The agent already has another decision under the same id. Export the log and report it.',
    STORAGE_FULL:
      'The disk or the browser’s share of it is full. Make room, then try again. Nothing was lost.',
    STORAGE_BLOCKED:
      'Another window has an older version of this app open. Close all its windows, then try again.',
    STORAGE_NEWER:
      'A newer version of this app has been used on this device. Reload the page with a network to get it.',
    STORAGE_FAILED:
      'The browser gives this app no storage. Leave private browsing, or allow the page to keep data, then try again.',
    STORAGE_LOST: 'Another window changed the storage of this app, or the browser took it away. Reload.',
    ENGINE_FAILED: 'The part that verifies could not start. Reload, or update the browser.',
    BUNDLE_NOT_READY: 'There are no data yet.',
    CHAIN_UNREACHABLE: 'The agent does not reach the network’s chain.',
  },
};
