// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {LegacyTransaction} from "./LegacyTransaction.sol";

/**
 * @title NodeGas
 * @notice LACChain's nodes, what gas each may use in a block, and which of their transactions validators take. For tests.
 * @dev On LACChain the permissions stand in a contract of their own, which Besu asks before it takes a transaction; here
 * whoever plays the node asks {transactionAllowed}.
 */
abstract contract NodeGas {
    struct Grant {
        address node;
        /// @dev Gas in one block: 500,000 for a Basic membership, 1,500,000 for Standard.
        uint256 allowance;
    }

    struct Usage {
        uint256 allowance;
        uint256 left;
        uint256 blockNumber;
        bool permitted;
    }

    event GasUsedByTransaction(
        address node, uint256 blockNumber, uint256 gasUsed, uint256 gasLimit, uint256 gasUsedLastBlocks
    );

    event NodeBlocked(address node, uint256 blockNumber);

    bytes4 private constant RELAY = 0x1416862c;
    bytes4 private constant DEPLOY = 0x3ef54cef;

    uint256 private _usedInAll;

    mapping(address node => Usage) private _usage;

    constructor(Grant[] memory grants) {
        for (uint256 i = 0; i < grants.length; i++) {
            uint256 allowance = grants[i].allowance;
            _usage[grants[i].node] = Usage(allowance, allowance, block.number, true);
        }
    }

    /// @dev A new block brings the whole allowance back.
    modifier countingBlock() {
        Usage storage usage = _usage[msg.sender];
        if (usage.blockNumber != block.number) {
            usage.blockNumber = block.number;
            usage.left = usage.allowance;
        }
        _;
    }

    /// @notice Gas that the calling node may still use in this block.
    function getGasLimit() external view returns (uint256) {
        Usage storage usage = _usage[msg.sender];
        require(usage.allowance > 0, "Node is not registered");
        return usage.blockNumber == block.number ? usage.left : usage.allowance;
    }

    /// @notice Whether validators take a transaction of this node: no price, enough gas, and for the hub's functions a
    /// tail that names the node and has not expired.
    function transactionAllowed(
        address sender,
        address,
        uint256,
        uint256 gasPrice,
        uint256 gasLimit,
        bytes calldata payload
    ) external view returns (bool) {
        if (gasPrice > 0 || !_usage[sender].permitted) return false;
        if (gasLimit < payload.length * 105 + 300_000) return false;
        bytes4 selector = bytes4(payload);
        if (selector != RELAY && selector != DEPLOY) return true;
        (uint256 given, bytes memory signed) = abi.decode(payload[4:], (uint256, bytes));
        (address node, uint256 expiration) = LegacyTransaction.tail(signed);
        return gasLimit == given && expiration >= block.timestamp && node == sender;
    }

    function _hasEnoughGas(uint256 gas) internal view returns (bool) {
        return gas <= _usage[msg.sender].left;
    }

    /// @dev A node that uses more than its allowance is banned.
    function _countGas(uint256 used) internal returns (bool) {
        Usage storage usage = _usage[msg.sender];
        _usedInAll += used;
        if (used > usage.left) {
            usage.left = 0;
            usage.permitted = false;
            emit NodeBlocked(msg.sender, block.number);
        } else {
            usage.left -= used;
        }
        emit GasUsedByTransaction(msg.sender, block.number, used, usage.left, _usedInAll);
        return usage.left > 0;
    }
}
