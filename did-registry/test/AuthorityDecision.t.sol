// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAuthorityRegistry} from "../contracts/IAuthorityRegistry.sol";
import {IInstructed} from "../contracts/IInstructed.sol";
import {AuthorityCalls} from "./utils/AuthorityCalls.sol";

contract AuthorityDecisionTest is AuthorityCalls {
    function test_majority_admits() public {
        Motion memory motion = admission("BO", stranger);
        bytes32 id = authorities.proposalIdOf(
            motion.action, motion.country, motion.subject, motion.expiresAt, motion.salt
        );
        assertEq(id, idOf(motion), "id");
        bytes memory call = approveCall(pe, motion, by(peKey, authorities));
        expectEvent(address(authorities));
        emit IAuthorityRegistry.ProposalApproved(id, pe, 0, "BO", stranger, motion.expiresAt, 1);
        assertFalse(abi.decode(send(address(authorities), call), (bool)), "executed by one of three");
        assertFalse(authorities.isActive(stranger), "active too early");
        assertProposal(id, IAuthorityRegistry.Proposal(motion.expiresAt, 0, 1));

        vm.warp(START + 60);
        call = approveCall(co, motion, by(coKey, authorities));
        expectEvent(address(authorities));
        emit IAuthorityRegistry.ProposalApproved(id, co, 0, "BO", stranger, motion.expiresAt, 5);
        expectEvent(address(authorities));
        emit IAuthorityRegistry.ProposalExecuted(id);
        expectEvent(address(authorities));
        emit IAuthorityRegistry.AuthorityAdmitted(stranger, "BO", 3);
        assertTrue(abi.decode(send(address(authorities), call), (bool)), "executed");
        assertProposal(id, IAuthorityRegistry.Proposal(motion.expiresAt, START + 60, 5));
        assertRecord(stranger, IAuthorityRegistry.Record("BO", 3, START + 60, 0, 0, 0));
        assertEq(authorities.memberCount(), 4, "members");
        assertEq(authorities.recordCount(), 4, "records");
        assertEq(authorities.members(), 15, "bitmap");
        assertEq(authorities.activeAuthority("BO"), stranger, "authority of BO");
    }

    function test_half_of_the_members_is_no_majority() public {
        admit("BO", "bolivia");
        Motion memory motion = admission("EC", stranger);
        assertFalse(approveBy(peKey, motion), "one of four");
        assertFalse(approveBy(mxKey, motion), "two of four");
        assertTrue(approveBy(keyOf("bolivia"), motion), "three of four");
    }

    function test_majority_replaces_an_authority() public {
        Motion memory motion = replacement("MX", stranger);
        approveBy(peKey, motion);
        vm.warp(START + 60);
        bytes memory call = approveCall(mx, motion, by(mxKey, authorities));
        expectEvent(address(authorities));
        emit IAuthorityRegistry.AuthorityRemoved(mx, "MX");
        expectEvent(address(authorities));
        emit IAuthorityRegistry.AuthorityAdmitted(stranger, "MX", 3);
        send(address(authorities), call);
        assertRecord(mx, IAuthorityRegistry.Record("MX", 1, START, START + 60, 0, 0));
        assertRecord(stranger, IAuthorityRegistry.Record("MX", 3, START + 60, 0, 0, 0));
        assertEq(authorities.activeAuthority("MX"), stranger, "authority of MX");
        assertEq(authorities.memberCount(), 3, "members");
        assertEq(authorities.members(), 13, "bitmap");
        assertFalse(authorities.isActive(mx), "active");
    }

    function test_majority_removes_an_authority() public {
        Motion memory motion = removal("MX", mx);
        approveBy(peKey, motion);
        bytes memory call = approveCall(co, motion, by(coKey, authorities));
        expectEvent(address(authorities));
        emit IAuthorityRegistry.AuthorityRemoved(mx, "MX");
        send(address(authorities), call);
        assertEq(authorities.activeAuthority("MX"), address(0), "authority of MX");
        assertEq(authorities.memberCount(), 2, "members");
        assertEq(authorities.members(), 5, "bitmap");
        sendRefused(address(authorities), abi.encodeCall(authorities.countryOf, (mx)), notMember(mx));
        refuseApproval(mxKey, admission("BO", stranger), notMember(mx));
    }

    function test_country_of_a_removed_authority_can_be_admitted_under_another_did() public {
        decide(removal("MX", mx));
        refuseApproval(
            peKey,
            admission("MX", mx),
            abi.encodeWithSelector(IAuthorityRegistry.AlreadyRecorded.selector, mx)
        );
        Motion memory motion = admission("MX", stranger);
        approveBy(peKey, motion);
        assertTrue(approveBy(coKey, motion), "executed");
        assertEq(authorities.activeAuthority("MX"), stranger, "authority of MX");
    }

    function test_majority_names_a_successor_once() public {
        Motion memory motion = succession(address(statuses));
        approveBy(peKey, motion);
        bytes memory call = approveCall(co, motion, by(coKey, authorities));
        expectEvent(address(authorities));
        emit IAuthorityRegistry.SuccessorNamed(address(statuses));
        send(address(authorities), call);
        assertEq(authorities.successor(), address(statuses), "successor");
        refuseApproval(
            peKey,
            succession(address(stock)),
            abi.encodeWithSelector(IAuthorityRegistry.SuccessorAlreadyNamed.selector, address(statuses))
        );
        decide(admission("BO", vm.addr(keyOf("bolivia"))));
    }

    function test_approvals_of_removed_members_do_not_count() public {
        admit("BO", "bolivia");
        admit("EC", "ecuador");
        Motion memory motion = admission("CL", stranger);
        approveBy(peKey, motion);
        approveBy(mxKey, motion);
        Motion memory remove = removal("MX", mx);
        approveBy(peKey, remove);
        approveBy(coKey, remove);
        assertTrue(approveBy(keyOf("bolivia"), remove), "removed");
        // Of PE, CO, BO, EC only PE approved: two of four is not enough, three are.
        assertFalse(approveBy(coKey, motion), "two of four");
        assertTrue(approveBy(keyOf("ecuador"), motion), "three of four");
    }

    function test_removal_lowers_the_majority_with_the_next_approval() public {
        admit("BO", "bolivia");
        Motion memory motion = admission("CL", stranger);
        approveBy(peKey, motion);
        assertFalse(approveBy(mxKey, motion), "two of four");
        Motion memory remove = removal("BO", vm.addr(keyOf("bolivia")));
        approveBy(peKey, remove);
        approveBy(mxKey, remove);
        approveBy(coKey, remove);
        assertFalse(authorities.isActive(stranger), "not before another approval");
        assertTrue(approveBy(coKey, motion), "three of three");
    }

    function test_last_member_can_be_replaced_but_not_removed() public {
        decide(removal("CO", co));
        Motion memory motion = removal("MX", mx);
        assertFalse(approveBy(peKey, motion), "one of two");
        assertTrue(approveBy(mxKey, motion), "two of two");
        refuseApproval(
            peKey, removal("PE", pe), abi.encodeWithSelector(IAuthorityRegistry.LastMember.selector)
        );
        assertTrue(approveBy(peKey, replacement("PE", stranger)), "replaced");
        assertEq(authorities.memberCount(), 1, "members");
    }

    function test_changed_owner_approves() public {
        vm.prank(pe);
        stock.changeOwner(pe, stranger);
        Motion memory motion = admission("BO", co);
        motion.subject = vm.addr(keyOf("bolivia"));
        sendRefused(
            address(authorities),
            approveCall(pe, motion, by(peKey, authorities)),
            abi.encodeWithSelector(IInstructed.SignerNotAuthorized.selector, pe, pe)
        );
        send(address(authorities), approveCall(pe, motion, byFor(strangerKey, pe, authorities)));
        assertEq(authorities.proposalOf(idOf(motion)).approvals, 1, "approvals");
    }

    function assertRecord(address did, IAuthorityRegistry.Record memory expected) private view {
        assertEq(abi.encode(authorities.recordOf(did)), abi.encode(expected), "record");
    }

    function assertProposal(bytes32 id, IAuthorityRegistry.Proposal memory expected) private view {
        assertEq(abi.encode(authorities.proposalOf(id)), abi.encode(expected), "proposal");
    }
}
