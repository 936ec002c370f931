/** Resolves at the first Ctrl-C or termination; a second one ends the process at once. */
export function stopped(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      resolve();
      process.once('SIGINT', () => process.exit(130));
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    process.once('SIGHUP', end);
  });
}
