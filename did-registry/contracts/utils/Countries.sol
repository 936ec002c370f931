// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Countries
/// @notice ISO 3166-1 alpha-2 codes as two bytes of upper-case ASCII, for instance 0x5045 for PE.
library Countries {
    /// @dev The code is not two letters A to Z.
    error InvalidCountry(bytes2 country);

    /// @notice Reverts unless `country` has the form of a code. Whether ISO assigned it is not checked.
    function requireValid(bytes2 country) internal pure {
        if (!_isLetter(country[0]) || !_isLetter(country[1])) revert InvalidCountry(country);
    }

    function _isLetter(bytes1 character) private pure returns (bool) {
        return character >= "A" && character <= "Z";
    }
}
