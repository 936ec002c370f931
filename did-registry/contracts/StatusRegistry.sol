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
    /// @dev Bounds what one authority can make everybody carry: readers rebuild the whole storage.
    uint256 private constant LISTS_PER_AUTHORITY = 64;
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
        uint256 chainId,
        bytes calldata signature
    ) external {
        _useInstruction(
            authority,
            keccak256(abi.encode(SET_STATUS_TYPEHASH, authority, _hashChanges(changes), nonce, deadline)),
            nonce,
            deadline,
            chainId,
            signature
        );
        _setStatus(authority, changes);
    }

    /// @inheritdoc IStatusRegistry
    function wordsOf(address authority, uint32 list, uint32 word)
        public
        view
        returns (uint256 revoked, uint256 suspended)
    {
        _requireList(list);
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
        _requireList(list);
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

    /// @dev The change that {setStatus} makes, once the signature for `authority` was checked.
    function _setStatus(address authority, Change[] calldata changes) internal {
        if (changes.length == 0 || changes.length > MAX_CHANGES) {
            revert ChangeCountOutOfRange(changes.length);
        }
        if (!_authorityRegistry.isActive(authority)) revert IAuthorityRegistry.NotMember(authority);

        mapping(uint32 list => List) storage lists = _lists[authority];
        for (uint256 i = 0; i < changes.length; ++i) {
            _apply(authority, lists, changes[i]);
        }
    }

    function _apply(address authority, mapping(uint32 list => List) storage lists, Change calldata change)
        private
    {
        (uint32 list, uint32 word) = (change.list, change.word);
        _requireList(list);
        _requireWord(word);
        List storage entry = lists[list];
        (uint256 revoked, uint256 suspended) = (entry.revoked[word], entry.suspended[word]);
        _requireAllowed(change, revoked, suspended);

        // Nothing can overflow: a list has 2 ** 20 bits.
        unchecked {
            uint32 newlyRevoked;
            uint32 newlySuspended;
            if (change.revoke != 0) {
                newlyRevoked = uint32((change.revoke & ~revoked).count());
                revoked |= change.revoke;
                entry.revoked[word] = revoked;
            }
            if (change.suspend | change.reinstate != 0) {
                newlySuspended = uint32((change.suspend & ~suspended).count() - change.reinstate.count());
                suspended = (suspended | change.suspend) & ~change.reinstate;
                entry.suspended[word] = suspended;
            }
            uint64 version = _advance(entry.head, newlyRevoked, newlySuspended);
            emit StatusChanged(authority, list, word, revoked, suspended, version);
        }
    }

    /// @dev The second number is negative, modulo 2 ** 32, when more was reinstated than suspended.
    function _advance(Head storage head, uint32 newlyRevoked, uint32 newlySuspended)
        private
        returns (uint64 version)
    {
        unchecked {
            // All fields at once: they share a slot.
            (head.version, head.updatedAt, head.revokedCount, head.suspendedCount) =
            (
                version = head.version + 1,
                uint40(block.timestamp),
                head.revokedCount + newlyRevoked,
                head.suspendedCount + newlySuspended
            );
        }
    }

    /// @dev Reverts unless the change asks for one thing for each of its bits, and their present state allows it. One look
    /// at all the reasons, because nearly every change has none of them.
    function _requireAllowed(Change calldata change, uint256 revoked, uint256 suspended) private pure {
        (uint256 revoke, uint256 suspend, uint256 reinstate) =
            (change.revoke, change.suspend, change.reinstate);
        uint256 conflict = (suspend & reinstate) | (revoke & (suspend | reinstate));
        uint256 final_ = (suspend | reinstate) & revoked;
        uint256 notSuspended = reinstate & ~suspended;
        if (revoke | suspend | reinstate == 0) revert EmptyChange(change.list, change.word);
        if (conflict | final_ | notSuspended == 0) return;
        if (conflict != 0) revert ConflictingChange(change.list, change.word, conflict);
        if (final_ != 0) revert RevokedIsFinal(change.list, change.word, final_);
        revert NotSuspended(change.list, change.word, notSuspended);
    }

    function _hashChanges(Change[] calldata changes) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](changes.length);
        for (uint256 i = 0; i < changes.length; ++i) {
            hashes[i] = keccak256(abi.encode(CHANGE_TYPEHASH, changes[i]));
        }
        return keccak256(abi.encodePacked(hashes));
    }

    function _requireList(uint32 list) private pure {
        if (list >= LISTS_PER_AUTHORITY) revert ListOutOfRange(list);
    }

    function _requireWord(uint32 word) private pure {
        if (word >= WORDS_PER_LIST) revert WordOutOfRange(word);
    }
}
