// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AuthorityRegistry} from "../contracts/AuthorityRegistry.sol";
import {IAuthorityRegistry} from "../contracts/IAuthorityRegistry.sol";
import {IInstructed} from "../contracts/IInstructed.sol";
import {Countries} from "../contracts/utils/Countries.sol";
import {AuthorityCalls} from "./utils/AuthorityCalls.sol";
import {Vm} from "./utils/Vm.sol";

contract AuthorityFoundingTest is AuthorityCalls {
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

    /// @dev For any number of members, exactly the first approval above half executes.
    function testFuzz_executes_with_the_first_approval_above_half(uint8 given) public {
        uint256 count = 2 + (given % 15);
        deployMany(count);
        Motion memory motion = succession(address(statuses));
        for (uint256 approved = 1;; ++approved) {
            bool executed = approveBy(memberKey(count - approved), motion);
            assertTrue(executed == (approved * 2 > count), "executed");
            if (executed) break;
        }
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
}
