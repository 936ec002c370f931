// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ArrangementRegistry} from "../contracts/ArrangementRegistry.sol";
import {IArrangementRegistry} from "../contracts/IArrangementRegistry.sol";
import {IAuthorityRegistry} from "../contracts/IAuthorityRegistry.sol";
import {IInstructed} from "../contracts/IInstructed.sol";
import {Countries} from "../contracts/utils/Countries.sol";
import {ArrangementCalls} from "./utils/ArrangementCalls.sol";

contract ArrangementProposalTest is ArrangementCalls {
    function test_constructor_refuses_addresses_without_code() public {
        try new ArrangementRegistry(stranger, address(authorities)) {
            revert NotReverted("");
        } catch (bytes memory reason) {
            assertEq(reason, abi.encodeWithSelector(IInstructed.NotAContract.selector, stranger), "erc1056");
        }
        try new ArrangementRegistry(address(stock), stranger) {
            revert NotReverted("");
        } catch (bytes memory reason) {
            assertEq(
                reason, abi.encodeWithSelector(IInstructed.NotAContract.selector, stranger), "authorities"
            );
        }
        assertEq(arrangements.erc1056(), address(stock), "erc1056");
        assertEq(arrangements.authorityRegistry(), address(authorities), "authorityRegistry");
    }

    function test_proposes_a_new_arrangement() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        bytes memory call = proposeCall(pe, 0, terms, by(peKey, arrangements));
        expectEvent(address(arrangements));
        emit IArrangementRegistry.ArrangementProposed(1, 1, pe, terms);
        (uint32 id, uint16 version) = abi.decode(send(address(arrangements), call), (uint32, uint16));
        assertEq(id, 1, "id");
        assertEq(version, 1, "version");
        assertEq(arrangements.arrangementCount(), 1, "arrangements");
        assertEq(arrangements.versionCountOf(1), 1, "versions");
        assertEq(abi.encode(arrangements.versionOf(1, 1)), abi.encode(terms), "terms");

        (id, version) = propose(mxKey, 0, terms);
        assertEq(id, 2, "second id");
        assertEq(version, 1, "its version");
    }

    function test_country_that_acceded_amends() public {
        propose(peKey, 0, someTerms());
        accede(mxKey, 1, 1, 0);
        IArrangementRegistry.Terms memory amended = someTerms();
        amended.roles = 0x3fff;
        (uint32 id, uint16 version) = propose(mxKey, 1, amended);
        assertEq(id, 1, "id");
        assertEq(version, 2, "version");
        assertEq(abi.encode(arrangements.versionOf(1, 2)), abi.encode(amended), "amended");
        assertEq(abi.encode(arrangements.versionOf(1, 1)), abi.encode(someTerms()), "first");
        assertEq(arrangements.arrangementCount(), 1, "arrangements");
    }

    function test_refuses_to_amend_without_a_running_accession() public {
        propose(peKey, 0, someTerms());
        bytes memory expected =
            abi.encodeWithSelector(IArrangementRegistry.NotAcceded.selector, 1, bytes2("PE"));
        refuse(proposeCall(pe, 1, someTerms(), by(peKey, arrangements)), expected);
        accede(peKey, 1, 1, START + 10);
        refuse(proposeCall(pe, 1, someTerms(), by(peKey, arrangements)), expected);
        vm.warp(START + 10);
        propose(peKey, 1, someTerms());
        withdraw(peKey, 1, START + 20);
        vm.warp(START + 19);
        propose(peKey, 1, someTerms());
        vm.warp(START + 20);
        refuse(proposeCall(pe, 1, someTerms(), by(peKey, arrangements)), expected);
    }

    function test_refuses_to_amend_what_does_not_exist() public {
        propose(peKey, 0, someTerms());
        refuse(
            proposeCall(pe, 2, someTerms(), by(peKey, arrangements)),
            abi.encodeWithSelector(IArrangementRegistry.UnknownArrangement.selector, 2)
        );
    }

    function test_refuses_more_than_32_versions() public {
        propose(peKey, 0, someTerms());
        accede(peKey, 1, 1, 0);
        for (uint256 version = 2; version <= 32; ++version) {
            propose(peKey, 1, someTerms());
        }
        assertEq(arrangements.versionCountOf(1), 32, "versions");
        refuse(
            proposeCall(pe, 1, someTerms(), by(peKey, arrangements)),
            abi.encodeWithSelector(IArrangementRegistry.TooManyVersions.selector, 1)
        );
    }

    function test_refuses_terms_without_the_own_country() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        terms.parties[2] = "PY";
        refuseTerms(terms, abi.encodeWithSelector(IArrangementRegistry.NotAParty.selector, bytes2("PE")));
    }

    function test_refuses_others_than_active_authorities() public {
        refuse(
            proposeCall(stranger, 0, someTerms(), by(strangerKey, arrangements)),
            abi.encodeWithSelector(IAuthorityRegistry.NotMember.selector, stranger)
        );
        refuse(
            proposeCall(pe, 0, someTerms(), byFor(mxKey, pe, arrangements)),
            abi.encodeWithSelector(IInstructed.SignerNotAuthorized.selector, pe, mx)
        );
    }

    function test_refuses_certificate_types_and_roles_out_of_range() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        bytes4 selector = IArrangementRegistry.CertificateTypesInvalid.selector;
        terms.certificateTypes = 0;
        refuseTerms(terms, abi.encodeWithSelector(selector, 0));
        terms.certificateTypes = 8;
        refuseTerms(terms, abi.encodeWithSelector(selector, 8));
        terms.certificateTypes = 7;
        selector = IArrangementRegistry.RolesInvalid.selector;
        terms.roles = 0;
        refuseTerms(terms, abi.encodeWithSelector(selector, 0));
        terms.roles = 0x4000;
        refuseTerms(terms, abi.encodeWithSelector(selector, 0x4000));
        terms.roles = 0x3fff;
        propose(peKey, 0, terms);
    }

    function test_refuses_freshness_that_makes_no_sense() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        bytes4 selector = IArrangementRegistry.FreshnessInvalid.selector;
        (terms.ttl, terms.exp) = (0, 0);
        refuseTerms(terms, abi.encodeWithSelector(selector, 0, 0));
        (terms.ttl, terms.exp) = (61, 60);
        refuseTerms(terms, abi.encodeWithSelector(selector, 61, 60));
        (terms.ttl, terms.exp) = (60, 60);
        propose(peKey, 0, terms);
    }

    function test_refuses_periods_that_end_before_they_start_or_in_the_past() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        terms.validFrom = START + 10;
        terms.validUntil = START + 10;
        refuseTerms(
            terms, abi.encodeWithSelector(IArrangementRegistry.PeriodInvalid.selector, START + 10, START + 10)
        );
        terms.validFrom = START - 10;
        terms.validUntil = START - 1;
        refuseTerms(
            terms, abi.encodeWithSelector(IArrangementRegistry.InstantInPast.selector, START - 1, START)
        );
        terms.validUntil = START;
        propose(peKey, 0, terms);
    }

    function test_refuses_one_or_65_parties() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        bytes4 selector = IArrangementRegistry.PartyCountOutOfRange.selector;
        terms.parties = parties(1);
        refuseTerms(terms, abi.encodeWithSelector(selector, 1));
        terms.parties = parties(65);
        refuseTerms(terms, abi.encodeWithSelector(selector, 65));
        terms.parties = parties(64);
        terms.parties[63] = "PE";
        propose(peKey, 0, terms);
        assertEq(abi.encode(arrangements.versionOf(1, 1)), abi.encode(terms), "terms");
    }

    function test_refuses_parties_that_do_not_ascend() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        bytes4 selector = IArrangementRegistry.PartiesNotAscending.selector;
        terms.parties[1] = "CO";
        refuseTerms(terms, abi.encodeWithSelector(selector, 1));
        terms.parties[1] = "PY";
        refuseTerms(terms, abi.encodeWithSelector(selector, 2));
    }

    function test_refuses_parties_that_are_no_country_codes() public {
        IArrangementRegistry.Terms memory terms = someTerms();
        terms.parties[0] = "C0";
        refuseTerms(terms, abi.encodeWithSelector(Countries.InvalidCountry.selector, bytes2("C0")));
    }

    function test_version_that_does_not_exist_cannot_be_read() public {
        propose(peKey, 0, someTerms());
        bytes4 selector = IArrangementRegistry.UnknownVersion.selector;
        refuse(abi.encodeCall(arrangements.versionOf, (1, 0)), abi.encodeWithSelector(selector, 1, 0));
        refuse(abi.encodeCall(arrangements.versionOf, (1, 2)), abi.encodeWithSelector(selector, 1, 2));
        refuse(abi.encodeCall(arrangements.versionOf, (9, 1)), abi.encodeWithSelector(selector, 9, 1));
        assertEq(arrangements.versionCountOf(9), 0, "versions");
    }

    function parties(uint256 count) private pure returns (bytes2[] memory list) {
        list = new bytes2[](count);
        for (uint256 i = 0; i < count; ++i) {
            list[i] = bytes2(uint16(0x4141 + (i / 26) * 256 + (i % 26)));
        }
    }

    function refuseTerms(IArrangementRegistry.Terms memory terms, bytes memory expected) private {
        refuse(proposeCall(pe, 0, terms, by(peKey, arrangements)), expected);
    }
}
