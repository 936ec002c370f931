// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AuthorityRegistry} from "../../contracts/AuthorityRegistry.sol";

/// @notice For measuring only: the changes of {AuthorityRegistry}, made by the authority as the sender of the transaction.
contract DirectAuthorityRegistry is AuthorityRegistry {
    constructor(address erc1056_, Founder[] memory founders) AuthorityRegistry(erc1056_, founders) {}

    function directApprove(Action action, bytes2 country, address subject, uint40 expiresAt, bytes32 salt)
        external
        returns (bool executed)
    {
        return _approve(msg.sender, action, country, subject, expiresAt, salt);
    }

    function directAttestKeys(bytes calldata keySet, uint64 changedBlock) external {
        _attestKeys(msg.sender, keySet, changedBlock);
    }
}
