import { EslabonError } from '@eslabon/core';

export function unreadable(message: string, cause?: unknown): EslabonError {
  return new EslabonError('PICTURE_UNREADABLE', message, {
    hints: ['Take the photo again, as JPEG or PNG.'],
    ...(cause !== undefined && { cause }),
  });
}
