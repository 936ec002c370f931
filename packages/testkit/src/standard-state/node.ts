/** The node behind the front. */
export interface Node {
  /** Sends a JSON-RPC request, or several, as it is and gives the answer as it comes. */
  forward(request: unknown): Promise<unknown>;
  ask(method: string, params: readonly unknown[]): Promise<unknown>;
  /** One question for each set of parameters, sent together; answers in the same order. */
  askMany(method: string, params: readonly (readonly unknown[])[]): Promise<unknown[]>;
}

interface Reply {
  id: number;
  result?: unknown;
  error?: { message: string };
}

export function connectNode(url: string): Node {
  async function forward(request: unknown): Promise<unknown> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    return response.json();
  }

  async function askMany(method: string, params: readonly (readonly unknown[])[]): Promise<unknown[]> {
    const replies = (await forward(
      params.map((each, id) => ({ jsonrpc: '2.0', id, method, params: each })),
    )) as Reply[];
    return replies
      .sort((a, b) => a.id - b.id)
      .map(({ result, error }) => {
        if (error) throw new Error(`${method}: ${error.message}`);
        return result;
      });
  }

  return { forward, askMany, ask: async (method, params) => (await askMany(method, [params]))[0] };
}
