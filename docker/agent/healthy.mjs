// Healthy is an agent that answers: healthy.mjs URL. Whether the chain answers it is a matter of its readiness.
const answer = await fetch(`${process.argv[2]}/v1/health`, { signal: AbortSignal.timeout(4000) });
process.exit(answer.ok ? 0 : 1);
