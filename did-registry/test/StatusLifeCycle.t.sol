// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IStatusRegistry} from "../contracts/IStatusRegistry.sol";
import {StatusCalls} from "./utils/StatusCalls.sol";

contract StatusLifeCycleTest is StatusCalls {
    /// @dev Revocation never unsets, counts equal the bits set, and bits go only where they were asked for.
    function testFuzz_counts_equal_bits_and_revocation_is_final(
        uint256[6] memory revoke,
        uint256[6] memory suspend
    ) public {
        uint256[2] memory revoked;
        uint256[2] memory suspended;
        for (uint32 i = 0; i < 6; ++i) {
            uint32 word = i % 2;
            uint256 toRevoke = revoke[i] | 1;
            uint256 toSuspend = suspend[i] & ~toRevoke & ~revoked[word];
            uint256 toReinstate =
                suspended[word] & ~revoked[word] & ~toSuspend & ~toRevoke & (suspend[i] >> 1);
            set(pe, one(5, word, toRevoke, toSuspend, toReinstate));

            uint256 before = revoked[word];
            revoked[word] |= toRevoke;
            suspended[word] = (suspended[word] | toSuspend) & ~toReinstate;
            assertWords(pe, 5, word, revoked[word], suspended[word]);
            assertEq(before & ~revoked[word], 0, "unset");
            assertHead(
                pe,
                5,
                IStatusRegistry.Head(
                    i + 1,
                    START,
                    uint32(bitsOf(revoked[0]) + bitsOf(revoked[1])),
                    uint32(bitsOf(suspended[0]) + bitsOf(suspended[1]))
                )
            );
        }
    }

    /// @dev A walk of 10 wishes over four certificates, each accepted or refused as the life cycle says.
    function testFuzz_takes_only_the_steps_of_the_life_cycle(bytes32 seed) public {
        uint256 revoked;
        uint256 suspended;
        for (uint256 i = 0; i < 10; ++i) {
            uint256 step = uint8(seed[i]) % 12;
            uint256 bit = 1 << (step / 3);
            if (step % 3 == 0) {
                set(pe, one(1, 0, bit, 0, 0));
                revoked |= bit;
            } else if (revoked & bit != 0) {
                bytes memory expected =
                    abi.encodeWithSelector(IStatusRegistry.RevokedIsFinal.selector, 1, 0, bit);
                refuse(pe, step % 3 == 1 ? one(1, 0, 0, bit, 0) : one(1, 0, 0, 0, bit), expected);
            } else if (step % 3 == 1) {
                set(pe, one(1, 0, 0, bit, 0));
                suspended |= bit;
            } else if (suspended & bit != 0) {
                set(pe, one(1, 0, 0, 0, bit));
                suspended &= ~bit;
            } else {
                bytes memory expected =
                    abi.encodeWithSelector(IStatusRegistry.NotSuspended.selector, 1, 0, bit);
                refuse(pe, one(1, 0, 0, 0, bit), expected);
            }
            assertWords(pe, 1, 0, revoked, suspended);
        }
        (,, uint32 revokedCount, uint32 suspendedCount) = statuses.headOf(pe, 1);
        assertEq(revokedCount, bitsOf(revoked), "revoked");
        assertEq(suspendedCount, bitsOf(suspended), "suspended");
    }

    /// @dev One bit after the other: slow, and too plain to be wrong in the way that the contract could be.
    function bitsOf(uint256 word) private pure returns (uint256 count) {
        for (; word != 0; word &= word - 1) {
            ++count;
        }
    }
}
