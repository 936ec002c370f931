// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Periods
/// @notice Half-open periods [from, until) in unix seconds; an `until` of 0 is open.
library Periods {
    /// @notice Whether the period contains `t`.
    function covers(uint40 from, uint40 until, uint256 t) internal pure returns (bool) {
        return from <= t && (until == 0 || t < until);
    }

    /// @notice Whether the period has an instant at or after `start`. One that ends where it begins has none.
    function reaches(uint40 from, uint40 until, uint40 start) internal pure returns (bool) {
        return until == 0 || (until > from && until > start);
    }

    /// @notice End of an open period that is to end at `until`: not before it began.
    function endOf(uint40 from, uint40 until) internal pure returns (uint40) {
        return from > until ? from : until;
    }
}
