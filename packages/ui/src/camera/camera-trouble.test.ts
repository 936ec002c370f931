import { describe, expect, it } from '@jest/globals';
import { CameraHidden, cameraTrouble } from './camera-trouble.js';

describe('cameraTrouble', () => {
  it.each([
    [new DOMException('no', 'NotAllowedError'), 'CAMERA_DENIED'],
    [new DOMException('no', 'NotFoundError'), 'CAMERA_ABSENT'],
    [new DOMException('no', 'NotReadableError'), 'CAMERA_BUSY'],
    [new CameraHidden('no'), 'CAMERA_INSECURE'],
    [new TypeError('no'), 'INTERNAL'],
    [new DOMException('no', 'constructor'), 'INTERNAL'],
    ['no', 'INTERNAL'],
  ])('%s means %s', (error, code) => {
    expect(cameraTrouble(error)).toMatchObject({ code, message: expect.stringContaining('no') });
  });
});
