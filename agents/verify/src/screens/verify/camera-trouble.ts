import type { Trouble } from '../../engine/contract.js';

/** Names of DOMExceptions (Media Capture §10.3) and what they mean to who stands before the camera. */
const codes: Record<string, string> = {
  NotAllowedError: 'CAMERA_DENIED',
  SecurityError: 'CAMERA_DENIED',
  NotFoundError: 'CAMERA_ABSENT',
  OverconstrainedError: 'CAMERA_ABSENT',
  NotReadableError: 'CAMERA_BUSY',
  AbortError: 'CAMERA_BUSY',
};

export function cameraTrouble(error: unknown): Trouble {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { code: codes[name] ?? 'INTERNAL', message: `${name}: ${message}` };
}
