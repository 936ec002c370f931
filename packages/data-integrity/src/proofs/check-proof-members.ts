import type { JsonObject } from '../json/json-object.js';
import { listOf } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import type { Problem } from '../problems/problem.js';
import type { ProblemCode } from '../problems/problem-types.js';
import { shown } from '../problems/shown.js';
import { isUrl } from '../rules/is-url.js';
import type { Suite } from '../suites/suite.js';
import { suiteOf } from '../suites/suites.js';
import { parseDateTime } from '../time/parse-date-time.js';

/** A proof whose members were looked at. */
export interface CheckedProof {
  suite: Suite;
  verificationMethod: string;
  proofPurpose: string;
  proofValue: string;
  created: string;
  id?: string;
  /** Milliseconds since 1970. */
  expires?: number;
  previousProof: readonly string[];
  proof: JsonObject;
  pointer: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTextList = (value: unknown): boolean => {
  const items = listOf(value);
  return items.length > 0 && items.every(isText);
};

/** Members that may be absent, and what they must be where they are present (VC Data Integrity §2.1). */
const optional: readonly [name: string, matches: (value: unknown) => boolean, ProblemCode][] = [
  ['id', isUrl, 'PROOF_ID'],
  ['expires', (value) => parseDateTime(value, false) !== undefined, 'PROOF_EXPIRES_INVALID'],
  ['domain', isTextList, 'PROOF_MEMBER'],
  ['challenge', isText, 'PROOF_MEMBER'],
  ['nonce', isText, 'PROOF_MEMBER'],
  ['previousProof', isTextList, 'PREVIOUS_PROOF_INVALID'],
];

/**
 * Looks at the members of a proof, without any cryptography (VC Data Integrity §2.1, §4.4).
 * @returns the proof, or every problem of it
 */
export function checkProofMembers(proof: JsonObject, pointer: string): CheckedProof | Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, member: string, message: string): void => {
    problems.push({ code, pointer: below(pointer, member), message });
  };
  const suite = checkSuite(proof, report);
  const { verificationMethod, created, proofPurpose, proofValue } = proof;
  if (!isUrl(verificationMethod)) {
    report('PROOF_METHOD_MISSING', 'verificationMethod', `No method URL: ${shown(verificationMethod)}.`);
  }
  if (created === undefined)
    report('PROOF_CREATED_MISSING', 'created', 'The proof does not say when it was made.');
  else if (parseDateTime(created, false) === undefined) {
    report('PROOF_CREATED_INVALID', 'created', `Not a date and time: ${shown(created)}.`);
  }
  if (!isText(proofPurpose)) {
    report('PROOF_PURPOSE_MISSING', 'proofPurpose', 'The proof does not say what it is for.');
  }
  checkValue(proofValue, suite, report);
  for (const [name, matches, code] of optional) {
    const value = proof[name];
    if (value !== undefined && !matches(value)) report(code, name, `The ${name} cannot be ${shown(value)}.`);
  }
  if (problems.length > 0 || suite === undefined) return problems;
  const { id, previousProof } = proof;
  const expires = parseDateTime(proof.expires, false);
  return {
    suite,
    verificationMethod: verificationMethod as string,
    proofPurpose: proofPurpose as string,
    proofValue: proofValue as string,
    created: created as string,
    ...(id !== undefined && { id: id as string }),
    ...(expires !== undefined && { expires }),
    previousProof: listOf(previousProof) as readonly string[],
    proof,
    pointer,
  };
}

type ReportMember = (code: ProblemCode, member: string, message: string) => void;

function checkSuite(proof: JsonObject, report: ReportMember): Suite | undefined {
  const { type, cryptosuite } = proof;
  const suite = suiteOf(proof);
  if (type === undefined) report('PROOF_TYPE_MISSING', 'type', 'The proof does not say its type.');
  else if (type !== 'DataIntegrityProof' && suite === undefined) {
    report('PROOF_TYPE_UNKNOWN', 'type', `Proofs of the type ${shown(type)} are not verified.`);
  } else if (cryptosuite === undefined && suite === undefined) {
    report('PROOF_CRYPTOSUITE_MISSING', 'cryptosuite', 'The proof does not say its cryptosuite.');
  } else if (suite === undefined) {
    report('PROOF_CRYPTOSUITE_UNKNOWN', 'cryptosuite', `The cryptosuite ${shown(cryptosuite)} is not known.`);
  }
  return suite;
}

function checkValue(value: unknown, suite: Suite | undefined, report: ReportMember): void {
  if (!isText(value)) {
    report('PROOF_VALUE_MISSING', 'proofValue', 'The proof has no proofValue.');
  } else if (suite !== undefined && value[0] !== suite.header) {
    const message = `The proofValue must begin with the multibase header ${suite.header}, not ${shown(value[0])}.`;
    report('PROOF_VALUE_ENCODING', 'proofValue', message);
  }
}
