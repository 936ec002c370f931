import { describe, expect, it } from '@jest/globals';
import { sampleCredential, sampleTerms } from '../testing/sample.js';
import { factsOf } from './facts-of.js';
import { pageWords } from './words.js';

describe('factsOf', () => {
  const [es, pt, en] = [pageWords.es, pageWords.pt, pageWords.en];

  it('says in both languages what differs between them, and the rest once', () => {
    expect(factsOf(sampleCredential(), ['pt', 'en'], sampleTerms)).toEqual([
      { labels: [pt.company, en.company], values: ['Exportadora Andina S.A.C.'] },
      { labels: [pt.tin, en.tin], values: ['PE20123456786'] },
      { labels: [pt.number, en.number], values: ['PE-OEA-0007'] },
      { labels: [pt.type, en.type], values: ['security (pt) denominado', 'security (en) denominado'] },
      {
        labels: [pt.roles, en.roles],
        values: [
          'IM im (pt) denominado, EX ex (pt) denominado',
          'IM im (en) denominado, EX ex (en) denominado',
        ],
      },
      { labels: [pt.valid, en.valid], values: ['2026-01-10 a 2029-01-10', '2026-01-10 to 2029-01-10'] },
      { labels: [pt.decided, en.decided], values: ['2026-01-05'] },
    ]);
  });

  it('says the dates once where both languages write them alike', () => {
    const facts = factsOf(sampleCredential(), ['es', 'pt'], sampleTerms);
    expect(facts.find(({ labels }) => labels[0] === es.valid)?.values).toEqual(['2026-01-10 a 2029-01-10']);
  });
});
