// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IInstructed} from "./IInstructed.sol";

/**
 * @title IAuthorityRegistry
 * @notice Who speaks for which country, and the digest of each authority's assertion keys.
 * @dev An authority is the address of its did:ethr. Members decide on members: no account has rights of its own.
 */
interface IAuthorityRegistry is IInstructed {
    /// @notice What a proposal does: 0 Admit, 1 Replace, 2 Remove, 3 Succeed.
    enum Action {
        Admit,
        Replace,
        Remove,
        Succeed
    }

    /// @notice A member of the founding set.
    struct Founder {
        bytes2 country;
        address did;
    }

    /**
     * @notice What is known of an authority. Records are never deleted and a DID never gets a second one.
     * @param country ISO 3166-1 alpha-2 code in ASCII.
     * @param index Position of the record, and of its bit in {members} and in the approvals of a proposal.
     * @param admittedAt Unix seconds; 0 where there is no record.
     * @param removedAt Unix seconds; 0 while active.
     * @param keySetBlock ERC-1056 `changed` block that `keySetHash` reflects.
     * @param keySetHash keccak256 of the attested key set; 0 until the first attestation.
     */
    struct Record {
        bytes2 country;
        uint16 index;
        uint40 admittedAt;
        uint40 removedAt;
        uint64 keySetBlock;
        bytes32 keySetHash;
    }

    /**
     * @notice State of a proposal.
     * @param expiresAt Unix seconds from which no approval is taken; 0 where there is no proposal.
     * @param executedAt Unix seconds; 0 while open.
     * @param approvals Bit i is set if the authority with record index i approved.
     */
    struct Proposal {
        uint40 expiresAt;
        uint40 executedAt;
        uint256 approvals;
    }

    /// @notice `member` approved proposal `id`; `approvals` is the bitmap after it.
    event ProposalApproved(
        bytes32 indexed id,
        address indexed member,
        uint8 action,
        bytes2 country,
        address subject,
        uint40 expiresAt,
        uint256 approvals
    );

    /// @notice A majority of the members had approved proposal `id`, and it took effect.
    event ProposalExecuted(bytes32 indexed id);

    /// @notice `did` became the active authority of `country`.
    event AuthorityAdmitted(address indexed did, bytes2 indexed country, uint16 index);

    /// @notice `did` ceased to be the active authority of `country`.
    event AuthorityRemoved(address indexed did, bytes2 indexed country);

    /// @notice The members named the registry that continues this one.
    event SuccessorNamed(address successor);

    /// @notice `authority` attested `keySet` as its key history up to ERC-1056 block `changedBlock`.
    event KeysAttested(address indexed authority, bytes32 keySetHash, uint64 changedBlock, bytes keySet);

    /// @dev Fewer than two founders would let one account decide alone.
    error TooFewFounders(uint256 count);

    /// @dev `account` is not an active authority.
    error NotMember(address account);

    /// @dev The subject of the action must not be the zero address.
    error SubjectMissing();

    /// @dev `did` has a record already; a removed authority comes back under a new DID.
    error AlreadyRecorded(address did);

    /// @dev `country` has the active authority `did`: replace it instead of admitting another.
    error CountryTaken(bytes2 country, address did);

    /// @dev `country` has no active authority to replace.
    error CountryVacant(bytes2 country);

    /// @dev `did` is active, but not for `country`.
    error CountryMismatch(address did, bytes2 country);

    /// @dev Naming a successor concerns no country: `country` must be zero.
    error CountryNotEmpty(bytes2 country);

    /// @dev A successor was named before, and that is final.
    error SuccessorAlreadyNamed(address successor);

    /// @dev 256 records were given out; approvals have no bit for another.
    error RegistryFull();

    /// @dev The registry must keep at least one member.
    error LastMember();

    /// @dev The proposal takes no approvals any more, or would be born expired.
    error ProposalExpired(bytes32 id);

    /// @dev A proposal may stay open until `latest` at most.
    error ProposalTooLong(bytes32 id, uint40 expiresAt, uint256 latest);

    /// @dev The proposal has taken effect already.
    error ProposalClosed(bytes32 id);

    /// @dev `member` approved this proposal before.
    error AlreadyApproved(bytes32 id, address member);

