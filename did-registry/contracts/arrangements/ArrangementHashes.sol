// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IArrangementRegistry} from "../IArrangementRegistry.sol";

/// @title ArrangementHashes
/// @notice EIP-712 struct hashes of the instructions to {IArrangementRegistry}.
library ArrangementHashes {
    bytes32 private constant TERMS_TYPEHASH = keccak256(
        "Terms(bytes32 label,bytes32 textDigest,uint8 certificateTypes,uint32 roles,uint40 validFrom,uint40 validUntil,uint32 ttl,uint32 exp,bytes2[] parties)"
    );
    bytes32 private constant PROPOSE_TYPEHASH = keccak256(
        "Propose(address authority,uint32 arrangement,Terms terms,uint256 nonce,uint256 deadline)Terms(bytes32 label,bytes32 textDigest,uint8 certificateTypes,uint32 roles,uint40 validFrom,uint40 validUntil,uint32 ttl,uint32 exp,bytes2[] parties)"
    );
    bytes32 private constant ACCEDE_TYPEHASH = keccak256(
        "Accede(address authority,uint32 arrangement,uint16 version,uint40 from,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant WITHDRAW_TYPEHASH = keccak256(
        "Withdraw(address authority,uint32 arrangement,uint40 until,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant SUSPEND_TYPEHASH = keccak256(
        "Suspend(address authority,uint32 arrangement,bytes2 against,uint40 from,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant RESUME_TYPEHASH = keccak256(
        "Resume(address authority,uint32 arrangement,bytes2 against,uint40 until,uint256 nonce,uint256 deadline)"
    );

    function propose(
        address authority,
        uint32 arrangement,
        IArrangementRegistry.Terms calldata terms,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(PROPOSE_TYPEHASH, authority, arrangement, _terms(terms), nonce, deadline));
    }

    function accede(
        address authority,
        uint32 arrangement,
        uint16 version,
        uint40 from,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(ACCEDE_TYPEHASH, authority, arrangement, version, from, nonce, deadline));
    }

    function withdraw(address authority, uint32 arrangement, uint40 until, uint256 nonce, uint256 deadline)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(WITHDRAW_TYPEHASH, authority, arrangement, until, nonce, deadline));
    }

    function suspend(
        address authority,
        uint32 arrangement,
        bytes2 against,
        uint40 from,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(SUSPEND_TYPEHASH, authority, arrangement, against, from, nonce, deadline));
    }

    function resume(
        address authority,
        uint32 arrangement,
        bytes2 against,
        uint40 until,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(RESUME_TYPEHASH, authority, arrangement, against, until, nonce, deadline));
    }

    function _terms(IArrangementRegistry.Terms calldata terms) private pure returns (bytes32) {
        return keccak256(
            abi.encode(
                TERMS_TYPEHASH,
                terms.label,
                terms.textDigest,
                terms.certificateTypes,
                terms.roles,
                terms.validFrom,
                terms.validUntil,
                terms.ttl,
                terms.exp,
                keccak256(abi.encodePacked(terms.parties))
            )
        );
    }
}
