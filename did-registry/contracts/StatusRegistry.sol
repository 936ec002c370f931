// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IAuthorityRegistry} from "./IAuthorityRegistry.sol";
import {IStatusRegistry} from "./IStatusRegistry.sol";
import {Instructed} from "./Instructed.sol";
import {Bits} from "./utils/Bits.sol";

/**
 * @title StatusRegistry
 * @notice Revocation and suspension of certificates, as bits that only the issuing authority can change.
 * @dev A removed authority can change nothing more; what it wrote stays readable. Readers rebuild the whole storage from
 * facts: every slot must follow from events and views. Nonces count instructions, not events, of which one instruction
 * emits as many as it has changes.
 */
contract StatusRegistry is IStatusRegistry, Instructed {
    using Bits for uint256;

    /// @dev The mappings cannot be read from outside, hence not part of the interface.
    struct List {
        Head head;
        mapping(uint256 word => uint256) revoked;
        mapping(uint256 word => uint256) suspended;
    }

    uint256 private constant MAX_CHANGES = 256;
    uint256 private constant WORDS_PER_LIST = 4096;
    bytes32 private constant STATUS_DELEGATE = "eslabon.status";

    bytes32 private constant CHANGE_TYPEHASH =
        keccak256("Change(uint32 list,uint32 word,uint256 revoke,uint256 suspend,uint256 reinstate)");
    bytes32 private constant SET_STATUS_TYPEHASH = keccak256(
        "SetStatus(address authority,Change[] changes,uint256 nonce,uint256 deadline)Change(uint32 list,uint32 word,uint256 revoke,uint256 suspend,uint256 reinstate)"
    );

    IAuthorityRegistry private immutable _authorityRegistry;

    mapping(address authority => mapping(uint32 list => List)) private _lists;

    /**
     * @param erc1056_ Stock ERC-1056 registry.
     * @param authorityRegistry_ Registry of the authorities that may write here.
     */
    constructor(address erc1056_, address authorityRegistry_)
        EIP712("Eslabon StatusRegistry", "1")
        Instructed(erc1056_)
    {
        _requireContract(authorityRegistry_);
        _authorityRegistry = IAuthorityRegistry(authorityRegistry_);
    }

    /// @inheritdoc IStatusRegistry
    function setStatus(
        address authority,
        Change[] calldata changes,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) external {
        if (changes.length == 0 || changes.length > MAX_CHANGES) {
            revert ChangeCountOutOfRange(changes.length);
        }
        _useInstruction(
            authority,
            keccak256(abi.encode(SET_STATUS_TYPEHASH, authority, _hashChanges(changes), nonce, deadline)),
            nonce,
            deadline,
            signature
        );
        if (!_authorityRegistry.isActive(authority)) revert IAuthorityRegistry.NotMember(authority);

        for (uint256 i = 0; i < changes.length; ++i) {
            _apply(authority, changes[i]);
        }
    }

    /// @inheritdoc IStatusRegistry
    function wordsOf(address authority, uint32 list, uint32 word)
        public
        view
        returns (uint256 revoked, uint256 suspended)
    {
        _requireWord(word);
        List storage entry = _lists[authority][list];
        return (entry.revoked[word], entry.suspended[word]);
    }

    /// @inheritdoc IStatusRegistry
    function headOf(address authority, uint32 list)
        external
        view
        returns (uint64 version, uint40 updatedAt, uint32 revokedCount, uint32 suspendedCount)
    {
        Head storage head = _lists[authority][list].head;
        return (head.version, head.updatedAt, head.revokedCount, head.suspendedCount);
    }

    /// @inheritdoc IStatusRegistry
    function statusOf(address authority, uint32 list, uint32 index)
        external
        view
        returns (bool revoked, bool suspended)
    {
        (uint256 revokedWord, uint256 suspendedWord) = wordsOf(authority, list, index >> 8);
        uint256 bit = 1 << (255 - (index & 255));
        return (revokedWord & bit != 0, suspendedWord & bit != 0);
    }

    /// @inheritdoc IStatusRegistry
    function authorityRegistry() external view returns (address) {
        return address(_authorityRegistry);
    }

    /// @dev The delegate type lets an authority keep its owner key away from the daily work. A delegate loses its right
    /// when it expires or is revoked in ERC-1056, with immediate effect for instructions not yet submitted.
    function _maySign(address authority, address signer) internal view override returns (bool) {
        return super._maySign(authority, signer) || _erc1056.validDelegate(authority, STATUS_DELEGATE, signer);
    }

    function _apply(address authority, Change calldata change) private {
        (uint32 list, uint32 word) = (change.list, change.word);
        (uint256 revoke, uint256 suspend, uint256 reinstate) =
            (change.revoke, change.suspend, change.reinstate);
        _requireWord(word);
        if (revoke | suspend | reinstate == 0) revert EmptyChange(list, word);
        uint256 conflict = (suspend & reinstate) | (revoke & (suspend | reinstate));
        if (conflict != 0) revert ConflictingChange(list, word, conflict);

        List storage entry = _lists[authority][list];
        uint256 revoked = entry.revoked[word];
        uint256 suspended = entry.suspended[word];
        uint256 refused = (suspend | reinstate) & revoked;
        if (refused != 0) revert RevokedIsFinal(list, word, refused);
        refused = reinstate & ~suspended;
        if (refused != 0) revert NotSuspended(list, word, refused);

        uint64 version = _advance(
            entry.head, (revoke & ~revoked).count(), (suspend & ~suspended).count(), reinstate.count()
        );
        revoked |= revoke;
        suspended = (suspended | suspend) & ~reinstate;
        if (revoke != 0) entry.revoked[word] = revoked;
        if (suspend | reinstate != 0) entry.suspended[word] = suspended;
        emit StatusChanged(authority, list, word, revoked, suspended, version);
    }

    /// @dev Counts cannot overflow: a list has 2 ** 20 bits.
    function _advance(Head storage head, uint256 newlyRevoked, uint256 newlySuspended, uint256 reinstated)
        private
        returns (uint64 version)
    {
        Head memory next = head;
        unchecked {
            next.version += 1;
            next.updatedAt = uint40(block.timestamp);
            next.revokedCount += uint32(newlyRevoked);
            next.suspendedCount = uint32(next.suspendedCount + newlySuspended - reinstated);
        }
        (head.version, head.updatedAt, head.revokedCount, head.suspendedCount) =
        (next.version, next.updatedAt, next.revokedCount, next.suspendedCount);
        return next.version;
    }

    function _hashChanges(Change[] calldata changes) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](changes.length);
        for (uint256 i = 0; i < changes.length; ++i) {
            hashes[i] = keccak256(abi.encode(CHANGE_TYPEHASH, changes[i]));
        }
        return keccak256(abi.encodePacked(hashes));
    }

    function _requireWord(uint32 word) private pure {
        if (word >= WORDS_PER_LIST) revert WordOutOfRange(word);
    }
}
