import { accounts, startGasChain } from './gas-chain.mjs';
import { measureAttribute, measureDirect, measureSigned } from './instructions.mjs';
import { operations } from './operations.mjs';

/** Measures everything: { operations: name → { direct, signed } in gas, sizes: contract → bytes of deployed code }. */
export async function measure() {
  const chain = await startGasChain();
  try {
    const measured = {};
    for (const { name, actor, functionName, values } of operations) {
      const direct = await measureDirect(chain, actor, functionName, values);
      const signed = await measureSigned(chain, actor, functionName, values);
      if (name !== undefined) measured[name] = { direct, signed };
    }
    await measureAttribute(chain, accounts.PE, '0xa1');
    measured['erc1056.setAttributeSigned'] = await measureAttribute(
      chain,
      accounts.PE,
      `0x${'b2'.repeat(32)}`,
    );
    return { operations: measured, sizes: chain.sizes };
  } finally {
    await chain.stop();
  }
}
