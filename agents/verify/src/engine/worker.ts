import { answerCall } from './answer-call.js';
import type { EngineMessage, EngineReply } from './contract.js';
import { OpenedBundles } from './opened-bundles.js';
import { troubleOf } from './trouble-of.js';

const opened = new OpenedBundles();
const reply = (message: EngineReply): void => self.postMessage(message);

self.addEventListener('message', async ({ data }: MessageEvent<EngineMessage>) => {
  try {
    reply({ id: data.id, answer: await answerCall(data, opened) });
  } catch (error) {
    reply({ id: data.id, trouble: troubleOf(error) });
  }
});
