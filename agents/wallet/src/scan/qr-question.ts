import type { Picture } from '@eslabon/ui';

/** What the worker is asked. */
export interface QrQuestion {
  picture: Picture;
  /** A picture that no other follows is searched for longer. */
  patient: boolean;
}
