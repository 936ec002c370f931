// Mistakes that a change to the contracts could bring in, one at a time: `remove` disappears from the file, or `replace`
// becomes `by`; the text stands there exactly once. `tests` are the files of test/ of which at least one test must fail.

const status = (what, change, tests) => ({ what, file: 'StatusRegistry.sol', ...change, tests });
const authority = (what, change, tests) => ({ what, file: 'AuthorityRegistry.sol', ...change, tests });
const arrangement = (what, change, tests) => ({ what, file: 'ArrangementRegistry.sol', ...change, tests });
const instructed = (what, change, tests) => ({ what, file: 'Instructed.sol', ...change, tests });
const statusTests = ['StatusLifeCycle', 'invariants/StatusInvariants'];
const decisionTests = ['AuthorityDecision', 'AuthorityRefusal', 'invariants/AuthorityInvariants'];
const historyTests = ['ArrangementAccession', 'ArrangementInForce', 'invariants/ArrangementInvariants'];

const popcount = [
  {
    what: 'wrong popcount: a full word counts as empty',
    file: 'utils/Bits.sol',
    replace: '>> 240;',
    by: '>> 240 & 0xff;',
    tests: ['Bits', ...statusTests],
  },
  {
    what: 'wrong popcount: the lowest lane is left out',
    file: 'utils/Bits.sol',
    replace: 'word * 0x0001000100010001000100010001000100010001000100010001000100010001',
    by: 'word * 0x0001000100010001000100010001000100010001000100010001000100010000',
    tests: ['Bits', ...statusTests],
  },
  status(
    'wrong count: revoking again counts again',
    { replace: '(change.revoke & ~revoked).count()', by: 'change.revoke.count()' },
    statusTests,
  ),
  status('wrong count: reinstating is not counted', { remove: ' - change.reinstate.count()' }, statusTests),
];

const instructions = [
  instructed(
    'missing nonce check',
    { remove: 'if (nonce != expected) revert InstructionNonce(authority, expected, nonce);' },
    ['Instructed'],
  ),
  instructed(
    'nonce not spent',
    { replace: '_nonces[authority] = expected + 1;', by: '_nonces[authority] = expected;' },
    ['Instructed'],
  ),
  instructed('missing deadline', { replace: 'block.timestamp > deadline', by: 'false' }, ['Instructed']),
  instructed(
    'missing chain check',
    { remove: 'if (chainId != block.chainid) revert InstructionWrongChain(block.chainid, chainId);' },
    ['Instructed'],
  ),
  instructed(
    'missing signer check',
    { remove: 'if (!_maySign(authority, signer)) revert SignerNotAuthorized(authority, signer);' },
    ['Instructed', 'StatusSigner', 'invariants/StatusInvariants'],
  ),
  instructed(
    'high s accepted',
    {
      replace: 'revert SignatureHighS();',
      by: 'return ecrecover(digest, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));',
    },
    ['Instructed'],
  ),
  status(
    'delegates of another type sign',
    {
      replace: 'validDelegate(authority, STATUS_DELEGATE, signer)',
      by: 'validDelegate(authority, "veriKey", signer)',
    },
    ['StatusSigner'],
  ),
];

const membership = [
  status(
    'missing membership check: status',
    {
      remove: 'if (!_authorityRegistry.isActive(authority)) revert IAuthorityRegistry.NotMember(authority);',
    },
    ['StatusRegistry', 'StatusOfRemoved', 'invariants/StatusInvariants'],
  ),
  authority(
    'missing membership check: approvals',
    {
      replace: `        _requireActive(member);
        Proposal storage`,
      by: '        Proposal storage',
    },
    decisionTests,
  ),
  authority(
    'missing membership check: keys',
    {
      replace: `        _requireActive(authority);
        uint256 actual`,
      by: '        uint256 actual',
    },
    ['KeyAttestation', 'invariants/AuthorityInvariants'],
  ),
  arrangement(
    'missing membership check: arrangements',
    {
      replace: 'return _authorityRegistry.countryOf(authority);',
      by: 'return _authorityRegistry.recordOf(authority).country;',
    },
    ['ArrangementInForce', 'ArrangementProposal', 'ArrangementAccession'],
  ),
];

