/**
 * What a custom error of the registries means to a caller: a code of the closed union of @eslabon/core, and what to do.
 * Keyed by the error's Solidity name; a name means the same in every registry.
 */
export const revertHints = {
  InstructionWrongChain: {
    code: 'CHAIN_INSTRUCTION_WRONG_CHAIN',
    hint: 'Sign the instruction for the chain it is sent to: compare the chain id of the deployment with the node.',
  },
  InstructionExpired: {
    code: 'CHAIN_INSTRUCTION_EXPIRED',
    hint: 'Sign the instruction again with a later deadline.',
  },
  InstructionNonce: {
    code: 'CHAIN_INSTRUCTION_NONCE',
    hint: 'Read nonceOf(authority): the instruction was submitted before, or an earlier one is missing.',
  },
  SignatureMalformed: {
    code: 'CHAIN_INSTRUCTION_SIGNATURE',
    hint: 'Give 65 bytes r, s, v with v 27 or 28.',
  },
  SignatureHighS: {
    code: 'CHAIN_INSTRUCTION_SIGNATURE',
    hint: 'Sign with the lower of the two possible values of s.',
  },
  SignerNotAuthorized: {
    code: 'CHAIN_INSTRUCTION_SIGNATURE',
    hint: 'Sign with the ERC-1056 owner of the authority, over the domain of this very contract and chain.',
  },
  NotAContract: {
    code: 'CHAIN_REVERTED',
    hint: 'Give the address of a contract that is deployed: registries in their order, a successor before it is named.',
  },
  InvalidCountry: {
    code: 'CHAIN_REVERTED',
    hint: 'Give the ISO 3166-1 alpha-2 code as two upper-case ASCII letters.',
  },
  TooFewFounders: {
    code: 'CHAIN_REVERTED',
    hint: 'Name at least two founders.',
  },
  NotMember: {
    code: 'CHAIN_NOT_MEMBER',
    hint: 'Act for an authority that is admitted and not removed.',
  },
  SubjectMissing: {
    code: 'CHAIN_REVERTED',
    hint: 'Name the address that the action concerns.',
  },
  AlreadyRecorded: {
    code: 'CHAIN_REVERTED',
    hint: 'Admit the authority under a DID that was never a member.',
  },
  CountryTaken: {
    code: 'CHAIN_REVERTED',
    hint: 'Propose to replace the authority of the country.',
  },
  CountryVacant: {
    code: 'CHAIN_REVERTED',
    hint: 'Propose to admit an authority for the country.',
  },
  CountryMismatch: {
    code: 'CHAIN_REVERTED',
    hint: 'Give the country for which the authority is active.',
  },
  CountryNotEmpty: {
    code: 'CHAIN_REVERTED',
    hint: 'Leave the country zero when naming a successor.',
  },
  SuccessorAlreadyNamed: {
    code: 'CHAIN_REVERTED',
    hint: 'Go on with the registry named by successor().',
  },
  RegistryFull: {
    code: 'CHAIN_REVERTED',
    hint: 'Deploy another registry and name it as successor.',
  },
  LastMember: {
    code: 'CHAIN_REVERTED',
    hint: 'Replace the last authority instead of removing it.',
  },
  ProposalExpired: {
    code: 'CHAIN_REVERTED',
    hint: 'Propose again with a later expiry.',
  },
  ProposalTooLong: {
    code: 'CHAIN_REVERTED',
    hint: 'Let the proposal expire within 90 days.',
  },
  ProposalClosed: {
    code: 'CHAIN_REVERTED',
    hint: 'Nothing is left to do: the proposal has taken effect.',
  },
  AlreadyApproved: {
    code: 'CHAIN_REVERTED',
    hint: 'Wait for other members; to decide again, propose with another salt.',
  },
  KeySetStale: {
    code: 'CHAIN_REVERTED',
    hint: 'Read the DID again and attest its keys as of the latest ERC-1056 change.',
  },
  KeysChangedInThisBlock: {
    code: 'CHAIN_KEYS_JUST_CHANGED',
    hint: 'Submit the same instruction again when the next block is there.',
  },
  KeySetTooLarge: {
    code: 'CHAIN_REVERTED',
    hint: 'Keep the encoded key set within 8192 bytes.',
  },
  UnknownArrangement: {
    code: 'CHAIN_REVERTED',
    hint: 'Give an arrangement from 1 to arrangementCount().',
  },
  UnknownVersion: {
    code: 'CHAIN_REVERTED',
    hint: 'Give a version from 1 to versionCountOf(arrangement).',
  },
  TooManyVersions: {
    code: 'CHAIN_REVERTED',
    hint: 'An arrangement has at most 32 versions: propose the terms as a new one.',
  },
  PartyCountOutOfRange: {
    code: 'CHAIN_REVERTED',
    hint: 'Name 2 to 64 parties.',
  },
  PartiesNotAscending: {
    code: 'CHAIN_REVERTED',
    hint: 'Sort the parties by country code and name each once.',
  },
  CertificateTypesInvalid: {
    code: 'CHAIN_REVERTED',
    hint: 'Combine 1 security, 2 compliance and 4 full.',
  },
  RolesInvalid: {
    code: 'CHAIN_REVERTED',
    hint: 'Set at least one of the bits 0 to 13.',
  },
  PeriodInvalid: {
    code: 'CHAIN_REVERTED',
    hint: 'Let the terms end after they start.',
  },
  FreshnessInvalid: {
    code: 'CHAIN_REVERTED',
    hint: 'Give an exp above 0 and a ttl of at most exp.',
  },
  InstantInPast: {
    code: 'CHAIN_REVERTED',
    hint: 'Give 0 for now, or an instant at or after the next block.',
  },
  NotAParty: {
    code: 'CHAIN_REVERTED',
    hint: 'Only countries among the parties of the terms can do this.',
  },
  NotAcceded: {
    code: 'CHAIN_REVERTED',
    hint: 'The country must first accede to the arrangement, or has left it.',
  },
  AlreadyAcceded: {
    code: 'CHAIN_REVERTED',
    hint: 'The country has acceded to this version for that time.',
  },
  TooManyAccessions: {
    code: 'CHAIN_REVERTED',
    hint: 'A country can accede to an arrangement 64 times: propose the terms as a new arrangement.',
  },
  SuspensionOfSelf: {
    code: 'CHAIN_REVERTED',
    hint: 'Name another country.',
  },
  RecognitionAlreadySuspended: {
    code: 'CHAIN_REVERTED',
    hint: 'End the suspension there is, or let the new one start after it.',
  },
  RecognitionNotSuspended: {
    code: 'CHAIN_REVERTED',
    hint: 'There is no open suspension against that country to end.',
  },
  TooManySuspensions: {
    code: 'CHAIN_REVERTED',
    hint: 'Recognition with one country can be suspended 64 times under an arrangement: withdraw instead.',
  },
  ChangeCountOutOfRange: {
    code: 'CHAIN_REVERTED',
    hint: 'Put 1 to 256 changes into an instruction.',
  },
  ListOutOfRange: {
    code: 'CHAIN_REVERTED',
    hint: 'Use the lists 0 to 63.',
  },
  WordOutOfRange: {
    code: 'CHAIN_REVERTED',
    hint: 'A list has 4096 words, so indexes up to 1048575: open another list.',
  },
  EmptyChange: {
    code: 'CHAIN_REVERTED',
    hint: 'Leave out changes without any bit.',
  },
  ConflictingChange: {
    code: 'CHAIN_REVERTED',
    hint: 'Ask for one thing per index: revoke, suspend or reinstate.',
  },
  RevokedIsFinal: {
    code: 'CHAIN_REVOKED_IS_FINAL',
    hint: 'A revoked certificate can be neither suspended nor reinstated: issue a new one.',
  },
  NotSuspended: {
    code: 'CHAIN_NOT_SUSPENDED',
    hint: 'Reinstate only what is suspended.',
  },
} as const satisfies Record<string, { readonly code: `CHAIN_${string}`; readonly hint: string }>;

/** Name of a custom error that a registry can raise. */
export type RevertName = keyof typeof revertHints;