    /// @dev ERC-1056 says that the authority last changed in block `actual`.
    error KeySetStale(uint64 given, uint256 actual);

    /// @dev The authority changed in ERC-1056 in this very block, and may do so again before its end: attest in a later one.
    error KeysChangedInThisBlock(uint64 changedBlock);

    /// @dev A key set may have `limit` bytes.
    error KeySetTooLarge(uint256 length, uint256 limit);

    /**
     * @notice Approves a proposal, which the first approval creates. It takes effect at once with the approval that
     * makes more than half of the present members.
     * @dev Approvals of authorities that were removed since do not count. Removal also lowers the majority without
     * executing anything: a proposal takes effect only within an approval, so if nobody is left to approve, propose
     * again with another salt.
     *
     * EIP-712: Approve(address member,uint8 action,bytes2 country,address subject,uint40 expiresAt,bytes32 salt,
     * uint256 nonce,uint256 deadline)
     * @param member Active authority that approves and signs.
     * @param action What to do.
     * @param country Country concerned; zero for Succeed.
     * @param subject Admit, Replace: the new DID. Remove: the DID to remove. Succeed: the next registry.
     * @param expiresAt Unix seconds, in the future by 90 days at most.
     * @param salt Distinguishes proposals that are otherwise equal.
     * @param nonce {nonceOf} the member.
     * @param deadline Unix seconds until which the instruction may be submitted.
     * @param chainId Chain that the instruction was signed for.
     * @param signature 65 bytes r, s, v by the ERC-1056 owner of the member.
     * @return executed Whether the proposal took effect.
     */
    function approve(
        address member,
        Action action,
        bytes2 country,
        address subject,
        uint40 expiresAt,
        bytes32 salt,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external returns (bool executed);

    /**
     * @notice Stores the digest of the authority's assertion-key history and the ERC-1056 block it reflects.
     * @dev The content of `keySet` is the authority's own statement and is not compared with ERC-1056. ERC-1056 counts
     * changes by block: had the change and this call the same block, a further change after the call would leave `changed`
     * as it is, and the attested keys would look current. So `changedBlock` must lie before the present block; a
     * simulation on top of the block of the change is refused too.
     *
     * EIP-712: AttestKeys(address authority,bytes32 keySetHash,uint64 changedBlock,uint256 nonce,uint256 deadline) with
     * keySetHash = keccak256(keySet)
     * @param authority Active authority that attests and signs.
     * @param keySet Encoded key history, 8192 bytes at most; kept in the event only.
     * @param changedBlock ERC-1056 `changed` block of the authority, before the present one; 0 if it never changed.
     * @param nonce {nonceOf} the authority.
     * @param deadline Unix seconds until which the instruction may be submitted.
     * @param chainId Chain that the instruction was signed for.
     * @param signature 65 bytes r, s, v by the ERC-1056 owner of the authority.
     */
    function attestKeys(
        address authority,
        bytes calldata keySet,
        uint64 changedBlock,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external;

    /// @notice Record of `did`; all zero if it never had one. A record with `removedAt` set is no longer active.
    function recordOf(address did) external view returns (Record memory);

    /// @notice Active authority of `country`, or the zero address.
    function activeAuthority(bytes2 country) external view returns (address);

    /// @notice Whether `did` is an active authority at present.
    function isActive(address did) external view returns (bool);

    /// @notice Country for which `did` is the active authority. Reverts with {NotMember} if it is none.
    function countryOf(address did) external view returns (bytes2);

    /// @notice Bit i is set if the authority with record index i is active.
    function members() external view returns (uint256);

    /// @notice Number of active authorities.
    function memberCount() external view returns (uint16);

    /// @notice Number of records ever made.
    function recordCount() external view returns (uint16);

    /// @notice Registry that continues this one, or the zero address. This registry keeps working when it is set.
    function successor() external view returns (address);

    /// @notice State of a proposal; all zero if it does not exist.
    function proposalOf(bytes32 id) external view returns (Proposal memory);

    /// @notice Id of a proposal: keccak256(abi.encode(action, country, subject, expiresAt, salt)).
    function proposalIdOf(Action action, bytes2 country, address subject, uint40 expiresAt, bytes32 salt)
        external
        pure
        returns (bytes32);
}
