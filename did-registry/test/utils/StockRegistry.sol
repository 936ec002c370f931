// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IEthereumDIDRegistry} from "../../contracts/IEthereumDIDRegistry.sol";
import {Vm} from "./Vm.sol";

/// @notice The functions of the stock registry that tests call.
interface IStockRegistry is IEthereumDIDRegistry {
    function changeOwner(address identity, address newOwner) external;

    function addDelegate(address identity, bytes32 delegateType, address delegate, uint256 validity) external;

    function revokeDelegate(address identity, bytes32 delegateType, address delegate) external;

    function setAttribute(address identity, bytes32 name, bytes calldata value, uint256 validity) external;
}

/// @notice Deploys the bytecode that the npm package ethr-did-registry carries.
library StockRegistry {
    string private constant ARTIFACT =
        "node_modules/ethr-did-registry/artifacts/contracts/EthereumDIDRegistry.sol/EthereumDIDRegistry.json";

    function deploy(Vm vm) internal returns (IStockRegistry registry) {
        bytes memory code = vm.parseJsonBytes(vm.readFile(ARTIFACT), ".bytecode");
        assembly ("memory-safe") {
            registry := create(0, add(code, 0x20), mload(code))
        }
        require(address(registry).code.length == 5064, "stock registry not deployed");
    }
}
