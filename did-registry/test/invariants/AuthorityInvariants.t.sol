// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AuthorityRegistry} from "../../contracts/AuthorityRegistry.sol";
import {IAuthorityRegistry} from "../../contracts/IAuthorityRegistry.sol";
import {AuthorityHandler} from "./AuthorityHandler.sol";
import {Campaign} from "./Campaign.sol";

contract AuthorityInvariantsTest is Campaign {
    AuthorityHandler private handler;

    function setUp() public {
        handler = new AuthorityHandler();
        handler.setUp();
        bytes4[] memory selectors = new bytes4[](6);
        selectors[0] = AuthorityHandler.propose.selector;
        selectors[1] = AuthorityHandler.approve.selector;
        selectors[2] = AuthorityHandler.approveAll.selector;
        selectors[3] = AuthorityHandler.intrude.selector;
        selectors[4] = AuthorityHandler.attest.selector;
        selectors[5] = AuthorityHandler.passTime.selector;
        target(address(handler), selectors);
    }

    /// @dev The members are the bits of the bitmap, the active records and the countries with an authority, all of one
    /// number; a removed record stays as it was. That members change by majority alone is checked by the handler.
    function invariant_members_countries_and_records_agree() public view {
        assertEq(handler.trespasses(), 0, "trespasses");
        AuthorityRegistry registry = handler.registry();
        uint256 members = registry.members();
        uint256 memberCount = registry.memberCount();
        assertEq(bitsOf(members), memberCount, "bits");
        assertTrue(memberCount > 0, "nobody left");

        uint256 records;
        uint256 active;
        for (uint256 i = 0; i < handler.PEOPLE(); ++i) {
            address person = handler.personAt(i);
            IAuthorityRegistry.Record memory record = registry.recordOf(person);
            if (record.admittedAt == 0) continue;
            ++records;
            bool isActive = record.removedAt == 0;
            assertTrue((members >> record.index) & 1 == (isActive ? 1 : 0), "bit of the record");
            if (isActive) {
                ++active;
                assertEq(registry.activeAuthority(record.country), person, "authority of the country");
            } else {
                assertEq(keccak256(abi.encode(record)), handler.tombstone(person), "record after removal");
            }
        }
        assertEq(active, memberCount, "active records");
        assertEq(records, registry.recordCount(), "records");

        uint256 countries;
        for (uint256 i = 0; i < 5; ++i) {
            if (registry.activeAuthority(handler.countryAt(i)) != address(0)) ++countries;
        }
        assertEq(countries, memberCount, "countries");
    }
}
