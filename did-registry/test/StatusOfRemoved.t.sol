// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IStatusRegistry} from "../contracts/IStatusRegistry.sol";
import {AuthorityCalls} from "./utils/AuthorityCalls.sol";
import {StatusCalls} from "./utils/StatusCalls.sol";

contract StatusOfRemovedTest is StatusCalls, AuthorityCalls {
    function setUp() public override {
        super.setUp();
        vm.prank(mx);
        stock.addDelegate(mx, "eslabon.status", stranger, 3650 days);
        set(mx, one(3, 1, 6, 8, 0));
    }

    function test_statuses_of_a_removed_authority_are_frozen_and_readable() public {
        decide(removal("MX", mx));
        vm.warp(START + 365 days);
        refuseBoth();
        assertAsBefore();
        (bool revoked, bool suspended) = statuses.statusOf(mx, 3, 511 - 1);
        assertTrue(revoked && !suspended, "revoked index");
        (revoked, suspended) = statuses.statusOf(mx, 3, 511 - 3);
        assertTrue(!revoked && suspended, "suspended index");
    }

    function test_statuses_of_a_replaced_authority_are_frozen_and_its_successor_begins_anew() public {
        uint256 nextKey = keyOf("MX next");
        address next = vm.addr(nextKey);
        decide(replacement("MX", next));
        refuseBoth();
        send(address(statuses), setStatusCall(next, one(3, 1, 1, 0, 0), by(nextKey, statuses)));
        assertWords(next, 3, 1, 1, 0);
        assertAsBefore();
    }

    /// @dev The right to sign is the authority's to give, the right to write the members': a new owner has only the first.
    function test_new_owner_of_a_removed_authority_cannot_write() public {
        decide(removal("MX", mx));
        vm.prank(mx);
        stock.changeOwner(mx, co);
        sendRefused(
            address(statuses),
            setStatusCall(mx, one(3, 1, 0, 0, 8), byFor(coKey, mx, statuses)),
            notMember(mx)
        );
    }

    function refuseBoth() private {
        IStatusRegistry.Change[] memory reinstate = one(3, 1, 0, 0, 8);
        sendRefused(address(statuses), setStatusCall(mx, reinstate, by(mxKey, statuses)), notMember(mx));
        sendRefused(
            address(statuses), setStatusCall(mx, reinstate, byFor(strangerKey, mx, statuses)), notMember(mx)
        );
    }

    function assertAsBefore() private view {
        assertWords(mx, 3, 1, 6, 8);
        assertHead(mx, 3, IStatusRegistry.Head(1, START, 2, 1));
        assertEq(statuses.nonceOf(mx), 1, "nonce");
    }
}
