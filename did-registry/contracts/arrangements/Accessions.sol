// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IArrangementRegistry} from "../IArrangementRegistry.sol";
import {Periods} from "./Periods.sol";

/// @title Accessions
/// @notice The accessions of one country to one arrangement, in the order they were made.
library Accessions {
    /// @notice Adds an open accession. Returns false, and adds nothing, if it overlaps one to the same version.
    function open(IArrangementRegistry.Accession[] storage self, uint16 version, uint40 from)
        internal
        returns (bool)
    {
        for (uint256 i = 0; i < self.length; ++i) {
            IArrangementRegistry.Accession memory other = self[i];
            if (other.version == version && Periods.reaches(other.from, other.until, from)) return false;
        }
        self.push(IArrangementRegistry.Accession({version: version, from: from, until: 0}));
        return true;
    }

    /// @notice Ends all open accessions at `until`. Returns false if there was none.
    function close(IArrangementRegistry.Accession[] storage self, uint40 until)
        internal
        returns (bool closed)
    {
        for (uint256 i = 0; i < self.length; ++i) {
            IArrangementRegistry.Accession storage accession = self[i];
            if (accession.until == 0) {
                accession.until = Periods.endOf(accession.from, until);
                closed = true;
            }
        }
    }

    /// @notice Whether there is an accession to any version at `t`.
    function covers(IArrangementRegistry.Accession[] storage self, uint256 t) internal view returns (bool) {
        for (uint256 i = 0; i < self.length; ++i) {
            if (Periods.covers(self[i].from, self[i].until, t)) return true;
        }
        return false;
    }

    /// @notice Whether there is an accession to `version` at `t`.
    function covers(IArrangementRegistry.Accession[] storage self, uint16 version, uint256 t)
        internal
        view
        returns (bool)
    {
        for (uint256 i = 0; i < self.length; ++i) {
            if (self[i].version == version && Periods.covers(self[i].from, self[i].until, t)) return true;
        }
        return false;
    }
}
