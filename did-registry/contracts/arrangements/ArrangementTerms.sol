// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IArrangementRegistry} from "../IArrangementRegistry.sol";
import {Countries} from "../utils/Countries.sol";
import {Periods} from "./Periods.sol";

/// @title ArrangementTerms
/// @notice Rules that the terms of an arrangement must keep.
library ArrangementTerms {
    using Countries for bytes2;

    uint256 private constant MIN_PARTIES = 2;
    uint256 private constant MAX_PARTIES = 64;
    uint8 private constant ALL_CERTIFICATE_TYPES = 0x07;
    uint32 private constant ALL_ROLES = 0x3fff;

    /// @notice Reverts unless the terms make sense. Label and digest are taken as they are, and a start in the past is
    /// fine: nothing is in force before the accessions.
    function requireValid(IArrangementRegistry.Terms calldata terms) internal view {
        if (terms.certificateTypes == 0 || terms.certificateTypes > ALL_CERTIFICATE_TYPES) {
            revert IArrangementRegistry.CertificateTypesInvalid(terms.certificateTypes);
        }
        if (terms.roles == 0 || terms.roles > ALL_ROLES) {
            revert IArrangementRegistry.RolesInvalid(terms.roles);
        }
        if (terms.exp == 0 || terms.ttl > terms.exp) {
            revert IArrangementRegistry.FreshnessInvalid(terms.ttl, terms.exp);
        }
        if (terms.validUntil != 0) {
            if (terms.validUntil <= terms.validFrom) {
                revert IArrangementRegistry.PeriodInvalid(terms.validFrom, terms.validUntil);
            }
            if (terms.validUntil < block.timestamp) {
                revert IArrangementRegistry.InstantInPast(terms.validUntil, block.timestamp);
            }
        }
        uint256 count = terms.parties.length;
        if (count < MIN_PARTIES || count > MAX_PARTIES) {
            revert IArrangementRegistry.PartyCountOutOfRange(count);
        }
        for (uint256 i = 0; i < count; ++i) {
            terms.parties[i].requireValid();
            if (i > 0 && terms.parties[i] <= terms.parties[i - 1]) {
                revert IArrangementRegistry.PartiesNotAscending(i);
            }
        }
    }

    /// @notice Whether the terms apply to a certificate type and a role at `t`.
    function cover(IArrangementRegistry.Terms storage terms, uint8 certificateType, uint32 role, uint40 t)
        internal
        view
        returns (bool)
    {
        return terms.certificateTypes & certificateType == certificateType && terms.roles & role == role
            && Periods.covers(terms.validFrom, terms.validUntil, t);
    }
}
