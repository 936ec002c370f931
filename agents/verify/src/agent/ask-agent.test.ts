import { expect, it } from '@jest/globals';
import { askAgent } from './ask-agent.js';

it.each(['', 'esk_–1', 'esk_1\u200b', 'esk_1\nesk_2'])(
  'the key %j, which no request can carry, is a wrong key and no agent that does not answer',
  async (apiKey) => {
    await expect(askAgent('http://127.0.0.1:1/v1/decisions', apiKey)).rejects.toMatchObject({
      code: 'AUTHENTICATION_FAILED',
    });
  },
);

it('an agent that does not answer is one', async () => {
  await expect(askAgent('http://127.0.0.1:1/v1/decisions', 'esk_1')).rejects.toMatchObject({
    code: 'AGENT_UNREACHABLE',
  });
});
