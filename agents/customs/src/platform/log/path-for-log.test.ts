import { expect, it } from '@jest/globals';
import { pathForLog } from './path-for-log.js';

it.each([
  ['/openid4vci/offers/pX3kq', '/openid4vci/offers/…'],
  ['/openid4vp/requests/pX3kq', '/openid4vp/requests/…'],
  ['/openid4vp/responses/pX\n3kq/more', '/openid4vp/responses/…'],
  ['/openid4vci/token', '/openid4vci/token'],
  ['/v1/certificates/7', '/v1/certificates/7'],
])('%j is logged as %s', (path, logged) => expect(pathForLog(path)).toBe(logged));
