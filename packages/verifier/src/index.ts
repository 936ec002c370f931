export type { Check, CheckContext, CheckId } from './checks/check.js';
export { checks } from './checks/checks.js';
export { describeVerdict } from './describe/describe-verdict.js';
export { catalogues } from './messages/catalogues.js';
export type { CheckCode, MessageCode } from './messages/message-code.js';
export { plainText } from './messages/plain-text.js';
export type { Policy } from './verify/policy.js';
export { verify } from './verify/verify.js';
export type { BundleSource, VerifyRequest } from './verify/verify-request.js';
