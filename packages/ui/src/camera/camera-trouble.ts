/** Why there is no picture of a camera. */
export type CameraTroubleCode =
  | 'CAMERA_DENIED'
  | 'CAMERA_ABSENT'
  | 'CAMERA_BUSY'
  | 'CAMERA_INSECURE'
  | 'INTERNAL';

export interface CameraTrouble {
  code: CameraTroubleCode;
  message: string;
}

/** Browsers hide the camera from pages that came over plain http. */
export class CameraHidden extends Error {
  override readonly name = 'CameraHidden';
}

/** Names of DOMExceptions (Media Capture §10.3) and what they mean to who stands before the camera. */
const codes: ReadonlyMap<string, CameraTroubleCode> = new Map([
  ['NotAllowedError', 'CAMERA_DENIED'],
  ['SecurityError', 'CAMERA_DENIED'],
  ['NotFoundError', 'CAMERA_ABSENT'],
  ['OverconstrainedError', 'CAMERA_ABSENT'],
  ['NotReadableError', 'CAMERA_BUSY'],
  ['AbortError', 'CAMERA_BUSY'],
  ['CameraHidden', 'CAMERA_INSECURE'],
]);

/** What an error of {@link useQrScanner} means. */
export function cameraTrouble(error: unknown): CameraTrouble {
  const { name, message } = isErrorLike(error) ? error : { name: 'Error', message: String(error) };
  return { code: codes.get(name) ?? 'INTERNAL', message: `${name}: ${message}` };
}

/** A DOMException is no Error everywhere. */
function isErrorLike(error: unknown): error is { name: string; message: string } {
  return typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
}
