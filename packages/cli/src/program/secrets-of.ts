/** No key is shorter; blotting out less would make messages unreadable. */
const shortest = 8;

/** The keys that were given to this run, to be blotted out of messages. */
export function secretsOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const given = argv.flatMap((argument, i) => {
    if (argument === '--key') return argv[i + 1] ?? [];
    return argument.startsWith('--key=') ? argument.slice('--key='.length) : [];
  });
  return [...given, env.ESLABON_KEY ?? '', (env.ESLABON_DEPLOYER_KEY ?? '').replace(/^0x/, '')]
    .map((key) => key.trim())
    .filter((key) => key.length >= shortest);
}
