// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IArrangementRegistry} from "../../contracts/IArrangementRegistry.sol";
import {Network} from "./Network.sol";

/// @notice Signed calls to the ArrangementRegistry.
abstract contract ArrangementCalls is Network {
    string private constant TERMS_TYPE =
        "Terms(bytes32 label,bytes32 textDigest,uint8 certificateTypes,uint32 roles,uint40 validFrom,uint40 validUntil,uint32 ttl,uint32 exp,bytes2[] parties)";

    function proposeCall(
        address authority,
        uint32 arrangement,
        IArrangementRegistry.Terms memory terms,
        Signing memory signing
    ) internal view returns (bytes memory) {
        bytes32 typeHash = keccak256(
            abi.encodePacked(
                "Propose(address authority,uint32 arrangement,Terms terms,uint256 nonce,uint256 deadline)",
                TERMS_TYPE
            )
        );
        bytes32 structHash = keccak256(
            abi.encode(typeHash, authority, arrangement, termsHash(terms), signing.nonce, signing.deadline)
        );
        return abi.encodeCall(
            IArrangementRegistry.propose,
            (
                authority,
                arrangement,
                terms,
                signing.nonce,
                signing.deadline,
                block.chainid,
                signForArrangements(signing.key, structHash)
            )
        );
    }

    function termsHash(IArrangementRegistry.Terms memory terms) internal pure returns (bytes32) {
        bytes memory parties;
        for (uint256 i = 0; i < terms.parties.length; ++i) {
            parties = bytes.concat(parties, bytes32(terms.parties[i]));
        }
        bytes memory head = abi.encode(
            keccak256(bytes(TERMS_TYPE)), terms.label, terms.textDigest, terms.certificateTypes, terms.roles
        );
        bytes memory tail =
            abi.encode(terms.validFrom, terms.validUntil, terms.ttl, terms.exp, keccak256(parties));
        return keccak256(bytes.concat(head, tail));
    }

    function accedeCall(
        address authority,
        uint32 arrangement,
        uint16 version,
        uint40 from,
        Signing memory signing
    ) internal view returns (bytes memory) {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "Accede(address authority,uint32 arrangement,uint16 version,uint40 from,uint256 nonce,uint256 deadline)"
                ),
                authority,
                arrangement,
                version,
                from,
                signing.nonce,
                signing.deadline
            )
        );
        bytes memory signature = signForArrangements(signing.key, structHash);
        return abi.encodeCall(
            IArrangementRegistry.accede,
            (authority, arrangement, version, from, signing.nonce, signing.deadline, block.chainid, signature)
        );
    }

    function withdrawCall(address authority, uint32 arrangement, uint40 until, Signing memory signing)
        internal
        view
        returns (bytes memory)
    {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "Withdraw(address authority,uint32 arrangement,uint40 until,uint256 nonce,uint256 deadline)"
                ),
                authority,
                arrangement,
                until,
                signing.nonce,
                signing.deadline
            )
        );
        bytes memory signature = signForArrangements(signing.key, structHash);
        return abi.encodeCall(
            IArrangementRegistry.withdraw,
            (authority, arrangement, until, signing.nonce, signing.deadline, block.chainid, signature)
        );
    }

    function suspendCall(
        address authority,
        uint32 arrangement,
        bytes2 against,
        uint40 from,
        Signing memory signing
    ) internal view returns (bytes memory) {
        bytes memory signature = signForArrangements(
            signing.key, recognitionHash("Suspend", "from", authority, arrangement, against, from, signing)
        );
        return abi.encodeCall(
            IArrangementRegistry.suspend,
            (authority, arrangement, against, from, signing.nonce, signing.deadline, block.chainid, signature)
        );
    }

    function resumeCall(
        address authority,
        uint32 arrangement,
        bytes2 against,
        uint40 until,
        Signing memory signing
    ) internal view returns (bytes memory) {
        bytes memory signature = signForArrangements(
            signing.key, recognitionHash("Resume", "until", authority, arrangement, against, until, signing)
        );
        return abi.encodeCall(
            IArrangementRegistry.resume,
            (
                authority,
                arrangement,
                against,
                until,
                signing.nonce,
                signing.deadline,
                block.chainid,
                signature
            )
        );
    }

    function recognitionHash(
        string memory typeName,
        string memory instantName,
        address authority,
        uint32 arrangement,
        bytes2 against,
        uint40 instant,
        Signing memory signing
    ) private pure returns (bytes32) {
        bytes memory typeText = abi.encodePacked(
            typeName,
            "(address authority,uint32 arrangement,bytes2 against,uint40 ",
            instantName,
            ",uint256 nonce,uint256 deadline)"
        );
        bytes memory fields =
            abi.encode(authority, arrangement, against, instant, signing.nonce, signing.deadline);
        return keccak256(bytes.concat(keccak256(typeText), fields));
    }

    function signForArrangements(uint256 key, bytes32 structHash) private view returns (bytes memory) {
        return signAs(key, "Eslabon ArrangementRegistry", address(arrangements), structHash);
    }

    /// @dev Terms among CO, MX and PE: security and full, importers and exporters, in force from the start on.
    function someTerms() internal pure returns (IArrangementRegistry.Terms memory terms) {
        bytes2[] memory parties = new bytes2[](3);
        (parties[0], parties[1], parties[2]) = ("CO", "MX", "PE");
        terms = IArrangementRegistry.Terms({
            label: "Pacific",
            textDigest: sha256("text"),
            certificateTypes: 5,
            roles: 3,
            validFrom: START - 365 days,
            validUntil: 0,
            ttl: 1 days,
            exp: 7 days,
            parties: parties
        });
    }

    function propose(uint256 key, uint32 arrangement, IArrangementRegistry.Terms memory terms)
        internal
        returns (uint32 id, uint16 version)
    {
        bytes memory call = proposeCall(vm.addr(key), arrangement, terms, by(key, arrangements));
        return abi.decode(send(address(arrangements), call), (uint32, uint16));
    }

    function accede(uint256 key, uint32 arrangement, uint16 version, uint40 from) internal {
        bytes memory call = accedeCall(vm.addr(key), arrangement, version, from, by(key, arrangements));
        send(address(arrangements), call);
    }

    function withdraw(uint256 key, uint32 arrangement, uint40 until) internal {
        bytes memory call = withdrawCall(vm.addr(key), arrangement, until, by(key, arrangements));
        send(address(arrangements), call);
    }

    function suspend(uint256 key, uint32 arrangement, bytes2 against, uint40 from) internal {
        bytes memory call = suspendCall(vm.addr(key), arrangement, against, from, by(key, arrangements));
        send(address(arrangements), call);
    }

    function resume(uint256 key, uint32 arrangement, bytes2 against, uint40 until) internal {
        bytes memory call = resumeCall(vm.addr(key), arrangement, against, until, by(key, arrangements));
        send(address(arrangements), call);
    }

    function refuse(bytes memory call, bytes memory expected) internal {
        sendRefused(address(arrangements), call, expected);
    }
}
