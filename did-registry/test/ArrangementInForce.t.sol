// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IArrangementRegistry} from "../contracts/IArrangementRegistry.sol";
import {IAuthorityRegistry} from "../contracts/IAuthorityRegistry.sol";
import {ArrangementCalls} from "./utils/ArrangementCalls.sol";
import {AuthorityCalls} from "./utils/AuthorityCalls.sol";

contract ArrangementInForceTest is ArrangementCalls, AuthorityCalls {
    uint8 private constant SECURITY = 1;
    uint8 private constant COMPLIANCE = 2;
    uint8 private constant FULL = 4;
    uint32 private constant IM = 1;
    uint32 private constant EX = 2;
    uint32 private constant MF = 4;

    function test_needs_the_accession_of_both() public {
        assertForce(START, 0, 0);
        propose(peKey, 0, someTerms());
        assertForce(START, 0, 0);
        accede(peKey, 1, 1, 0);
        assertForce(START, 0, 0);
        accede(mxKey, 1, 1, 0);
        assertForce(START, 1, 1);
        assertPair("PE", "CO", START, 0, 0);
    }

    function test_begins_with_the_later_accession_and_ends_with_the_earlier_withdrawal() public {
        propose(peKey, 0, someTerms());
        accede(peKey, 1, 1, START + 10);
        accede(mxKey, 1, 1, START + 20);
        withdraw(peKey, 1, START + 40);
        withdraw(mxKey, 1, START + 50);
        assertForce(START + 10, 0, 0);
        assertForce(START + 19, 0, 0);
        assertForce(START + 20, 1, 1);
        assertForce(START + 39, 1, 1);
        assertForce(START + 40, 0, 0);
    }

    function test_keeps_to_the_dates_of_the_terms() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        terms.validFrom = START + 10;
        terms.validUntil = START + 20;
        propose(peKey, 0, terms);
        accedeBoth(1, 1);
        assertForce(START + 9, 0, 0);
        assertForce(START + 10, 1, 1);
        assertForce(START + 19, 1, 1);
        assertForce(START + 20, 0, 0);
    }

    function test_covers_the_types_and_roles_of_the_terms_only() public {
        propose(peKey, 0, someTerms());
        accedeBoth(1, 1);
        assertCovered(SECURITY, IM, true);
        assertCovered(FULL, EX, true);
        assertCovered(COMPLIANCE, IM, false);
        assertCovered(SECURITY, MF, false);
        assertCovered(0, IM, false);
        assertCovered(SECURITY, 0, false);
        assertCovered(SECURITY | COMPLIANCE, IM, false);
    }

    function test_is_never_in_force_with_oneself() public {
        propose(peKey, 0, someTerms());
        accedeBoth(1, 1);
        assertPair("PE", "PE", START, 0, 0);
    }

    function test_suspension_by_either_side_stops_both_directions() public {
        propose(peKey, 0, someTerms());
        accedeBoth(1, 1);
        accede(coKey, 1, 1, 0);
        suspend(mxKey, 1, "PE", START + 10);
        suspend(peKey, 1, "MX", START + 20);
        resume(mxKey, 1, "PE", START + 30);
        resume(peKey, 1, "MX", START + 40);
        assertForce(START + 9, 1, 1);
        assertForce(START + 10, 0, 0);
        assertForce(START + 30, 0, 0);
        assertForce(START + 39, 0, 0);
        assertForce(START + 40, 1, 1);
        assertPair("PE", "CO", START + 20, 1, 1);
        assertPair("MX", "CO", START + 20, 1, 1);
    }

    function test_answers_with_the_lowest_arrangement_and_the_highest_version() public {
        propose(peKey, 0, someTerms());
        accedeBoth(1, 1);
        propose(peKey, 0, someTerms());
        accedeBoth(2, 1);
        propose(mxKey, 1, someTerms());
        assertForce(START, 1, 1);
        accede(peKey, 1, 2, 0);
        assertForce(START, 1, 1);
        accede(mxKey, 1, 2, START + 10);
        assertForce(START + 9, 1, 1);
        assertForce(START + 10, 1, 2);
        suspend(peKey, 1, "MX", START + 20);
        assertForce(START + 20, 2, 1);
    }

    function test_accessions_to_different_versions_do_not_meet() public {
        propose(peKey, 0, someTerms());
        accede(peKey, 1, 1, 0);
        propose(peKey, 1, someTerms());
        accede(mxKey, 1, 2, 0);
        assertForce(START, 0, 0);
    }

    function test_returns_after_a_second_accession() public {
        propose(peKey, 0, someTerms());
        accedeBoth(1, 1);
        withdraw(peKey, 1, START + 10);
        accede(peKey, 1, 1, START + 20);
        assertForce(START + 9, 1, 1);
        assertForce(START + 10, 0, 0);
        assertForce(START + 20, 1, 1);
    }

    function test_accession_given_up_before_it_begins_has_no_effect() public {
        propose(peKey, 0, someTerms());
        accede(mxKey, 1, 1, 0);
        accede(peKey, 1, 1, START + 10);
        withdraw(peKey, 1, START + 5);
        assertForce(START + 9, 0, 0);
        assertForce(START + 10, 0, 0);
    }

    function test_past_answers_stay_after_a_withdrawal() public {
        propose(peKey, 0, someTerms());
        accedeBoth(1, 1);
        vm.warp(START + 20);
        withdraw(peKey, 1, 0);
        assertForce(START + 19, 1, 1);
        assertForce(START + 20, 0, 0);
    }

    function test_stays_with_the_country_when_its_authority_is_replaced() public {
        propose(peKey, 0, someTerms());
        accedeBoth(1, 1);
        Motion memory motion = replacement("PE", stranger);
        approveBy(mxKey, motion);
        approveBy(coKey, motion);
        assertForce(START, 1, 1);
        refuse(
            withdrawCall(pe, 1, 0, by(peKey, arrangements)),
            abi.encodeWithSelector(IAuthorityRegistry.NotMember.selector, pe)
        );
        withdraw(strangerKey, 1, 0);
        assertForce(START, 0, 0);
    }

    /// @dev Whatever happened, the order of the countries does not matter.
    function testFuzz_is_symmetrical(bytes32 seed) public {
        found();
        walk(seed);
        for (uint40 t = START; t < START + 16; t += 2) {
            assertSame("CO", "MX", t);
            assertSame("CO", "PE", t);
            assertSame("MX", "PE", t);
        }
    }

    /// @dev Whatever is instructed at an instant, the answers for earlier instants stay. Long sequences are for the
    /// invariants.
    function testFuzz_past_answers_never_change(bytes32 first, bytes32 second) public {
        found();
        walk(first);
        vm.warp(START + 8);
        bytes32 before = answersUntil(START + 8);
        walk(second);
        assertEq(answersUntil(START + 8), before, "answers");
    }

    /// @dev Two arrangements, the first of them in force between MX and PE.
    function found() private {
        propose(peKey, 0, someTerms());
        propose(mxKey, 0, someTerms());
        accedeBoth(1, 1);
    }

    /// @dev 6 instructions of all kinds by CO, MX and PE.
    function walk(bytes32 seed) private {
        uint40 current = uint40(block.timestamp);
        for (uint256 i = 0; i < 6; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            Signing memory signing =
                byFor([coKey, mxKey, peKey][dice % 3], [co, mx, pe][dice % 3], arrangements);
            bytes2 other = [bytes2("CO"), bytes2("MX"), bytes2("PE")][(dice >> 8) % 3];
            uint32 id = uint32(1 + ((dice >> 16) % 2));
            uint40 instant = current + uint40((dice >> 24) % 8);
            bytes memory call = anyCall(
                (dice >> 32) % 8,
                [co, mx, pe][dice % 3],
                id,
                1 + uint16((dice >> 40) % 2),
                other,
                instant,
                signing
            );
            // Refused or not: both leave a state in which the properties must hold.
            (bool success,) = address(arrangements).call(call);
            success;
        }
    }

    function anyCall(
        uint256 kind,
        address authority,
        uint32 id,
        uint16 version,
        bytes2 other,
        uint40 instant,
        Signing memory signing
    ) private view returns (bytes memory) {
        if (kind == 0) return withdrawCall(authority, id, instant, signing);
        if (kind == 1) return suspendCall(authority, id, other, instant, signing);
        if (kind == 2) return resumeCall(authority, id, other, instant, signing);
        if (kind == 3) return proposeCall(authority, id, someTerms(), signing);
        return accedeCall(authority, id, version, instant, signing);
    }

    function answersUntil(uint40 end) private view returns (bytes32 digest) {
        for (uint40 t = START; t < end; ++t) {
            digest = keccak256(
                abi.encode(digest, answer("CO", "MX", t), answer("CO", "PE", t), answer("MX", "PE", t))
            );
        }
    }

    function answer(bytes2 a, bytes2 b, uint40 t) private view returns (bytes32) {
        (bool found, uint32 arrangement, uint16 version) = arrangements.inForce(a, b, SECURITY, IM, t);
        return keccak256(abi.encode(found, arrangement, version));
    }

    function accedeBoth(uint32 arrangement, uint16 version) private {
        accede(peKey, arrangement, version, 0);
        accede(mxKey, arrangement, version, 0);
    }

    function assertSame(bytes2 a, bytes2 b, uint40 t) private view {
        assertEq(answer(a, b, t), answer(b, a, t), "symmetry");
    }

    function assertForce(uint40 t, uint32 arrangement, uint16 version) private view {
        assertPair("PE", "MX", t, arrangement, version);
        assertPair("MX", "PE", t, arrangement, version);
    }

    function assertPair(bytes2 a, bytes2 b, uint40 t, uint32 arrangement, uint16 version) private view {
        (bool found, uint32 foundArrangement, uint16 foundVersion) =
            arrangements.inForce(a, b, SECURITY, IM, t);
        assertTrue(found == (arrangement != 0), "found");
        assertEq(foundArrangement, arrangement, "arrangement");
        assertEq(foundVersion, version, "version");
    }

    function assertCovered(uint8 certificateType, uint32 role, bool expected) private view {
        (bool found,,) = arrangements.inForce("PE", "MX", certificateType, role, START);
        assertTrue(found == expected, "covered");
    }
}