const finality = [
  status(
    'a revocation is cleared',
    { replace: 'revoked |= change.revoke;', by: 'revoked ^= change.revoke;' },
    statusTests,
  ),
  status(
    'the revoked is suspended and reinstated',
    { replace: 'uint256 final_ = (suspend | reinstate) & revoked;', by: 'uint256 final_ = 0 & revoked;' },
    statusTests,
  ),
  status(
    'lists without end',
    {
      replace: `        _requireList(list);
        _requireWord(word);
        List storage entry = lists[list];`,
      by: `        _requireWord(word);
        List storage entry = lists[list];`,
    },
    ['StatusRegistry', 'StatusBatch'],
  ),
];

const decisions = [
  authority(
    'double approval',
    { remove: 'if (approvals & bit != 0) revert AlreadyApproved(id, member);' },
    decisionTests,
  ),
  authority(
    'approval after removal',
    { replace: 'return admittedAt != 0 && removedAt == 0;', by: 'return admittedAt != 0;' },
    decisionTests,
  ),
  authority(
    'approvals of the removed count',
    { replace: '(approvals & _members).count()', by: 'approvals.count()' },
    decisionTests,
  ),
  authority('half is enough', { replace: '* 2 > _memberCount', by: '* 2 >= _memberCount' }, decisionTests),
  authority(
    'approval after expiry',
    { remove: 'if (expiresAt <= block.timestamp) revert ProposalExpired(id);' },
    decisionTests,
  ),
  authority(
    'execution twice',
    { remove: 'if (proposal.executedAt != 0) revert ProposalClosed(id);' },
    decisionTests,
  ),
  authority(
    'two authorities of one country',
    {
      replace: `            _requireAdmissible(country, subject);
            _requireVacant(country);`,
      by: '            _requireAdmissible(country, subject);',
    },
    decisionTests,
  ),
  authority('member count not lowered', { remove: '_memberCount -= 1;' }, decisionTests),
  authority(
    'keys of another block',
    { remove: 'if (actual != changedBlock) revert KeySetStale(changedBlock, actual);' },
    ['KeyAttestation'],
  ),
  authority(
    'keys of this block',
    { remove: 'if (changedBlock >= block.number) revert KeysChangedInThisBlock(changedBlock);' },
    ['KeyAttestation'],
  ),
];

const history = [
  arrangement(
    'mutable past',
    { remove: 'if (given < block.timestamp) revert InstantInPast(given, block.timestamp);' },
    historyTests,
  ),
  {
    what: 'mutable past: an end is moved',
    file: 'arrangements/Accessions.sol',
    replace: 'if (accession.until == 0) {',
    by: 'if (true) {',
    tests: historyTests,
  },
  {
    what: 'mutable past: an accession ends before it began',
    file: 'arrangements/Periods.sol',
    replace: 'return from > until ? from : until;',
    by: 'return until;',
    tests: historyTests,
  },
  arrangement(
    'a country that is no party accedes',
    { remove: 'if (!_contains(_version(arrangement, version).parties, country)) revert NotAParty(country);' },
    ['ArrangementAccession'],
  ),
  arrangement(
    'amended without having acceded',
    { remove: 'if (!_accessions(id, country).covers(block.timestamp)) revert NotAcceded(id, country);' },
    ['ArrangementProposal'],
  ),
  arrangement('a suspension counts for one side', { remove: ' || _suspensions(id, b, a).covers(t)' }, [
    'ArrangementInForce',
  ]),
  arrangement(
    'versions without end',
    { remove: 'if (versions.length == MAX_VERSIONS) revert TooManyVersions(id);' },
    ['ArrangementProposal'],
  ),
];

export const mutants = [...popcount, ...instructions, ...membership, ...finality, ...decisions, ...history];
