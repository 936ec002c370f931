// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAuthorityRegistry} from "../contracts/IAuthorityRegistry.sol";
import {IInstructed} from "../contracts/IInstructed.sol";
import {AuthorityCalls} from "./utils/AuthorityCalls.sol";

contract KeyAttestationTest is AuthorityCalls {
    function test_attests_an_identity_that_never_changed() public {
        send(address(authorities), attestKeysCall(pe, "", 0, by(peKey, authorities)));
        assertEq(authorities.recordOf(pe).keySetHash, keccak256(""), "keySetHash");
    }

    function test_attests_the_block_of_the_latest_change() public {
        changeAt(1234);
        vm.roll(1240);
        bytes memory call = attestKeysCall(pe, "keys of PE", 1234, by(peKey, authorities));
        expectEvent(address(authorities));
        emit IAuthorityRegistry.KeysAttested(pe, keccak256("keys of PE"), 1234, "keys of PE");
        send(address(authorities), call);
        IAuthorityRegistry.Record memory record = authorities.recordOf(pe);
        assertEq(record.keySetHash, keccak256("keys of PE"), "keySetHash");
        assertEq(record.keySetBlock, 1234, "keySetBlock");
        assertEq(record.admittedAt, START, "admittedAt");
        assertEq(bytes32(record.country), bytes32("PE"), "country");
        assertEq(authorities.nonceOf(pe), 1, "nonce");
    }

    function test_refuses_a_block_that_is_not_the_latest_change() public {
        changeAt(1234);
        changeAt(1235);
        vm.roll(1236);
        refuse(
            attestKeysCall(pe, "keys", 1234, by(peKey, authorities)),
            abi.encodeWithSelector(IAuthorityRegistry.KeySetStale.selector, 1234, 1235)
        );
        refuse(
            attestKeysCall(pe, "keys", 1236, by(peKey, authorities)),
            abi.encodeWithSelector(IAuthorityRegistry.KeySetStale.selector, 1236, 1235)
        );
    }

    function test_refuses_keys_that_changed_in_the_same_block() public {
        changeAt(1234);
        bytes memory call = attestKeysCall(pe, "keys", 1234, by(peKey, authorities));
        refuse(call, abi.encodeWithSelector(IAuthorityRegistry.KeysChangedInThisBlock.selector, 1234));
        vm.roll(1235);
        send(address(authorities), call);
        assertEq(authorities.recordOf(pe).keySetBlock, 1234, "keySetBlock");
    }

    /// The hazard: after a further change, the block of the attested keys must not be the latest one.
    function testFuzz_every_change_after_an_attestation_moves_erc1056_past_it(uint8 wait, uint8 further)
        public
    {
        changeAt(1234);
        vm.roll(1234 + uint256(wait));
        bytes memory call = attestKeysCall(pe, "keys", 1234, by(peKey, authorities));
        (bool accepted,) = address(authorities).call(call);
        assertTrue(accepted == (wait > 0), "accepted");
        changeAt(1234 + uint256(wait) + uint256(further));
        assertTrue(stock.changed(pe) != authorities.recordOf(pe).keySetBlock, "stale keys look current");
    }

    function test_refuses_a_key_set_above_8192_bytes() public {
        send(address(authorities), attestKeysCall(pe, new bytes(8192), 0, by(peKey, authorities)));
        refuse(
            attestKeysCall(pe, new bytes(8193), 0, by(peKey, authorities)),
            abi.encodeWithSelector(IAuthorityRegistry.KeySetTooLarge.selector, 8193, 8192)
        );
    }

    function test_refuses_who_is_not_a_member_or_not_the_owner() public {
        refuse(
            attestKeysCall(stranger, "keys", 0, by(strangerKey, authorities)),
            abi.encodeWithSelector(IAuthorityRegistry.NotMember.selector, stranger)
        );
        refuse(
            attestKeysCall(pe, "keys", 0, byFor(mxKey, pe, authorities)),
            abi.encodeWithSelector(IInstructed.SignerNotAuthorized.selector, pe, mx)
        );
    }

    function test_refuses_a_key_set_other_than_the_signed_one() public {
        Signing memory signing = by(peKey, authorities);
        bytes memory call = attestKeysCall(pe, "keys", 0, signing);
        bytes memory altered = call;
        // The key set is the last word but four: before it its length, after it length and three words of signature.
        altered[altered.length - 5 * 32] = "K";
        (bool success,) = address(authorities).call(altered);
        assertFalse(success, "accepted");
        assertEq(authorities.recordOf(pe).keySetHash, bytes32(0), "keySetHash");
    }

    function test_removed_authority_keeps_its_last_attestation_and_makes_no_other() public {
        send(address(authorities), attestKeysCall(mx, "keys", 0, by(mxKey, authorities)));
        Motion memory motion = removal("MX", mx);
        approveBy(peKey, motion);
        approveBy(coKey, motion);
        refuse(
            attestKeysCall(mx, "others", 0, by(mxKey, authorities)),
            abi.encodeWithSelector(IAuthorityRegistry.NotMember.selector, mx)
        );
        assertEq(authorities.recordOf(mx).keySetHash, keccak256("keys"), "keySetHash");
    }

    function changeAt(uint256 blockNumber) private {
        vm.roll(blockNumber);
        vm.prank(pe);
        stock.setAttribute(pe, "did/pub/Secp256k1/veriKey/hex", "key", 1 days);
    }

    function refuse(bytes memory call, bytes memory expected) private {
        sendRefused(address(authorities), call, expected);
    }
}
