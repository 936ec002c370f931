// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @notice The cheatcodes of forge that the tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 privateKey) external pure returns (address);

    function sign(uint256 privateKey, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    function warp(uint256 timestamp) external;

    function roll(uint256 blockNumber) external;

    function chainId(uint256 id) external;

    function prank(address sender) external;

    function store(address account, bytes32 slot, bytes32 value) external;

    function load(address account, bytes32 slot) external view returns (bytes32);

    function assume(bool condition) external pure;

    function expectEmit(bool topic1, bool topic2, bool topic3, bool data, address emitter) external;

    function recordLogs() external;

    function getRecordedLogs() external returns (Log[] memory);

    function readFile(string calldata path) external view returns (string memory);

    function parseJsonBytes(string calldata json, string calldata key) external pure returns (bytes memory);
}
