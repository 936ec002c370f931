import { forge, issue, issue11, issuedAt } from '../credentials.fixture.js';
import { testKey } from '../keys.fixture.js';
import { authorities, now } from '../network.fixture.js';
import type { Case } from './case.fixture.js';
import { key, outdated, own, year } from './changes.fixture.js';

const { PE, MX } = authorities;

export const keyCases: Case[] = [
  {
    what: 'by a delegate’s key',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue(),
  },
  {
    what: 'by an Ed25519 key',
    verdict: 'RECOGNISED',
    answer: ['signature', 'pass', 'SIGNATURE_VALID'],
    present: () => issue({ key: PE.keys['delegate-2'], kid: `${PE.did}#delegate-2` }),
  },
  {
    what: 'in VCDM 1.1 without kid, by the controller',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue11(),
  },
  {
    what: 'in VCDM 1.1 without kid, by another key',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_ALGORITHM'],
    present: () => issue11({}, PE.keys['delegate-1']),
  },
  {
    what: 'signed by Mexico in Peru’s name',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_OF_ANOTHER_ISSUER'],
    present: () => issue({ key: MX.keys['delegate-1'], kid: `${MX.did}#delegate-1` }),
  },
  {
    what: 'with a key id that only begins like the issuer',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_OF_ANOTHER_ISSUER'],
    present: () => issue({ kid: `${PE.did}0#delegate-1` }),
  },
  {
    what: 'with a bare fragment as key id',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_OF_ANOTHER_ISSUER'],
    present: () => issue({ kid: '#delegate-1' }),
  },
  {
    what: 'by a key that the issuer never had',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_UNKNOWN'],
    present: () => issue({ kid: `${PE.did}#delegate-9` }),
  },
  {
    what: 'by a key unknown while keys are not attested',
    verdict: 'UNDETERMINED',
    answer: ['key', 'unknown', 'KEYS_NOT_ATTESTED'],
    present: () => issue({ kid: `${PE.did}#delegate-9` }),
    bundle: { peru: outdated },
  },
  {
    what: 'by a known key while keys are not attested',
    verdict: 'UNDETERMINED',
    answer: ['key', 'unknown', 'KEYS_NOT_ATTESTED'],
    present: () => issue(),
    bundle: { peru: outdated },
  },
  {
    what: 'forged while keys are not attested',
    verdict: 'UNTRUSTED',
    answer: ['signature', 'fail', 'SIGNATURE_INVALID'],
    present: async () => forge(await issue()),
    bundle: { peru: outdated },
  },
  {
    what: 'with another algorithm than the key’s',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_ALGORITHM'],
    present: () => issue({ key: PE.keys['delegate-2'], kid: own }),
  },
  {
    what: 'signed later than the moment asked about',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'ISSUED_IN_FUTURE'],
    present: () => issue({ iat: now + 301 }),
  },
  {
    what: 'signed within the skew after the moment',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue({ iat: now + 300 }),
  },
  {
    what: 'by a key not yet valid',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_NOT_VALID_THEN'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { validFrom: issuedAt + 301 }) },
  },
  {
    what: 'by a key rotated out before',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_NOT_VALID_THEN'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { validUntil: issuedAt }) },
  },
  {
    what: 'by a key that may have been extended',
    verdict: 'UNDETERMINED',
    answer: ['key', 'unknown', 'KEYS_NOT_ATTESTED'],
    present: () => issue(),
    bundle: {
      peru: (peru) => {
        key('delegate-1', { validUntil: issuedAt })(peru);
        outdated(peru);
      },
    },
  },
  {
    what: 'by a key rotated out since',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { validUntil: issuedAt + 1 }) },
  },
  {
    what: 'by a fragment that was given to another key since',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue(),
    bundle: {
      peru: (peru) => {
        key('delegate-1', { validUntil: issuedAt + 1 })(peru);
        peru.keys.push({
          fragment: 'delegate-1',
          key: testKey('ES256').publicKey,
          validFrom: issuedAt + year / 4,
          validUntil: 0,
          compromisedAt: 0,
        });
      },
    },
  },
  {
    what: 'by a key compromised before',
    verdict: 'UNTRUSTED',
    answer: ['key', 'fail', 'KEY_COMPROMISED'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { compromisedAt: issuedAt }) },
  },
  {
    what: 'by a key compromised since',
    verdict: 'RECOGNISED',
    answer: ['key', 'pass', 'KEY_VALID'],
    present: () => issue(),
    bundle: { peru: key('delegate-1', { compromisedAt: issuedAt + 1 }) },
  },
  {
    what: 'with a signature of nobody',
    verdict: 'UNTRUSTED',
    answer: ['signature', 'fail', 'SIGNATURE_INVALID'],
    present: async () => forge(await issue()),
  },
  {
    what: 'by another key of the same kind',
    verdict: 'UNTRUSTED',
    answer: ['signature', 'fail', 'SIGNATURE_INVALID'],
    present: () => issue({ key: MX.keys['delegate-1'] }),
  },
];
