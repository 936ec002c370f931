import type { z } from 'zod';

interface NodeUrls {
  rpcUrl?: string | undefined;
  rpcUrls?: string[] | undefined;
}

/** The addresses of the chain's nodes: one in `rpcUrl`, or several in `rpcUrls`. Reports what is wrong to `context`. */
export function readNodeUrls({ rpcUrl, rpcUrls }: NodeUrls, context: z.RefinementCtx): string[] {
  const complain = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', message, path });
  if ((rpcUrl === undefined) === (rpcUrls === undefined)) {
    const isMissing = rpcUrl === undefined;
    complain([isMissing ? 'rpcUrl' : 'rpcUrls'], isMissing ? 'is missing' : 'cannot stand beside rpcUrl');
    return [];
  }
  const urls = rpcUrls ?? [rpcUrl as string];
  for (const [at, url] of urls.entries()) {
    if (urls.indexOf(url) !== at) complain(['rpcUrls', at], 'stands there twice');
  }
  return urls;
}
