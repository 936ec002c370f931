// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IInstructed} from "./IInstructed.sol";

/**
 * @title IStatusRegistry
 * @notice Per authority and list, two bitmaps: revoked and suspended. Index i is bit `1 << (255 - (i & 255))` of word
 * `i >> 8`, so that words put one after the other are the W3C bitstring.
 * @dev An unset bit does not say that a certificate was ever issued. Whether an authority is admitted, and since when,
 * is for {IAuthorityRegistry} to answer.
 */
interface IStatusRegistry is IInstructed {
    /**
     * @notice Changes to 256 neighbouring indexes of one list.
     * @param list Number of the list, below 64, chosen by the authority.
     * @param word Index of the word, below 4096.
     * @param revoke Bits to revoke, for ever.
     * @param suspend Bits to suspend.
     * @param reinstate Suspended bits to reinstate.
     */
    struct Change {
        uint32 list;
        uint32 word;
        uint256 revoke;
        uint256 suspend;
        uint256 reinstate;
    }

    /**
     * @notice State of a list as a whole.
     * @param version Number of changes made to the list; 0 if it was never written.
     * @param updatedAt Unix seconds of the latest change.
     * @param revokedCount Bits set in the revoked bitmap.
     * @param suspendedCount Bits set in the suspended bitmap, also of certificates that were revoked meanwhile.
     */
    struct Head {
        uint64 version;
        uint40 updatedAt;
        uint32 revokedCount;
        uint32 suspendedCount;
    }

    /// @notice A change was made; `revoked` and `suspended` are the words after it, `version` that of the list.
    event StatusChanged(
        address indexed authority,
        uint32 indexed list,
        uint32 indexed word,
        uint256 revoked,
        uint256 suspended,
        uint64 version
    );

    /// @dev One instruction takes 1 to 256 changes.
    error ChangeCountOutOfRange(uint256 count);

    /// @dev An authority has 64 lists, numbered from 0.
    error ListOutOfRange(uint32 list);

    /// @dev A list has 4096 words, that is 1,048,576 indexes.
    error WordOutOfRange(uint32 word);

    /// @dev The change names no bit.
    error EmptyChange(uint32 list, uint32 word);

    /// @dev The change asks for two things for the bits of `mask`.
    error ConflictingChange(uint32 list, uint32 word, uint256 mask);

    /// @dev The bits of `mask` are revoked: they can be neither suspended nor reinstated.
    error RevokedIsFinal(uint32 list, uint32 word, uint256 mask);

    /// @dev The bits of `mask` are not suspended and cannot be reinstated.
    error NotSuspended(uint32 list, uint32 word, uint256 mask);

    /**
     * @notice Revokes, suspends and reinstates, all or nothing, in the order given.
     * @dev Signed by the ERC-1056 owner of the authority or by its delegate of type `eslabon.status`, while the
     * authority is active. Revocation only adds bits. A suspended bit that is revoked stays set in both maps. Revoking
     * or suspending a bit again is allowed and counts as a change, so that a retry never fails for being late.
     *
     * EIP-712: SetStatus(address authority,Change[] changes,uint256 nonce,uint256 deadline)
     * Change(uint32 list,uint32 word,uint256 revoke,uint256 suspend,uint256 reinstate)
     * @param authority Active authority whose lists change.
     * @param changes 1 to 256 changes.
     * @param nonce {nonceOf} the authority.
     * @param deadline Unix seconds until which the instruction may be submitted.
     * @param chainId Chain that the instruction was signed for.
     * @param signature 65 bytes r, s, v by the owner or the delegate.
     */
    function setStatus(
        address authority,
        Change[] calldata changes,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external;

    /// @notice Both words of 256 neighbouring indexes; zero where nothing was written.
    function wordsOf(address authority, uint32 list, uint32 word)
        external
        view
        returns (uint256 revoked, uint256 suspended);

    /// @notice Version, time of the latest change and counts of a list; all zero if it was never written.
    function headOf(address authority, uint32 list)
        external
        view
        returns (uint64 version, uint40 updatedAt, uint32 revokedCount, uint32 suspendedCount);

    /// @notice Status of one index. An index that was never given out reads as neither revoked nor suspended.
    function statusOf(address authority, uint32 list, uint32 index)
        external
        view
        returns (bool revoked, bool suspended);

    /// @notice Registry that says whether an authority is active.
    function authorityRegistry() external view returns (address);
}
