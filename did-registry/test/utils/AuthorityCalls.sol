// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAuthorityRegistry} from "../../contracts/IAuthorityRegistry.sol";
import {Network} from "./Network.sol";

/// @notice Signed calls to the AuthorityRegistry.
abstract contract AuthorityCalls is Network {
    struct Motion {
        IAuthorityRegistry.Action action;
        bytes2 country;
        address subject;
        uint40 expiresAt;
        bytes32 salt;
    }

    function approveCall(address member, Motion memory motion, Signing memory signing)
        internal
        view
        returns (bytes memory)
    {
        bytes memory fields = abi.encode(
            member,
            motion.action,
            motion.country,
            motion.subject,
            motion.expiresAt,
            motion.salt,
            signing.nonce,
            signing.deadline
        );
        bytes32 typeHash = keccak256(
            "Approve(address member,uint8 action,bytes2 country,address subject,uint40 expiresAt,bytes32 salt,uint256 nonce,uint256 deadline)"
        );
        bytes memory signature = signAs(
            signing.key,
            "Eslabon AuthorityRegistry",
            address(authorities),
            keccak256(bytes.concat(typeHash, fields))
        );
        return approveCalldata(member, motion, signing, signature);
    }

    function approveCalldata(
        address member,
        Motion memory motion,
        Signing memory signing,
        bytes memory signature
    ) internal view returns (bytes memory) {
        return abi.encodeCall(
            IAuthorityRegistry.approve,
            (
                member,
                motion.action,
                motion.country,
                motion.subject,
                motion.expiresAt,
                motion.salt,
                signing.nonce,
                signing.deadline,
                block.chainid,
                signature
            )
        );
    }

    function attestKeysCall(
        address authority,
        bytes memory keySet,
        uint64 changedBlock,
        Signing memory signing
    ) internal view returns (bytes memory) {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "AttestKeys(address authority,bytes32 keySetHash,uint64 changedBlock,uint256 nonce,uint256 deadline)"
                ),
                authority,
                keccak256(keySet),
                changedBlock,
                signing.nonce,
                signing.deadline
            )
        );
        return abi.encodeCall(
            IAuthorityRegistry.attestKeys,
            (
                authority,
                keySet,
                changedBlock,
                signing.nonce,
                signing.deadline,
                block.chainid,
                signAs(signing.key, "Eslabon AuthorityRegistry", address(authorities), structHash)
            )
        );
    }

    /// @dev Approval of `motion` by the identity of `key`, sent by a stranger.
    function approveBy(uint256 key, Motion memory motion) internal returns (bool executed) {
        bytes memory call = approveCall(vm.addr(key), motion, by(key, authorities));
        return abi.decode(send(address(authorities), call), (bool));
    }

    function admission(bytes2 country, address did) internal view returns (Motion memory) {
        return Motion(IAuthorityRegistry.Action.Admit, country, did, uint40(block.timestamp + 1 days), 0);
    }

    function replacement(bytes2 country, address did) internal view returns (Motion memory) {
        return Motion(IAuthorityRegistry.Action.Replace, country, did, uint40(block.timestamp + 1 days), 0);
    }

    function removal(bytes2 country, address did) internal view returns (Motion memory) {
        return Motion(IAuthorityRegistry.Action.Remove, country, did, uint40(block.timestamp + 1 days), 0);
    }

    function succession(address registry) internal view returns (Motion memory) {
        return Motion(IAuthorityRegistry.Action.Succeed, 0, registry, uint40(block.timestamp + 1 days), 0);
    }

    function idOf(Motion memory motion) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(motion.action, motion.country, motion.subject, motion.expiresAt, motion.salt)
            );
    }

    function refuseApproval(uint256 key, Motion memory motion, bytes memory expected) internal {
        bytes memory call = approveCall(vm.addr(key), motion, by(key, authorities));
        sendRefused(address(authorities), call, expected);
    }

    function notMember(address did) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IAuthorityRegistry.NotMember.selector, did);
    }

    function decide(Motion memory motion) internal {
        approveBy(peKey, motion);
        assertTrue(approveBy(coKey, motion), "decided");
    }

    /// @dev Admits with the approvals of PE, MX and CO, whatever the majority needs of them.
    function admit(bytes2 country, string memory name) internal {
        Motion memory motion = admission(country, vm.addr(keyOf(name)));
        assertTrue(
            approveBy(peKey, motion) || approveBy(mxKey, motion) || approveBy(coKey, motion), "admitted"
        );
    }
}
