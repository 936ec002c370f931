// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAuthorityRegistry} from "../contracts/IAuthorityRegistry.sol";
import {IInstructed} from "../contracts/IInstructed.sol";
import {IStatusRegistry} from "../contracts/IStatusRegistry.sol";
import {StatusRegistry} from "../contracts/StatusRegistry.sol";
import {StatusCalls} from "./utils/StatusCalls.sol";

contract StatusRegistryTest is StatusCalls {
    uint256 private constant TOP = 1 << 255;

    function test_constructor_refuses_addresses_without_code() public {
        try new StatusRegistry(stranger, address(authorities)) {
            revert NotReverted("");
        } catch (bytes memory reason) {
            assertEq(reason, abi.encodeWithSelector(IInstructed.NotAContract.selector, stranger), "erc1056");
        }
        try new StatusRegistry(address(stock), stranger) {
            revert NotReverted("");
        } catch (bytes memory reason) {
            assertEq(
                reason, abi.encodeWithSelector(IInstructed.NotAContract.selector, stranger), "authorities"
            );
        }
        assertEq(statuses.erc1056(), address(stock), "erc1056");
        assertEq(statuses.authorityRegistry(), address(authorities), "authorityRegistry");
    }

    function test_revokes_and_suspends_whoever_carries_the_instruction() public {
        vm.warp(START + 5);
        bytes memory call = setStatusCall(pe, one(7, 2, TOP, 3, 0), by(peKey, statuses));
        expectEvent(address(statuses));
        emit IStatusRegistry.StatusChanged(pe, 7, 2, TOP, 3, 1);
        send(address(statuses), call);

        assertWords(pe, 7, 2, TOP, 3);
        assertHead(pe, 7, IStatusRegistry.Head(1, START + 5, 1, 2));
        assertEq(statuses.nonceOf(pe), 1, "nonce");
    }

    function test_bit_of_an_index_counts_from_the_top_of_its_word() public {
        set(pe, one(1, 0, TOP, 0, 0));
        set(pe, one(1, 1, 0, 1, 0));
        assertStatus(pe, 1, 0, true, false);
        assertStatus(pe, 1, 1, false, false);
        assertStatus(pe, 1, 511, false, true);
        assertStatus(pe, 1, 510, false, false);
    }

    function test_reinstates_what_is_suspended() public {
        set(pe, one(1, 0, 0, 7, 0));
        set(pe, one(1, 0, 0, 0, 5));
        assertWords(pe, 1, 0, 0, 2);
        assertHead(pe, 1, IStatusRegistry.Head(2, START, 0, 1));
    }

    function test_keeps_the_suspension_of_what_is_revoked_later() public {
        set(pe, one(1, 0, 0, 1, 0));
        set(pe, one(1, 0, 1, 0, 0));
        assertWords(pe, 1, 0, 1, 1);
        assertHead(pe, 1, IStatusRegistry.Head(2, START, 1, 1));
    }

    function test_repeating_a_revocation_or_suspension_changes_only_the_version() public {
        set(pe, one(1, 0, 8, 4, 0));
        set(pe, one(1, 0, 8, 4, 0));
        assertWords(pe, 1, 0, 8, 4);
        assertHead(pe, 1, IStatusRegistry.Head(2, START, 1, 1));
    }

    function test_applies_changes_in_order_and_counts_a_version_for_each() public {
        IStatusRegistry.Change[] memory changes = new IStatusRegistry.Change[](4);
        changes[0] = IStatusRegistry.Change(1, 0, 0, 1, 0);
        changes[1] = IStatusRegistry.Change(1, 0, 0, 0, 1);
        changes[2] = IStatusRegistry.Change(1, 9, type(uint256).max, 0, 0);
        changes[3] = IStatusRegistry.Change(2, 4095, 0, 6, 0);
        set(pe, changes);
        assertWords(pe, 1, 0, 0, 0);
        assertHead(pe, 1, IStatusRegistry.Head(3, START, 256, 0));
        assertHead(pe, 2, IStatusRegistry.Head(1, START, 0, 2));
        assertWords(pe, 2, 4095, 0, 6);
    }

    function test_takes_256_changes_at_once() public {
        IStatusRegistry.Change[] memory changes = new IStatusRegistry.Change[](256);
        for (uint32 i = 0; i < 256; ++i) {
            changes[i] = IStatusRegistry.Change(1, i, 1, 0, 0);
        }
        set(pe, changes);
        assertHead(pe, 1, IStatusRegistry.Head(256, START, 256, 0));
    }

    function test_keeps_authorities_apart() public {
        set(pe, one(1, 0, 1, 0, 0));
        set(mx, one(1, 0, 2, 0, 0));
        assertWords(pe, 1, 0, 1, 0);
        assertWords(mx, 1, 0, 2, 0);
        assertHead(co, 1, IStatusRegistry.Head(0, 0, 0, 0));
    }

    function test_refuses_none_or_too_many_changes() public {
        IStatusRegistry.Change[] memory none = new IStatusRegistry.Change[](0);
        IStatusRegistry.Change[] memory many = new IStatusRegistry.Change[](257);
        bytes4 selector = IStatusRegistry.ChangeCountOutOfRange.selector;
        refuse(pe, none, abi.encodeWithSelector(selector, 0));
        refuse(pe, many, abi.encodeWithSelector(selector, 257));
    }

    function test_refuses_words_past_the_list() public {
        bytes memory expected = abi.encodeWithSelector(IStatusRegistry.WordOutOfRange.selector, 4096);
        refuse(pe, one(1, 4096, 1, 0, 0), expected);
        sendRefused(address(statuses), abi.encodeCall(statuses.statusOf, (pe, 1, 4096 * 256)), expected);
        sendRefused(address(statuses), abi.encodeCall(statuses.wordsOf, (pe, 1, 4096)), expected);
        (bool revoked,) = statuses.statusOf(pe, 1, 4096 * 256 - 1);
        assertFalse(revoked, "last index");
    }

    function test_refuses_lists_past_the_last() public {
        bytes memory expected = abi.encodeWithSelector(IStatusRegistry.ListOutOfRange.selector, 64);
        refuse(pe, one(64, 0, 1, 0, 0), expected);
        sendRefused(address(statuses), abi.encodeCall(statuses.statusOf, (pe, 64, 0)), expected);
        sendRefused(address(statuses), abi.encodeCall(statuses.wordsOf, (pe, 64, 0)), expected);
        sendRefused(address(statuses), abi.encodeCall(statuses.headOf, (pe, 64)), expected);
        set(pe, one(63, 4095, 1, 0, 0));
        assertWords(pe, 63, 4095, 1, 0);
    }

    function test_refuses_a_change_without_bits() public {
        refuse(pe, one(3, 4, 0, 0, 0), abi.encodeWithSelector(IStatusRegistry.EmptyChange.selector, 3, 4));
    }

    function test_refuses_two_wishes_for_one_bit() public {
        bytes4 selector = IStatusRegistry.ConflictingChange.selector;
        refuse(pe, one(1, 2, 0, 6, 12), abi.encodeWithSelector(selector, 1, 2, 4));
        refuse(pe, one(1, 2, 3, 6, 0), abi.encodeWithSelector(selector, 1, 2, 2));
        refuse(pe, one(1, 2, 9, 0, 8), abi.encodeWithSelector(selector, 1, 2, 8));
    }

    function test_refuses_to_suspend_or_reinstate_what_is_revoked() public {
        set(pe, one(1, 2, 6, 1, 0));
        set(pe, one(1, 2, 1, 0, 0));
        bytes4 selector = IStatusRegistry.RevokedIsFinal.selector;
        refuse(pe, one(1, 2, 0, 12, 0), abi.encodeWithSelector(selector, 1, 2, 4));
        refuse(pe, one(1, 2, 0, 0, 1), abi.encodeWithSelector(selector, 1, 2, 1));
    }

    function test_refuses_to_reinstate_what_is_not_suspended() public {
        set(pe, one(1, 2, 0, 1, 0));
        refuse(pe, one(1, 2, 0, 0, 3), abi.encodeWithSelector(IStatusRegistry.NotSuspended.selector, 1, 2, 2));
    }

    function test_one_bad_change_undoes_the_whole_instruction() public {
        IStatusRegistry.Change[] memory changes = new IStatusRegistry.Change[](2);
        changes[0] = IStatusRegistry.Change(1, 0, 1, 0, 0);
        changes[1] = IStatusRegistry.Change(1, 1, 0, 0, 1);
        refuse(pe, changes, abi.encodeWithSelector(IStatusRegistry.NotSuspended.selector, 1, 1, 1));
        assertWords(pe, 1, 0, 0, 0);
        assertEq(statuses.nonceOf(pe), 0, "nonce");
    }

    function test_refuses_authorities_that_were_never_admitted() public {
        bytes memory call = setStatusCall(stranger, one(1, 0, 1, 0, 0), by(strangerKey, statuses));
        sendRefused(
            address(statuses), call, abi.encodeWithSelector(IAuthorityRegistry.NotMember.selector, stranger)
        );
        assertEq(statuses.nonceOf(stranger), 0, "nonce");
    }

    function assertStatus(address authority, uint32 list, uint32 index, bool revoked, bool suspended)
        private
        view
    {
        (bool revokedNow, bool suspendedNow) = statuses.statusOf(authority, list, index);
        assertTrue(revokedNow == revoked && suspendedNow == suspended, "status");
    }
}
