// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IStatusRegistry} from "../contracts/IStatusRegistry.sol";
import {StatusCalls} from "./utils/StatusCalls.sol";

contract StatusBatchTest is StatusCalls {
    /// @dev Whatever is wrong, wherever it stands: the batch is refused for that reason and leaves no trace.
    function testFuzz_a_batch_with_one_wrong_entry_changes_nothing(uint8 size, uint8 position, uint8 reason)
        public
    {
        set(pe, one(0, 7, 1, 2, 0));
        IStatusRegistry.Change[] memory changes = goodChanges(1 + (size % 6));
        uint256 at = position % changes.length;
        bytes memory expected;
        (changes[at], expected) = wrongChange(reason % 6);
        bytes32 before = digestOfState();
        uint256 nonce = statuses.nonceOf(pe);

        vm.warp(START + 100);
        refuse(pe, changes, expected);
        assertEq(digestOfState(), before, "state");
        assertEq(statuses.nonceOf(pe), nonce, "nonce");

        changes[at] = IStatusRegistry.Change(0, 9, 1, 0, 0);
        set(pe, changes);
        assertTrue(digestOfState() != before, "the others were fine");
    }

    function goodChanges(uint256 count) private pure returns (IStatusRegistry.Change[] memory changes) {
        changes = new IStatusRegistry.Change[](count);
        for (uint32 i = 0; i < count; ++i) {
            changes[i] = IStatusRegistry.Change(i % 2, i, 1 << i, 1 << (i + 1), 0);
        }
    }

    /// @dev Bit 1 of word 7 of list 0 is revoked, bit 2 suspended.
    function wrongChange(uint256 reason)
        private
        pure
        returns (IStatusRegistry.Change memory change, bytes memory expected)
    {
        change = IStatusRegistry.Change(0, 7, 4, 8, 0);
        if (reason == 0) {
            change.list = 64;
            expected = abi.encodeWithSelector(IStatusRegistry.ListOutOfRange.selector, 64);
        } else if (reason == 1) {
            change.word = 4096;
            expected = abi.encodeWithSelector(IStatusRegistry.WordOutOfRange.selector, 4096);
        } else if (reason == 2) {
            (change.revoke, change.suspend) = (0, 0);
            expected = abi.encodeWithSelector(IStatusRegistry.EmptyChange.selector, 0, 7);
        } else if (reason == 3) {
            change.suspend = 12;
            expected = abi.encodeWithSelector(IStatusRegistry.ConflictingChange.selector, 0, 7, 4);
        } else if (reason == 4) {
            change.suspend = 9;
            expected = abi.encodeWithSelector(IStatusRegistry.RevokedIsFinal.selector, 0, 7, 1);
        } else {
            change.reinstate = 16;
            expected = abi.encodeWithSelector(IStatusRegistry.NotSuspended.selector, 0, 7, 16);
        }
    }

    function digestOfState() private view returns (bytes32 digest) {
        for (uint32 list = 0; list < 2; ++list) {
            (uint64 version, uint40 updatedAt, uint32 revokedCount, uint32 suspendedCount) =
                statuses.headOf(pe, list);
            digest = keccak256(abi.encode(digest, version, updatedAt, revokedCount, suspendedCount));
            for (uint32 word = 0; word < 10; ++word) {
                (uint256 revoked, uint256 suspended) = statuses.wordsOf(pe, list, word);
                digest = keccak256(abi.encode(digest, revoked, suspended));
            }
        }
    }
}
