// What is measured, in the order in which it is done. Steps without a name prepare those after them: above all they
// spend the first nonce of an authority in each registry, which costs 17,100 gas once.
import { padHex, toHex } from 'viem';
import { accounts } from './gas-chain.mjs';

const { PE, MX } = accounts;
const bit = (index) => 1n << BigInt(255 - index);
const change = (list, word, revoke) => ({ list, word, revoke, suspend: 0n, reinstate: 0n });
const everyBit = 2n ** 256n - 1n;

const setStatus = (name, ...changes) => ({
  ...{ name, actor: PE, functionName: 'setStatus' },
  values: { authority: PE.address, changes },
});

const status = [
  setStatus('status.firstInstruction', change(0, 0, bit(0))),
  setStatus('status.firstBitNewList', change(1, 0, bit(0))),
  setStatus('status.oneBitUsedWord', change(1, 0, bit(1))),
  setStatus('status.word256', change(1, 1, everyBit)),
  setStatus('status.oneBitNewWord', change(1, 6, bit(0))),
  setStatus('status.batch3NewWords', ...[7, 8, 9].map((word) => change(1, word, bit(0)))),
  setStatus('status.batch4NewWords', ...[2, 3, 4, 5].map((word) => change(1, word, bit(0)))),
  setStatus('status.batch4Words', ...[2, 3, 4, 5].map((word) => change(1, word, bit(7)))),
];

/** As long as a set of three keys is: Ed25519, P-256 and secp256k1. */
const keySet = (filler) => `0x${filler.repeat(153)}`;

const attestKeys = (name, actor, filler) => ({
  ...{ name, actor, functionName: 'attestKeys' },
  values: { authority: actor.address, keySet: keySet(filler), changedBlock: 0n },
});

const approve = (name, actor) => ({
  ...{ name, actor, functionName: 'approve' },
  values: {
    ...{ member: actor.address, action: 0, country: toHex('UY'), subject: padHex('0xa1', { size: 20 }) },
    ...{ expiresAt: 4_000_100_000, salt: padHex('0x01') },
  },
});

/** The first of eight members proposes; the fifth makes more than half. */
const authority = [
  attestKeys('authority.attestKeysFirst', PE, 'a1'),
  attestKeys('authority.attestKeys', PE, 'b2'),
  ...Object.values(accounts).flatMap((actor) => (actor === PE ? [] : [attestKeys(undefined, actor, 'a1')])),
  approve('authority.approveFirst', PE),
  approve('authority.approve', MX),
  approve(undefined, accounts.CO),
  approve(undefined, accounts.CL),
  approve('authority.approveExecuting', accounts.BO),
];

const terms = {
  ...{
    label: padHex(toHex('Alianza del Pacífico'), { dir: 'right', size: 32 }),
    textDigest: keySet('c3').slice(0, 66),
  },
  ...{
    certificateTypes: 5,
    roles: 0x3fff,
    validFrom: 1_530_403_200,
    validUntil: 0,
    ttl: 86_400,
    exp: 604_800,
  },
  parties: ['CL', 'CO', 'MX', 'PE'].map((country) => toHex(country)),
};

const arrange = (name, actor, functionName, values) => ({
  ...{ name, actor, functionName },
  values: { authority: actor.address, ...values },
});

const arrangement = [
  arrange(undefined, PE, 'propose', { arrangement: 0, terms }),
  arrange(undefined, MX, 'accede', { arrangement: 1, version: 1, from: 0 }),
  arrange('arrangement.propose', PE, 'propose', { arrangement: 0, terms }),
  arrange('arrangement.accede', PE, 'accede', { arrangement: 2, version: 1, from: 0 }),
  arrange(undefined, MX, 'accede', { arrangement: 2, version: 1, from: 0 }),
  arrange('arrangement.amend', PE, 'propose', { arrangement: 2, terms }),
  arrange('arrangement.suspend', PE, 'suspend', { arrangement: 2, against: toHex('MX'), from: 0 }),
  arrange('arrangement.resume', PE, 'resume', { arrangement: 2, against: toHex('MX'), until: 0 }),
  arrange('arrangement.withdraw', MX, 'withdraw', { arrangement: 2, until: 0 }),
];

export const operations = [...status, ...authority, ...arrangement];
