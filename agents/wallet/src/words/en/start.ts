/** English: what is on every page, and the first start. */
export const start = {
  app: {
    name: 'AEO wallet',
    skip: 'Skip to the content',
    starting: 'Starting …',
    nav: 'Pages',
    update: 'A new version of this app is ready.',
    updateNow: 'Change to it now',
  },
  nav: {
    home: 'Home',
    present: 'Present',
    delegations: 'Delegate',
    history: 'History',
    settings: 'Settings',
  },
  common: {
    cancel: 'Cancel',
    save: 'Save',
    saved: 'Saved.',
    next: 'Continue',
    code: 'Code: {{code}}',
    details: 'Details',
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'The browser did not let it be copied. Select the text and copy it by hand.',
  },
  start: {
    title: 'Set up this wallet',
    intro:
      'The wallet keeps the AEO certificates of your company on this device, and shows them to customs when you say so. Its keys never leave the device.',
    waiting: {
      offer: 'A certificate is offered to you. It goes on with it as soon as the wallet is set up.',
      request: 'Somebody asks you for a certificate. It goes on with that as soon as the wallet is set up.',
      delegation: 'A company gives you a delegation. It goes on with it as soon as the wallet is set up.',
      delegate: 'Somebody asks you for a delegation. It goes on with that as soon as the wallet is set up.',
    },
    way: 'How do you begin?',
    new: 'New on this device',
    backup: 'From a backup',
    deviceName: 'Name of this device',
    deviceNameHint: 'So that you know which one it is, for instance “Laptop of the export desk”.',
    deviceNameMissing: 'Give the device a name.',
    passkey: 'Lock it with a passkey',
    passkeyHint:
      'Fingerprint, face or code of this device are then asked for before the wallet opens. It can be changed later.',
    create: 'Create the wallet',
    working: 'Making the keys …',
  },
  recovery: {
    title: 'Your recovery code',
    intro:
      'With this code and a backup file you get the wallet back on another device. It is shown now, and never again.',
    download: 'Save as a file',
    fileName: 'eslabon-recovery-code.txt',
    print: 'Print',
    warning:
      'Whoever has the code and a backup file has your certificates. Keep the two apart; nobody can give you the code again.',
    kept: 'I have kept the code in a safe place.',
    done: 'Open the wallet',
  },
  restore: {
    intro: 'You need the backup file and the recovery code that was shown when that wallet was set up.',
    file: 'Choose the backup file',
    fileHint: 'A file such as eslabon-2026-01-31.backup. You may also drop it here.',
    fileMissing: 'Choose the backup file.',
    chosen: 'Chosen: {{name}}',
    code: 'Recovery code',
    codeHint: 'Seven groups of four characters. Hyphens, spaces and small letters do not matter.',
    codeMissing: 'Type the recovery code.',
    button: 'Restore the wallet',
    working: 'Opening the backup …',
  },
  locked: {
    title: 'The wallet is locked',
    text: 'Unlock it with the passkey of this device.',
    unlock: 'Unlock',
    working: 'Waiting for the passkey …',
    lost: 'The passkey is gone?',
    lostText:
      'Without it nobody can open this wallet, not even you. Delete it here and restore it from your backup file with the recovery code.',
  },
};
