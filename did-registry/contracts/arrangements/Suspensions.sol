// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IArrangementRegistry} from "../IArrangementRegistry.sol";
import {Periods} from "./Periods.sol";

/// @title Suspensions
/// @notice The suspensions of one country against another, in the order they were made. At most one is open.
library Suspensions {
    /// @notice Adds an open suspension. Returns false, and adds nothing, if it overlaps another.
    function open(IArrangementRegistry.Suspension[] storage self, uint40 from) internal returns (bool) {
        for (uint256 i = 0; i < self.length; ++i) {
            if (Periods.reaches(self[i].from, self[i].until, from)) return false;
        }
        self.push(IArrangementRegistry.Suspension({from: from, until: 0}));
        return true;
    }

    /// @notice Ends the open suspension at `until`. Returns false if there is none.
    function close(IArrangementRegistry.Suspension[] storage self, uint40 until) internal returns (bool) {
        for (uint256 i = 0; i < self.length; ++i) {
            IArrangementRegistry.Suspension storage suspension = self[i];
            if (suspension.until == 0) {
                suspension.until = Periods.endOf(suspension.from, until);
                return true;
            }
        }
        return false;
    }

    /// @notice Whether there is a suspension at `t`.
    function covers(IArrangementRegistry.Suspension[] storage self, uint256 t) internal view returns (bool) {
        for (uint256 i = 0; i < self.length; ++i) {
            if (Periods.covers(self[i].from, self[i].until, t)) return true;
        }
        return false;
    }
}
