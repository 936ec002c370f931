// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IInstructed} from "../contracts/IInstructed.sol";
import {IStatusRegistry} from "../contracts/IStatusRegistry.sol";
import {StatusRegistry} from "../contracts/StatusRegistry.sol";
import {StatusCalls} from "./utils/StatusCalls.sol";

/// @notice What holds for every instruction, shown with setStatus.
contract InstructedTest is StatusCalls {
    uint256 private constant CURVE_ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    function test_accepts_until_the_deadline_and_not_after() public {
        Signing memory signing = by(peKey, statuses);
        bytes memory call = setStatusCall(pe, change(), signing);
        vm.warp(signing.deadline + 1);
        sendRefused(
            address(statuses),
            call,
            abi.encodeWithSelector(
                IInstructed.InstructionExpired.selector, signing.deadline, signing.deadline + 1
            )
        );
        vm.warp(signing.deadline);
        send(address(statuses), call);
    }

    function test_refuses_a_replay() public {
        bytes memory call = setStatusCall(pe, change(), by(peKey, statuses));
        send(address(statuses), call);
        sendRefused(
            address(statuses), call, abi.encodeWithSelector(IInstructed.InstructionNonce.selector, pe, 1, 0)
        );
    }

    function test_refuses_to_skip_a_nonce() public {
        Signing memory signing = by(peKey, statuses);
        signing.nonce = 1;
        sendRefused(
            address(statuses),
            setStatusCall(pe, change(), signing),
            abi.encodeWithSelector(IInstructed.InstructionNonce.selector, pe, 0, 1)
        );
    }

    function test_refuses_another_signer() public {
        sendRefused(
            address(statuses),
            setStatusCall(pe, change(), byFor(mxKey, pe, statuses)),
            abi.encodeWithSelector(IInstructed.SignerNotAuthorized.selector, pe, mx)
        );
    }

    function test_refuses_a_signature_with_high_s() public {
        (bytes32 r, bytes32 s, uint8 v) = signature(peKey);
        uint8 otherV = v == 27 ? 28 : 27;
        bytes memory highS = abi.encodePacked(r, bytes32(CURVE_ORDER - uint256(s)), otherV);
        refuseSignature(highS, abi.encodeWithSelector(IInstructed.SignatureHighS.selector));
    }

    function test_refuses_malformed_signatures() public {
        (bytes32 r, bytes32 s, uint8 v) = signature(peKey);
        bytes memory malformed = abi.encodeWithSelector(IInstructed.SignatureMalformed.selector);
        refuseSignature("", malformed);
        refuseSignature(abi.encodePacked(r, s), malformed);
        refuseSignature(abi.encodePacked(r, s, v, uint8(0)), malformed);
        refuseSignature(abi.encodePacked(r, s, v - 27), malformed);
        refuseSignature(abi.encodePacked(r, s, uint8(29)), malformed);
        refuseSignature(abi.encodePacked(bytes32(0), s, v), malformed);
        refuseSignature(abi.encodePacked(r, bytes32(0), v), malformed);
    }

    function test_refuses_the_domain_of_another_contract_with_the_same_name() public {
        StatusRegistry other = new StatusRegistry(address(stock), address(authorities));
        bytes memory call = setStatusCall(pe, change(), by(peKey, statuses));
        assertRefusedSigner(address(other), call);
        send(address(statuses), call);
    }

    function test_refuses_the_domain_of_another_registry() public {
        Signing memory signing = by(peKey, statuses);
        bytes32 structHash = setStatusHash(pe, change(), signing.nonce, signing.deadline);
        bytes memory foreign = signAs(peKey, "Eslabon AuthorityRegistry", address(statuses), structHash);
        assertRefusedSigner(
            address(statuses),
            abi.encodeCall(
                IStatusRegistry.setStatus,
                (pe, change(), signing.nonce, signing.deadline, block.chainid, foreign)
            )
        );
    }

    function test_refuses_an_instruction_signed_for_another_chain() public {
        bytes memory call = setStatusCall(pe, change(), by(peKey, statuses));
        vm.chainId(648541);
        sendRefused(
            address(statuses),
            call,
            abi.encodeWithSelector(IInstructed.InstructionWrongChain.selector, 648541, 648540)
        );
        // On a fork of the chain the domain follows the chain id.
        send(address(statuses), setStatusCall(pe, change(), by(peKey, statuses)));
    }

    /// @dev The chain id beside the signature only names the mistake; the one in the domain cannot be exchanged.
    function test_refuses_a_foreign_instruction_that_claims_to_be_of_this_chain() public {
        bytes memory call = setStatusCall(pe, change(), by(peKey, statuses));
        vm.chainId(648541);
        // The chain id is the fifth argument.
        bytes32 here = bytes32(uint256(648541));
        for (uint256 i = 0; i < 32; ++i) {
            call[4 + 4 * 32 + i] = here[i];
        }
        assertRefusedSigner(address(statuses), call);
    }

    /// @dev Relays append the node address and expiry (64 bytes), or the sender (20 bytes).
    function test_ignores_bytes_that_a_relay_appends() public {
        bytes memory call = setStatusCall(pe, change(), by(peKey, statuses));
        send(address(statuses), bytes.concat(call, abi.encode(stranger, block.timestamp + 60)));
        call = setStatusCall(pe, change(), by(peKey, statuses));
        send(address(statuses), abi.encodePacked(call, stranger));
        assertEq(statuses.nonceOf(pe), 2, "nonce");
    }

    function test_owner_that_gives_itself_up_lets_the_first_key_act_again() public {
        vm.prank(pe);
        stock.changeOwner(pe, stranger);
        vm.prank(stranger);
        stock.changeOwner(pe, address(0));
        send(address(statuses), setStatusCall(pe, change(), by(peKey, statuses)));
    }

    function test_publishes_its_domain() public view {
        (, string memory name, string memory version, uint256 chainId, address verifyingContract,,) =
            statuses.eip712Domain();
        assertEq(bytes(name), "Eslabon StatusRegistry", "name");
        assertEq(bytes(version), "1", "version");
        assertEq(chainId, 648540, "chainId");
        assertEq(verifyingContract, address(statuses), "verifyingContract");
    }

    /// @dev Any altered field recovers some other signer.
    function testFuzz_refuses_fields_that_were_not_signed(uint32 list, uint256 revoke) public {
        IStatusRegistry.Change[] memory signed = change();
        vm.assume(list != signed[0].list || revoke != signed[0].revoke);
        Signing memory signing = by(peKey, statuses);
        bytes32 structHash = setStatusHash(pe, signed, signing.nonce, signing.deadline);
        bytes memory valid = signAs(peKey, "Eslabon StatusRegistry", address(statuses), structHash);
        signed[0].list = list;
        signed[0].revoke = revoke;
        assertRefusedSigner(
            address(statuses),
            abi.encodeCall(
                IStatusRegistry.setStatus, (pe, signed, signing.nonce, signing.deadline, block.chainid, valid)
            )
        );
    }

    function change() private pure returns (IStatusRegistry.Change[] memory changes) {
        changes = new IStatusRegistry.Change[](1);
        changes[0] = IStatusRegistry.Change(1, 0, 1, 0, 0);
    }

    function signature(uint256 key) private view returns (bytes32 r, bytes32 s, uint8 v) {
        Signing memory signing = by(key, statuses);
        bytes32 structHash = setStatusHash(pe, change(), signing.nonce, signing.deadline);
        (v, r, s) = vm.sign(key, digestOf("Eslabon StatusRegistry", address(statuses), structHash));
    }

    function refuseSignature(bytes memory given, bytes memory expected) private {
        Signing memory signing = by(peKey, statuses);
        sendRefused(
            address(statuses),
            abi.encodeCall(
                IStatusRegistry.setStatus,
                (pe, change(), signing.nonce, signing.deadline, block.chainid, given)
            ),
            expected
        );
    }

    /// @dev The recovered address is arbitrary; the selector and the authority are not.
    function assertRefusedSigner(address registry, bytes memory call) private {
        vm.prank(CARRIER);
        (bool success, bytes memory reason) = registry.call(call);
        assertFalse(success, "accepted");
        assertEq(reason.length, 68, "length of the reason");
        (bytes4 selector, address authority) =
            (bytes4(reason), address(uint160(uint256(bytes32(slice(reason, 4))))));
        assertEq(bytes32(selector), bytes32(IInstructed.SignerNotAuthorized.selector), "selector");
        assertEq(authority, pe, "authority");
    }

    function slice(bytes memory data, uint256 offset) private pure returns (bytes memory word) {
        word = new bytes(32);
        for (uint256 i = 0; i < 32; ++i) {
            word[i] = data[offset + i];
        }
    }
}
