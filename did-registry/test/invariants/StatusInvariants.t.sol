// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IStatusRegistry} from "../../contracts/IStatusRegistry.sol";
import {Campaign} from "./Campaign.sol";
import {StatusHandler} from "./StatusHandler.sol";

contract StatusInvariantsTest is Campaign {
    StatusHandler private handler;

    function setUp() public {
        handler = new StatusHandler();
        handler.setUp();
        bytes4[] memory selectors = new bytes4[](8);
        selectors[0] = StatusHandler.change.selector;
        selectors[1] = StatusHandler.wish.selector;
        selectors[2] = StatusHandler.batch.selector;
        selectors[3] = StatusHandler.intrude.selector;
        selectors[4] = StatusHandler.introduce.selector;
        selectors[5] = StatusHandler.delegate.selector;
        selectors[6] = StatusHandler.passTime.selector;
        selectors[7] = StatusHandler.remove.selector;
        target(address(handler), selectors);
    }

    /// @dev In the list that was written last, counts equal the bits set; words are what the model has, which never unsets
    /// a revocation and takes nothing from those who may not write, removed authorities among them.
    function invariant_counts_words_and_writers() public view {
        assertEq(handler.trespasses(), 0, "trespasses");
        checkList(handler.lastAuthority(), handler.lastList());
    }

    /// @dev The same for every list, at the end of each sequence.
    function afterInvariant() public view {
        for (uint256 i = 0; i < 3; ++i) {
            for (uint32 list = 0; list < handler.LISTS(); ++list) {
                checkList(handler.authorityAt(i), list);
            }
        }
    }

    function checkList(address authority, uint32 list) private view {
        IStatusRegistry registry = handler.registry();
        uint256 revokedBits;
        uint256 suspendedBits;
        for (uint256 i = 0; i < 2; ++i) {
            uint32 word = handler.wordAt(i);
            (uint256 revoked, uint256 suspended) = registry.wordsOf(authority, list, word);
            StatusHandler.Words memory model = handler.modelOf(authority, list, word);
            assertEq(revoked, model.revoked, "revoked word");
            assertEq(suspended, model.suspended, "suspended word");
            revokedBits += bitsOf(revoked);
            suspendedBits += bitsOf(suspended);
        }
        (uint64 version,, uint32 revokedCount, uint32 suspendedCount) = registry.headOf(authority, list);
        assertEq(revokedCount, revokedBits, "revokedCount");
        assertEq(suspendedCount, suspendedBits, "suspendedCount");
        assertEq(version, handler.versionOf(authority, list), "version");
    }
}
