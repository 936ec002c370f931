/** Gas that must not be passed, whatever the snapshot says: what a Basic member of LACChain can send. */
const limits = {
  'status.oneBitUsedWord': { direct: 45_000, signed: 100_000 },
  'status.word256': { direct: 65_000, signed: 120_000 },
  'status.firstBitNewList': { direct: 90_000, signed: 140_000 },
};

/** Bytes of deployed code (EIP-170). */
const sizeLimit = 24_576;

/**
 * What is wrong with measured gas and sizes, as sentences: above a limit, or not what the snapshot says. Less than the
 * snapshot is a problem too, though a welcome one: else later growth up to the old value would go unseen.
 */
export function findProblems({ operations, sizes }, snapshot) {
  const problems = [];
  for (const [name, limit] of Object.entries(limits)) {
    for (const kind of ['direct', 'signed']) {
      const gas = operations[name]?.[kind];
      if (!(gas <= limit[kind]))
        problems.push(`${name} (${kind}) takes ${gas} gas; the limit is ${limit[kind]}.`);
    }
  }
  for (const [name, size] of Object.entries(sizes)) {
    if (size > sizeLimit) problems.push(`${name} has ${size} bytes of code; the limit is ${sizeLimit}.`);
  }
  if (snapshot === undefined) return [...problems, 'There is no gas-snapshot.json: write it with --update.'];
  for (const [what, now, before] of compared(operations, sizes, snapshot)) {
    if (now === before) continue;
    const how =
      now === undefined || before === undefined ? 'is new or missing' : now > before ? 'grew' : 'shrank';
    problems.push(`${what} ${how}: ${before} in the snapshot, ${now} now. If that is meant: --update.`);
  }
  return problems;
}

function compared(operations, sizes, snapshot) {
  const names = new Set([...Object.keys(operations), ...Object.keys(snapshot.operations)]);
  const gas = [...names].flatMap((name) =>
    ['direct', 'signed'].map((kind) => [
      `${name} (${kind})`,
      operations[name]?.[kind],
      snapshot.operations[name]?.[kind],
    ]),
  );
  const contracts = new Set([...Object.keys(sizes), ...Object.keys(snapshot.sizes)]);
  return [...gas, ...[...contracts].map((name) => [name, sizes[name], snapshot.sizes[name]])];
}
