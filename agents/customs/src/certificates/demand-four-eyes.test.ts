import { describe, expect, it } from '@jest/globals';
import type { Caller } from '../platform/http/caller.js';
import { demandFourEyes } from './demand-four-eyes.js';

const decides = (name: string, proposedBy: string, fourEyes = true) =>
  demandFourEyes({ fourEyes }, proposedBy, { name } as Caller);

describe('four eyes', () => {
  it.each(['Rosa Quispe', 'rosa quispe', ' Rosa  Quispe', 'ROSA QUISPÉ'])('%s is who proposed it', (name) => {
    expect(() => decides(name, 'Rosa Quispe')).toThrow(
      expect.objectContaining({ code: 'CERTIFICATE_FOUR_EYES' }),
    );
    expect(() => decides(name, 'Rosa Quispe', false)).not.toThrow();
  });

  it('another person is another person', () => {
    expect(() => decides('Rosa Quispe', 'Ana Quispe')).not.toThrow();
  });
});
