// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Vm} from "./Vm.sol";

/// @notice Cheatcodes and assertions. A failed assertion reverts with both values.
abstract contract TestBase {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @dev Submitter of every transaction: an account that no registry knows.
    address internal constant CARRIER = address(0xCA221E2);

    error NotTrue(string what);
    error NumbersDiffer(string what, uint256 actual, uint256 expected);
    error AddressesDiffer(string what, address actual, address expected);
    error BytesDiffer(string what, bytes actual, bytes expected);
    error NotReverted(bytes expected);

    function assertTrue(bool condition, string memory what) internal pure {
        if (!condition) revert NotTrue(what);
    }

    function assertFalse(bool condition, string memory what) internal pure {
        assertTrue(!condition, what);
    }

    function assertEq(uint256 actual, uint256 expected, string memory what) internal pure {
        if (actual != expected) revert NumbersDiffer(what, actual, expected);
    }

    function assertEq(address actual, address expected, string memory what) internal pure {
        if (actual != expected) revert AddressesDiffer(what, actual, expected);
    }

    function assertEq(bytes32 actual, bytes32 expected, string memory what) internal pure {
        assertEq(abi.encode(actual), abi.encode(expected), what);
    }

    function assertEq(bytes memory actual, bytes memory expected, string memory what) internal pure {
        if (keccak256(actual) != keccak256(expected)) revert BytesDiffer(what, actual, expected);
    }

    /// @dev Sends `data` as a stranger and passes on a revert.
    function send(address target, bytes memory data) internal returns (bytes memory result) {
        bool success;
        vm.prank(CARRIER);
        (success, result) = target.call(data);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 0x20), mload(result))
            }
        }
    }

    /// @dev Sends `data` as a stranger, which must revert with exactly `expected`.
    function sendRefused(address target, bytes memory data, bytes memory expected) internal {
        vm.prank(CARRIER);
        (bool success, bytes memory result) = target.call(data);
        if (success) revert NotReverted(expected);
        assertEq(result, expected, "revert data");
    }

    /// @dev Announces that the next call emits the event that the caller emits next, all of it, from `emitter`.
    function expectEvent(address emitter) internal {
        vm.expectEmit(true, true, true, true, emitter);
    }

    /// @dev A private key for a name.
    function keyOf(string memory name) internal pure returns (uint256) {
        return uint256(keccak256(bytes(name))) >> 1;
    }
}
