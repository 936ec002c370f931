// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AuthorityRegistry} from "../contracts/AuthorityRegistry.sol";
import {IAuthorityRegistry} from "../contracts/IAuthorityRegistry.sol";
import {IInstructed} from "../contracts/IInstructed.sol";
import {Countries} from "../contracts/utils/Countries.sol";
import {AuthorityCalls} from "./utils/AuthorityCalls.sol";
import {Vm} from "./utils/Vm.sol";

contract AuthorityRegistryTest is AuthorityCalls {
    function test_founders_are_members_at_once() public {
        IAuthorityRegistry.Founder[] memory founders = new IAuthorityRegistry.Founder[](2);
        founders[0] = IAuthorityRegistry.Founder("PE", pe);
        founders[1] = IAuthorityRegistry.Founder("MX", mx);
        vm.recordLogs();
        AuthorityRegistry registry = new AuthorityRegistry(address(stock), founders);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 2, "events");
        assertEq(logs[1].topics[0], IAuthorityRegistry.AuthorityAdmitted.selector, "event");
        assertEq(logs[1].topics[1], bytes32(uint256(uint160(mx))), "did");
        assertEq(logs[1].topics[2], bytes32("MX"), "country");
        assertEq(logs[1].data, abi.encode(1), "index");

        assertEq(registry.memberCount(), 2, "members");
        assertEq(registry.recordCount(), 2, "records");
        assertEq(registry.members(), 3, "bitmap");
        assertEq(registry.activeAuthority("MX"), mx, "active");
        assertEq(bytes32(registry.countryOf(mx)), bytes32("MX"), "country");
        assertTrue(registry.isActive(mx), "active");
        assertEq(
            abi.encode(registry.recordOf(mx)),
            abi.encode(IAuthorityRegistry.Record("MX", 1, START, 0, 0, 0)),
            "record"
        );
    }

    function test_constructor_refuses_founders_that_could_not_be_members() public {
        IAuthorityRegistry.Founder[] memory founders = new IAuthorityRegistry.Founder[](1);
        founders[0] = IAuthorityRegistry.Founder("PE", pe);
        refuseFounders(founders, abi.encodeWithSelector(IAuthorityRegistry.TooFewFounders.selector, 1));
        refuseFounder("MX", pe, abi.encodeWithSelector(IAuthorityRegistry.AlreadyRecorded.selector, pe));
        refuseFounder(
            "PE", mx, abi.encodeWithSelector(IAuthorityRegistry.CountryTaken.selector, bytes2("PE"), pe)
        );
        refuseFounder("MX", address(0), abi.encodeWithSelector(IAuthorityRegistry.SubjectMissing.selector));
        refuseFounder("mX", mx, abi.encodeWithSelector(Countries.InvalidCountry.selector, bytes2("mX")));
        refuseFounder("M", mx, abi.encodeWithSelector(Countries.InvalidCountry.selector, bytes2("M")));
        refuseFounder("[A", mx, abi.encodeWithSelector(Countries.InvalidCountry.selector, bytes2("[A")));
    }

    function test_constructor_refuses_an_erc1056_registry_without_code() public {
        try new AuthorityRegistry(stranger, new IAuthorityRegistry.Founder[](2)) {
            revert NotReverted("");
        } catch (bytes memory reason) {
            assertEq(reason, abi.encodeWithSelector(IInstructed.NotAContract.selector, stranger), "reason");
        }
    }

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
        Motion memory motion = succession(stranger);
        approveBy(peKey, motion);
        bytes memory call = approveCall(co, motion, by(coKey, authorities));
        expectEvent(address(authorities));
        emit IAuthorityRegistry.SuccessorNamed(stranger);
        send(address(authorities), call);
        assertEq(authorities.successor(), stranger, "successor");
        refuseApproval(
            peKey,
            succession(pe),
            abi.encodeWithSelector(IAuthorityRegistry.SuccessorAlreadyNamed.selector, stranger)
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

    function test_refuses_approvals_by_others_than_members() public {
        refuseApproval(strangerKey, admission("BO", stranger), notMember(stranger));
        sendRefused(
            address(authorities),
            approveCall(pe, admission("BO", stranger), byFor(strangerKey, pe, authorities)),
            abi.encodeWithSelector(IInstructed.SignerNotAuthorized.selector, pe, stranger)
        );
    }

    function test_status_delegate_cannot_approve_nor_attest() public {
        vm.prank(pe);
        stock.addDelegate(pe, "eslabon.status", stranger, 1 hours);
        bytes memory expected = abi.encodeWithSelector(IInstructed.SignerNotAuthorized.selector, pe, stranger);
        Motion memory motion = admission("BO", stranger);
        sendRefused(
            address(authorities), approveCall(pe, motion, byFor(strangerKey, pe, authorities)), expected
        );
        sendRefused(
            address(authorities),
            attestKeysCall(pe, "keys", 1000, byFor(strangerKey, pe, authorities)),
            expected
        );
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

    function test_refuses_a_second_approval_by_the_same_member() public {
        Motion memory motion = admission("BO", stranger);
        approveBy(peKey, motion);
        refuseApproval(
            peKey,
            motion,
            abi.encodeWithSelector(IAuthorityRegistry.AlreadyApproved.selector, idOf(motion), pe)
        );
        motion.salt = bytes32(uint256(1));
        assertFalse(approveBy(peKey, motion), "another salt is another proposal");
    }

    function test_refuses_approvals_after_execution() public {
        Motion memory motion = admission("BO", stranger);
        approveBy(peKey, motion);
        approveBy(mxKey, motion);
        refuseApproval(
            coKey, motion, abi.encodeWithSelector(IAuthorityRegistry.ProposalClosed.selector, idOf(motion))
        );
    }

    function test_refuses_approvals_from_the_expiry_on() public {
        Motion memory motion = admission("BO", stranger);
        approveBy(peKey, motion);
        vm.warp(motion.expiresAt - 1);
        bytes memory inTime = approveCall(mx, motion, by(mxKey, authorities));
        vm.warp(motion.expiresAt);
        bytes memory expected =
            abi.encodeWithSelector(IAuthorityRegistry.ProposalExpired.selector, idOf(motion));
        refuseApproval(mxKey, motion, expected);
        vm.warp(motion.expiresAt - 1);
        assertTrue(abi.decode(send(address(authorities), inTime), (bool)), "in time");
    }

    function test_refuses_proposals_born_expired_or_too_long() public {
        Motion memory motion = admission("BO", stranger);
        motion.expiresAt = START;
        refuseApproval(
            peKey, motion, abi.encodeWithSelector(IAuthorityRegistry.ProposalExpired.selector, idOf(motion))
        );
        motion.expiresAt = START + 90 days + 1;
        refuseApproval(
            peKey,
            motion,
            abi.encodeWithSelector(
                IAuthorityRegistry.ProposalTooLong.selector,
                idOf(motion),
                START + 90 days + 1,
                START + 90 days
            )
        );
        motion.expiresAt = START + 90 days;
        assertFalse(approveBy(peKey, motion), "90 days");
    }

    function test_refuses_admissions_that_cannot_be() public {
        refuseApproval(
            peKey,
            admission("MX", stranger),
            abi.encodeWithSelector(IAuthorityRegistry.CountryTaken.selector, bytes2("MX"), mx)
        );
        refuseApproval(
            peKey,
            admission("BO", mx),
            abi.encodeWithSelector(IAuthorityRegistry.AlreadyRecorded.selector, mx)
        );
        refuseApproval(
            peKey,
            admission("BO", address(0)),
            abi.encodeWithSelector(IAuthorityRegistry.SubjectMissing.selector)
        );
        refuseApproval(
            peKey,
            admission("bo", stranger),
            abi.encodeWithSelector(Countries.InvalidCountry.selector, bytes2("bo"))
        );
    }

    function test_refuses_an_admission_overtaken_by_another() public {
        Motion memory first = admission("BO", stranger);
        Motion memory second = admission("BO", vm.addr(keyOf("bolivia")));
        approveBy(peKey, first);
        approveBy(peKey, second);
        approveBy(mxKey, first);
        refuseApproval(
            mxKey,
            second,
            abi.encodeWithSelector(IAuthorityRegistry.CountryTaken.selector, bytes2("BO"), stranger)
        );
    }

    function test_refuses_replacements_that_cannot_be() public {
        refuseApproval(
            peKey,
            replacement("BO", stranger),
            abi.encodeWithSelector(IAuthorityRegistry.CountryVacant.selector, bytes2("BO"))
        );
        refuseApproval(
            peKey,
            replacement("PE", mx),
            abi.encodeWithSelector(IAuthorityRegistry.AlreadyRecorded.selector, mx)
        );
    }

    function test_refuses_removals_that_cannot_be() public {
        refuseApproval(peKey, removal("BO", stranger), notMember(stranger));
        refuseApproval(
            peKey,
            removal("PE", mx),
            abi.encodeWithSelector(IAuthorityRegistry.CountryMismatch.selector, mx, bytes2("PE"))
        );
        decide(removal("MX", mx));
        Motion memory again = removal("MX", mx);
        again.salt = bytes32(uint256(1));
        refuseApproval(peKey, again, notMember(mx));
    }

    function test_refuses_successions_that_cannot_be() public {
        Motion memory motion = succession(stranger);
        motion.country = "PE";
        refuseApproval(
            peKey, motion, abi.encodeWithSelector(IAuthorityRegistry.CountryNotEmpty.selector, bytes2("PE"))
        );
        refuseApproval(
            peKey, succession(address(0)), abi.encodeWithSelector(IAuthorityRegistry.SubjectMissing.selector)
        );
    }

    function test_refuses_unknown_actions() public {
        bytes memory call = approveCall(pe, admission("BO", stranger), by(peKey, authorities));
        // The action is the second argument: last byte of the second word after the selector.
        call[4 + 63] = 0x04;
        sendRefused(address(authorities), call, "");
    }

    /// @dev For any number of members, exactly the first approval above half executes.
    function testFuzz_executes_with_the_first_approval_above_half(uint8 given) public {
        uint256 count = 2 + (given % 15);
        deployMany(count);
        Motion memory motion = succession(stranger);
        for (uint256 approved = 1;; ++approved) {
            bool executed = approveBy(memberKey(count - approved), motion);
            assertTrue(executed == (approved * 2 > count), "executed");
            if (executed) break;
        }
    }

    function test_gives_out_256_records_and_no_more() public {
        deployMany(256);
        assertEq(authorities.members(), type(uint256).max, "bitmap");
        assertEq(authorities.memberCount(), 256, "members");
        bytes memory full = abi.encodeWithSelector(IAuthorityRegistry.RegistryFull.selector);
        refuseApproval(memberKey(0), admission("ZZ", stranger), full);
        refuseApproval(memberKey(255), replacement("AA", stranger), full);
        Motion memory motion = removal("AA", vm.addr(memberKey(0)));
        for (uint256 i = 127; i < 255; ++i) {
            assertFalse(approveBy(memberKey(i), motion), "128 of 256");
        }
        assertTrue(approveBy(memberKey(255), motion), "129 of 256");
    }

    function test_constructor_refuses_257_founders() public {
        refuseFounders(manyFounders(257), abi.encodeWithSelector(IAuthorityRegistry.RegistryFull.selector));
    }

    function decide(Motion memory motion) private {
        approveBy(peKey, motion);
        assertTrue(approveBy(coKey, motion), "decided");
    }

    /// @dev Admits with the approvals of PE, MX and CO, whatever the majority needs of them.
    function admit(bytes2 country, string memory name) private {
        Motion memory motion = admission(country, vm.addr(keyOf(name)));
        assertTrue(
            approveBy(peKey, motion) || approveBy(mxKey, motion) || approveBy(coKey, motion), "admitted"
        );
    }

    function memberKey(uint256 index) private pure returns (uint256) {
        return uint256(keccak256(abi.encode("member", index))) >> 1;
    }

    function manyFounders(uint256 count) private pure returns (IAuthorityRegistry.Founder[] memory founders) {
        founders = new IAuthorityRegistry.Founder[](count);
        for (uint256 i = 0; i < count; ++i) {
            bytes2 country = bytes2(uint16(0x4141 + (i / 26) * 256 + (i % 26)));
            founders[i] = IAuthorityRegistry.Founder(country, vm.addr(memberKey(i)));
        }
    }

    function deployMany(uint256 count) private {
        authorities = new AuthorityRegistry(address(stock), manyFounders(count));
    }

    function refuseFounder(bytes2 country, address did, bytes memory expected) private {
        IAuthorityRegistry.Founder[] memory founders = new IAuthorityRegistry.Founder[](2);
        founders[0] = IAuthorityRegistry.Founder("PE", pe);
        founders[1] = IAuthorityRegistry.Founder(country, did);
        refuseFounders(founders, expected);
    }

    function refuseFounders(IAuthorityRegistry.Founder[] memory founders, bytes memory expected) private {
        try new AuthorityRegistry(address(stock), founders) {
            revert NotReverted(expected);
        } catch (bytes memory reason) {
            assertEq(reason, expected, "reason");
        }
    }

    function refuseApproval(uint256 key, Motion memory motion, bytes memory expected) private {
        bytes memory call = approveCall(vm.addr(key), motion, by(key, authorities));
        sendRefused(address(authorities), call, expected);
    }

    function notMember(address did) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IAuthorityRegistry.NotMember.selector, did);
    }

    function assertRecord(address did, IAuthorityRegistry.Record memory expected) private view {
        assertEq(abi.encode(authorities.recordOf(did)), abi.encode(expected), "record");
    }

    function assertProposal(bytes32 id, IAuthorityRegistry.Proposal memory expected) private view {
        assertEq(abi.encode(authorities.proposalOf(id)), abi.encode(expected), "proposal");
    }
}
