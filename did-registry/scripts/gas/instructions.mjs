// How each instruction is signed, and how the same change is made directly.
import { encodePacked, keccak256, stringToHex } from 'viem';
import {
  accedeTypes,
  approveTypes,
  attestKeysTypes,
  instructionDomain,
  proposeTypes,
  resumeTypes,
  setStatusTypes,
  suspendTypes,
  withdrawTypes,
} from '../../dist/index.js';
import { chainId } from './gas-chain.mjs';

const authority = (name, types, fields) => ({ registry: 'AuthorityRegistry', name, types, fields });
const arrangement = (name, types, fields) => ({ registry: 'ArrangementRegistry', name, types, fields });

/** By function: the registry that has it, its EIP-712 type, and its arguments up to the nonce; the first one acts. */
const instructions = {
  setStatus: {
    registry: 'StatusRegistry',
    name: 'SetStatus',
    types: setStatusTypes,
    fields: ['authority', 'changes'],
  },
  approve: authority('Approve', approveTypes, [
    'member',
    'action',
    'country',
    'subject',
    'expiresAt',
    'salt',
  ]),
  attestKeys: authority('AttestKeys', attestKeysTypes, ['authority', 'keySet', 'changedBlock']),
  propose: arrangement('Propose', proposeTypes, ['authority', 'arrangement', 'terms']),
  accede: arrangement('Accede', accedeTypes, ['authority', 'arrangement', 'version', 'from']),
  withdraw: arrangement('Withdraw', withdrawTypes, ['authority', 'arrangement', 'until']),
  suspend: arrangement('Suspend', suspendTypes, ['authority', 'arrangement', 'against', 'from']),
  resume: arrangement('Resume', resumeTypes, ['authority', 'arrangement', 'against', 'until']),
};

/** Has `signer` sign the instruction and somebody else carry it. Gives the gas used. */
export async function measureSigned(chain, signer, functionName, values) {
  const { registry, name, types, fields } = instructions[functionName];
  const contract = chain.signed[registry];
  const nonce = await chain.client.readContract({
    ...contract,
    functionName: 'nonceOf',
    args: [signer.address],
  });
  const deadline = BigInt(chain.now() + 3_600);
  const { keySet, ...rest } = values;
  const hashed = keySet === undefined ? {} : { keySetHash: keccak256(keySet) };
  const signature = await signer.signTypedData({
    domain: instructionDomain(registry, chainId, contract.address),
    types,
    primaryType: name,
    message: { ...rest, ...hashed, nonce, deadline },
  });
  const args = [...fields.map((field) => values[field]), nonce, deadline, BigInt(chainId), signature];
  return gasOf(await chain.send(chain.carrier, { ...contract, functionName, args }));
}

/** Has the authority itself send the change to the registry that takes it from its sender. Gives the gas used. */
export async function measureDirect(chain, sender, functionName, values) {
  const {
    registry,
    fields: [, ...fields],
  } = instructions[functionName];
  const direct = `direct${functionName[0].toUpperCase()}${functionName.slice(1)}`;
  const args = fields.map((field) => values[field]);
  return gasOf(await chain.send(sender, { ...chain.direct[registry], functionName: direct, args }));
}

/** The same for the one ERC-1056 instruction of the agents: setAttributeSigned and setAttribute. */
export async function measureAttribute(chain, owner, value) {
  const { erc1056 } = chain;
  const identity = owner.address;
  const name = stringToHex('did/pub/Ed25519/veriKey/hex', { size: 32 });
  const validity = 31_536_000n;
  const nonce = await chain.client.readContract({ ...erc1056, functionName: 'nonce', args: [identity] });
  const digest = keccak256(
    encodePacked(
      ['bytes2', 'address', 'uint256', 'address', 'string', 'bytes32', 'bytes', 'uint256'],
      ['0x1900', erc1056.address, nonce, identity, 'setAttribute', name, value, validity],
    ),
  );
  const signature = await owner.sign({ hash: digest });
  const parts = [
    Number(`0x${signature.slice(130)}`),
    signature.slice(0, 66),
    `0x${signature.slice(66, 130)}`,
  ];
  const signed = await chain.send(chain.carrier, {
    ...{ ...erc1056, functionName: 'setAttributeSigned' },
    args: [identity, ...parts, name, value, validity],
  });
  const direct = await chain.send(owner, {
    ...{ ...erc1056, functionName: 'setAttribute' },
    args: [identity, name, value, validity],
  });
  return { direct: gasOf(direct), signed: gasOf(signed) };
}

const gasOf = (receipt) => Number(receipt.gasUsed);
