// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Bits
/// @notice Arithmetic on 256-bit words used as sets.
library Bits {
    /**
     * @notice Number of bits set in `word`, 0 to 256.
     * @dev Sums within lanes of 2, 4, 8 and 16 bits. The last step adds lanes of 16 bits, because 256 does not fit into
     * lanes of 8.
     */
    function count(uint256 word) internal pure returns (uint256) {
        unchecked {
            word -= (word >> 1) & 0x5555555555555555555555555555555555555555555555555555555555555555;
            word = (word & 0x3333333333333333333333333333333333333333333333333333333333333333)
                + ((word >> 2) & 0x3333333333333333333333333333333333333333333333333333333333333333);
            word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f;
            word = (word & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff)
                + ((word >> 8) & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff);
            return (word * 0x0001000100010001000100010001000100010001000100010001000100010001) >> 240;
        }
    }
}
