import type { QrQuestion } from './qr-question.js';
import { readQr } from './read-qr.js';

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; question: QrQuestion }>) => {
  self.postMessage({ id: data.id, text: readQr(data.question) });
});
