// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {TestBase} from "../utils/TestBase.sol";

/// @notice What an invariant test tells forge: which contract to call, and by which functions.
abstract contract Campaign is TestBase {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    address private _target;
    bytes4[] private _selectors;

    function target(address handler, bytes4[] memory selectors) internal {
        _target = handler;
        _selectors = selectors;
    }

    /// @dev Called by forge.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = _target;
    }

    /// @dev Called by forge.
    function targetSelectors() external view returns (FuzzSelector[] memory selectors) {
        selectors = new FuzzSelector[](1);
        selectors[0] = FuzzSelector(_target, _selectors);
    }

    /// @dev Bits set in a word, four at a time from a table: another way than the contract's.
    function bitsOf(uint256 word) internal pure returns (uint256 count) {
        for (; word != 0; word >>= 4) {
            count += (0x4332322132212110 >> ((word & 15) * 4)) & 15;
        }
    }
}
