// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ArrangementRegistry} from "../../contracts/ArrangementRegistry.sol";

/// @notice For measuring only: the changes of {ArrangementRegistry}, made by the authority as the sender of the transaction.
contract DirectArrangementRegistry is ArrangementRegistry {
    constructor(address erc1056_, address authorityRegistry_)
        ArrangementRegistry(erc1056_, authorityRegistry_)
    {}

    function directPropose(uint32 arrangement, Terms calldata terms)
        external
        returns (uint32 id, uint16 version)
    {
        return _propose(msg.sender, arrangement, terms);
    }

    function directAccede(uint32 arrangement, uint16 version, uint40 from) external {
        _accede(msg.sender, arrangement, version, from);
    }

    function directWithdraw(uint32 arrangement, uint40 until) external {
        _withdraw(msg.sender, arrangement, until);
    }

    function directSuspend(uint32 arrangement, bytes2 against, uint40 from) external {
        _suspend(msg.sender, arrangement, against, from);
    }

    function directResume(uint32 arrangement, bytes2 against, uint40 until) external {
        _resume(msg.sender, arrangement, against, until);
    }
}
