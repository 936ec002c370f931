// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {StatusRegistry} from "../../contracts/StatusRegistry.sol";

/// @notice For measuring only: the changes of {StatusRegistry}, made by the authority as the sender of the transaction.
contract DirectStatusRegistry is StatusRegistry {
    constructor(address erc1056_, address authorityRegistry_) StatusRegistry(erc1056_, authorityRegistry_) {}

    function directSetStatus(Change[] calldata changes) external {
        _setStatus(msg.sender, changes);
    }
}
