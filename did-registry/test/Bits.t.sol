// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Bits} from "../contracts/utils/Bits.sol";
import {TestBase} from "./utils/TestBase.sol";

contract BitsTest is TestBase {
    function test_counts_the_empty_and_the_full_word() public pure {
        assertEq(Bits.count(0), 0, "empty");
        assertEq(Bits.count(type(uint256).max), 256, "full");
    }

    function test_counts_every_single_bit() public pure {
        for (uint256 i = 0; i < 256; ++i) {
            assertEq(Bits.count(1 << i), 1, "one");
            assertEq(Bits.count(~(1 << i)), 255, "all but one");
        }
    }

    function testFuzz_counts_like_a_loop(uint256 word) public pure {
        uint256 expected;
        for (uint256 i = 0; i < 256; ++i) {
            expected += (word >> i) & 1;
        }
        assertEq(Bits.count(word), expected, "count");
    }
}
