import { expect, it } from '@jest/globals';
import { readTokenRequest } from '../openid4vci/token/read-token-request.js';
import { readForm } from '../openid4vp/read-form.js';
import { readRequestForm } from '../openid4vp/request/read-request-form.js';

const formOf = (count: number) => Array.from({ length: count }, (_, at) => `p${at}=1`).join('&');

it('takes 64 parameters', () => {
  expect(readForm(formOf(64)).get('p63')).toBe('1');
});

it.each([
  ['an answer', readForm],
  ['the request for a request', readRequestForm],
  ['a token request', readTokenRequest],
])('refuses more of them in %s, before looking at any', (_, read) => {
  for (const form of [formOf(65), '&'.repeat(64), formOf(150_000)]) {
    expect(() => read(form)).toThrow('The form has more than 64 parameters.');
  }
});

it.each(['a=1&a=2', 'a&b&a=', 'x%20y=1&x+y=2'])('refuses one that comes twice: %s', (form) => {
  expect(() => readForm(form)).toThrow('comes twice.');
  expect(() => readTokenRequest(form)).toThrow('comes twice.');
});
