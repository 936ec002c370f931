// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAuthorityRegistry} from "../contracts/IAuthorityRegistry.sol";
import {IInstructed} from "../contracts/IInstructed.sol";
import {Countries} from "../contracts/utils/Countries.sol";
import {AuthorityCalls} from "./utils/AuthorityCalls.sol";

contract AuthorityRefusalTest is AuthorityCalls {
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
        refuseApproval(
            peKey, succession(stranger), abi.encodeWithSelector(IInstructed.NotAContract.selector, stranger)
        );
    }

    function test_refuses_unknown_actions() public {
        bytes memory call = approveCall(pe, admission("BO", stranger), by(peKey, authorities));
        // The action is the second argument: last byte of the second word after the selector.
        call[4 + 63] = 0x04;
        sendRefused(address(authorities), call, "");
    }
}
