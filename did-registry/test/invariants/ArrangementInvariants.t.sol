// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ArrangementHandler} from "./ArrangementHandler.sol";
import {Campaign} from "./Campaign.sol";

contract ArrangementInvariantsTest is Campaign {
    ArrangementHandler private handler;

    function setUp() public {
        handler = new ArrangementHandler();
        handler.setUp();
        bytes4[] memory selectors = new bytes4[](8);
        selectors[0] = ArrangementHandler.amend.selector;
        selectors[1] = ArrangementHandler.accedeTo.selector;
        selectors[2] = ArrangementHandler.leave.selector;
        selectors[3] = ArrangementHandler.stop.selector;
        selectors[4] = ArrangementHandler.goOn.selector;
        selectors[5] = ArrangementHandler.backdate.selector;
        selectors[6] = ArrangementHandler.intrude.selector;
        selectors[7] = ArrangementHandler.passTime.selector;
        target(address(handler), selectors);
    }

    /// @dev Nobody else writes, nobody writes about the past, and one answer about the past is as it was. That periods are
    /// only added or ended is checked by the handler after every instruction.
    function invariant_history_is_only_added_to() public view {
        assertEq(handler.trespasses(), 0, "trespasses");
        uint256 count = handler.sampleCount();
        if (count > 0) {
            assertTrue(handler.isUnchanged(block.timestamp % count), "an answer about the past changed");
        }
    }

    /// @dev At the end of each sequence, every answer about the past is as it was.
    function afterInvariant() public view {
        uint256 count = handler.sampleCount();
        for (uint256 i = 0; i < count; ++i) {
            assertTrue(handler.isUnchanged(i), "an answer about the past changed");
        }
    }
}
