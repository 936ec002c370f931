// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IArrangementRegistry} from "../contracts/IArrangementRegistry.sol";
import {IAuthorityRegistry} from "../contracts/IAuthorityRegistry.sol";
import {IInstructed} from "../contracts/IInstructed.sol";
import {ArrangementCalls} from "./utils/ArrangementCalls.sol";

contract ArrangementAccessionTest is ArrangementCalls {
    function setUp() public override {
        super.setUp();
        propose(peKey, 0, someTerms());
    }

    function test_accedes_from_the_block_or_from_later() public {
        bytes memory call = accedeCall(pe, 1, 1, 0, by(peKey, arrangements));
        expectEvent(address(arrangements));
        emit IArrangementRegistry.Acceded(1, "PE", 1, START);
        send(address(arrangements), call);
        assertAccession("PE", 0, IArrangementRegistry.Accession(1, START, 0));
        accede(mxKey, 1, 1, START);
        accede(coKey, 1, 1, START + 10);
        assertAccession("CO", 0, IArrangementRegistry.Accession(1, START + 10, 0));
        assertEq(arrangements.accessionsOf(1, "PE").length, 1, "accessions");
    }

    function test_refuses_instants_in_the_past() public {
        bytes memory expected =
            abi.encodeWithSelector(IArrangementRegistry.InstantInPast.selector, START - 1, START);
        refuse(accedeCall(pe, 1, 1, START - 1, by(peKey, arrangements)), expected);
        accede(peKey, 1, 1, 0);
        refuse(withdrawCall(pe, 1, START - 1, by(peKey, arrangements)), expected);
        refuse(suspendCall(pe, 1, "MX", START - 1, by(peKey, arrangements)), expected);
        suspend(peKey, 1, "MX", 0);
        refuse(resumeCall(pe, 1, "MX", START - 1, by(peKey, arrangements)), expected);
    }

    function test_refuses_a_second_accession_to_the_same_version() public {
        accede(peKey, 1, 1, START + 10);
        bytes memory expected =
            abi.encodeWithSelector(IArrangementRegistry.AlreadyAcceded.selector, 1, 1, bytes2("PE"));
        refuse(accedeCall(pe, 1, 1, 0, by(peKey, arrangements)), expected);
        refuse(accedeCall(pe, 1, 1, START + 10, by(peKey, arrangements)), expected);
        withdraw(peKey, 1, START + 20);
        refuse(accedeCall(pe, 1, 1, START + 19, by(peKey, arrangements)), expected);
        accede(peKey, 1, 1, START + 20);
        assertAccession("PE", 0, IArrangementRegistry.Accession(1, START + 10, START + 20));
        assertAccession("PE", 1, IArrangementRegistry.Accession(1, START + 20, 0));
    }

    function test_accedes_to_several_versions() public {
        accede(peKey, 1, 1, 0);
        propose(peKey, 1, someTerms());
        accede(peKey, 1, 2, 0);
        withdraw(peKey, 1, START + 5);
        assertAccession("PE", 0, IArrangementRegistry.Accession(1, START, START + 5));
        assertAccession("PE", 1, IArrangementRegistry.Accession(2, START, START + 5));
    }

    function test_refuses_to_accede_to_unknown_versions() public {
        bytes4 selector = IArrangementRegistry.UnknownVersion.selector;
        refuse(accedeCall(pe, 1, 0, 0, by(peKey, arrangements)), abi.encodeWithSelector(selector, 1, 0));
        refuse(accedeCall(pe, 1, 2, 0, by(peKey, arrangements)), abi.encodeWithSelector(selector, 1, 2));
        refuse(accedeCall(pe, 2, 1, 0, by(peKey, arrangements)), abi.encodeWithSelector(selector, 2, 1));
    }

    function test_refuses_countries_that_are_no_party() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        terms.parties[1] = "CR";
        propose(peKey, 0, terms);
        refuse(
            accedeCall(mx, 2, 1, 0, by(mxKey, arrangements)),
            abi.encodeWithSelector(IArrangementRegistry.NotAParty.selector, bytes2("MX"))
        );
    }

    function test_withdraws_at_the_block_or_later() public {
        accede(peKey, 1, 1, 0);
        accede(mxKey, 1, 1, 0);
        vm.warp(START + 10);
        bytes memory call = withdrawCall(pe, 1, 0, by(peKey, arrangements));
        expectEvent(address(arrangements));
        emit IArrangementRegistry.Withdrawn(1, "PE", START + 10);
        send(address(arrangements), call);
        assertAccession("PE", 0, IArrangementRegistry.Accession(1, START, START + 10));
        withdraw(mxKey, 1, START + 30);
        assertAccession("MX", 0, IArrangementRegistry.Accession(1, START, START + 30));
    }

    function test_accession_given_up_before_it_begins_ends_where_it_began() public {
        accede(peKey, 1, 1, START + 10);
        withdraw(peKey, 1, START + 5);
        assertAccession("PE", 0, IArrangementRegistry.Accession(1, START + 10, START + 10));
        accede(peKey, 1, 1, START + 2);
        assertAccession("PE", 1, IArrangementRegistry.Accession(1, START + 2, 0));
    }

    function test_refuses_to_withdraw_twice_or_without_accession() public {
        bytes memory expected =
            abi.encodeWithSelector(IArrangementRegistry.NotAcceded.selector, 1, bytes2("PE"));
        refuse(withdrawCall(pe, 1, 0, by(peKey, arrangements)), expected);
        accede(peKey, 1, 1, 0);
        withdraw(peKey, 1, START + 100);
        refuse(withdrawCall(pe, 1, START + 50, by(peKey, arrangements)), expected);
    }

    function test_suspends_and_resumes() public {
        accede(peKey, 1, 1, 0);
        bytes memory call = suspendCall(pe, 1, "MX", 0, by(peKey, arrangements));
        expectEvent(address(arrangements));
        emit IArrangementRegistry.RecognitionSuspended(1, "PE", "MX", START);
        send(address(arrangements), call);
        assertSuspension(0, IArrangementRegistry.Suspension(START, 0));

        vm.warp(START + 10);
        call = resumeCall(pe, 1, "MX", 0, by(peKey, arrangements));
        expectEvent(address(arrangements));
        emit IArrangementRegistry.RecognitionResumed(1, "PE", "MX", START + 10);
        send(address(arrangements), call);
        assertSuspension(0, IArrangementRegistry.Suspension(START, START + 10));

        suspend(peKey, 1, "MX", START + 20);
        resume(peKey, 1, "MX", START + 30);
        assertSuspension(1, IArrangementRegistry.Suspension(START + 20, START + 30));
        assertEq(arrangements.suspensionsOf(1, "MX", "PE").length, 0, "other direction");
    }

    function test_suspension_given_up_before_it_begins_ends_where_it_began() public {
        accede(peKey, 1, 1, 0);
        suspend(peKey, 1, "MX", START + 50);
        resume(peKey, 1, "MX", 0);
        assertSuspension(0, IArrangementRegistry.Suspension(START + 50, START + 50));
        suspend(peKey, 1, "MX", START + 10);
        assertSuspension(1, IArrangementRegistry.Suspension(START + 10, 0));
    }

    function test_refuses_suspensions_that_overlap() public {
        accede(peKey, 1, 1, 0);
        suspend(peKey, 1, "MX", START + 10);
        bytes memory expected = abi.encodeWithSelector(
            IArrangementRegistry.RecognitionAlreadySuspended.selector, 1, bytes2("PE"), bytes2("MX")
        );
        refuse(suspendCall(pe, 1, "MX", 0, by(peKey, arrangements)), expected);
        resume(peKey, 1, "MX", START + 20);
        refuse(suspendCall(pe, 1, "MX", START + 19, by(peKey, arrangements)), expected);
        suspend(peKey, 1, "MX", START + 20);
        suspend(peKey, 1, "CO", 0);
    }

    function test_refuses_to_resume_what_is_not_suspended() public {
        bytes memory expected = abi.encodeWithSelector(
            IArrangementRegistry.RecognitionNotSuspended.selector, 1, bytes2("PE"), bytes2("MX")
        );
        accede(peKey, 1, 1, 0);
        accede(mxKey, 1, 1, 0);
        suspend(mxKey, 1, "PE", 0);
        refuse(resumeCall(pe, 1, "MX", 0, by(peKey, arrangements)), expected);
        suspend(peKey, 1, "MX", 0);
        resume(peKey, 1, "MX", START + 10);
        refuse(resumeCall(pe, 1, "MX", START + 5, by(peKey, arrangements)), expected);
    }

    function test_refuses_suspensions_that_mean_nothing() public {
        refuse(
            suspendCall(pe, 1, "MX", 0, by(peKey, arrangements)),
            abi.encodeWithSelector(IArrangementRegistry.NotAcceded.selector, 1, bytes2("PE"))
        );
        accede(peKey, 1, 1, 0);
        refuse(
            suspendCall(pe, 1, "PE", 0, by(peKey, arrangements)),
            abi.encodeWithSelector(IArrangementRegistry.SuspensionOfSelf.selector, bytes2("PE"))
        );
        refuse(
            suspendCall(pe, 1, "CR", 0, by(peKey, arrangements)),
            abi.encodeWithSelector(IArrangementRegistry.NotAParty.selector, bytes2("CR"))
        );
    }

    function test_suspends_against_a_party_to_any_version() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        (terms.parties[0], terms.parties[1], terms.parties[2]) = ("CR", "PE", "UY");
        accede(peKey, 1, 1, 0);
        propose(peKey, 1, terms);
        suspend(peKey, 1, "MX", 0);
        suspend(peKey, 1, "UY", 0);
        assertEq(arrangements.suspensionsOf(1, "PE", "UY").length, 1, "before it accedes");
    }

    function test_refuses_more_than_64_accessions_of_a_country() public {
        for (uint256 i = 0; i < 64; ++i) {
            accede(peKey, 1, 1, START + 1);
            withdraw(peKey, 1, 0);
        }
        refuse(
            accedeCall(pe, 1, 1, START + 1, by(peKey, arrangements)),
            abi.encodeWithSelector(IArrangementRegistry.TooManyAccessions.selector, 1, bytes2("PE"))
        );
        accede(mxKey, 1, 1, 0);
    }

    function test_refuses_more_than_64_suspensions_of_a_pair() public {
        accede(peKey, 1, 1, 0);
        for (uint256 i = 0; i < 64; ++i) {
            suspend(peKey, 1, "MX", START + 1);
            resume(peKey, 1, "MX", 0);
        }
        refuse(
            suspendCall(pe, 1, "MX", START + 1, by(peKey, arrangements)),
            abi.encodeWithSelector(
                IArrangementRegistry.TooManySuspensions.selector, 1, bytes2("PE"), bytes2("MX")
            )
        );
        suspend(peKey, 1, "CO", 0);
    }

    function test_refuses_unknown_arrangements() public {
        bytes4 selector = IArrangementRegistry.UnknownArrangement.selector;
        bytes memory two = abi.encodeWithSelector(selector, 2);
        refuse(withdrawCall(pe, 2, 0, by(peKey, arrangements)), two);
        refuse(suspendCall(pe, 2, "MX", 0, by(peKey, arrangements)), two);
        refuse(resumeCall(pe, 2, "MX", 0, by(peKey, arrangements)), two);
        refuse(withdrawCall(pe, 0, 0, by(peKey, arrangements)), abi.encodeWithSelector(selector, 0));
    }

    function test_refuses_others_than_the_owner_of_the_authority() public {
        accede(peKey, 1, 1, 0);
        suspend(peKey, 1, "CO", 0);
        bytes memory expected = abi.encodeWithSelector(IInstructed.SignerNotAuthorized.selector, pe, mx);
        refuse(accedeCall(pe, 1, 1, 0, byFor(mxKey, pe, arrangements)), expected);
        refuse(withdrawCall(pe, 1, 0, byFor(mxKey, pe, arrangements)), expected);
        refuse(suspendCall(pe, 1, "MX", 0, byFor(mxKey, pe, arrangements)), expected);
        refuse(resumeCall(pe, 1, "CO", 0, byFor(mxKey, pe, arrangements)), expected);
    }

    function test_refuses_others_than_active_authorities() public {
        bytes memory expected = abi.encodeWithSelector(IAuthorityRegistry.NotMember.selector, stranger);
        refuse(accedeCall(stranger, 1, 1, 0, by(strangerKey, arrangements)), expected);
        refuse(withdrawCall(stranger, 1, 0, by(strangerKey, arrangements)), expected);
        refuse(suspendCall(stranger, 1, "MX", 0, by(strangerKey, arrangements)), expected);
        refuse(resumeCall(stranger, 1, "MX", 0, by(strangerKey, arrangements)), expected);
    }

    function test_instructions_of_one_kind_are_not_another_kind() public {
        accede(peKey, 1, 1, 0);
        suspend(peKey, 1, "MX", START + 10);
        bytes memory call = suspendCall(pe, 1, "MX", START + 10, by(peKey, arrangements));
        bytes4 selector = IArrangementRegistry.resume.selector;
        for (uint256 i = 0; i < 4; ++i) {
            call[i] = selector[i];
        }
        (bool success,) = address(arrangements).call(call);
        assertFalse(success, "a signed suspension served as a resumption");
    }

    function assertAccession(bytes2 country, uint256 index, IArrangementRegistry.Accession memory expected)
        private
        view
    {
        assertEq(abi.encode(arrangements.accessionsOf(1, country)[index]), abi.encode(expected), "accession");
    }

    function assertSuspension(uint256 index, IArrangementRegistry.Suspension memory expected) private view {
        assertEq(
            abi.encode(arrangements.suspensionsOf(1, "PE", "MX")[index]), abi.encode(expected), "suspension"
        );
    }
}
