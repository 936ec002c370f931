// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IStatusRegistry} from "../../contracts/IStatusRegistry.sol";
import {Network} from "./Network.sol";

/// @notice Signed calls to the StatusRegistry.
abstract contract StatusCalls is Network {
    string private constant CHANGE_TYPE =
        "Change(uint32 list,uint32 word,uint256 revoke,uint256 suspend,uint256 reinstate)";

    function setStatusHash(
        address authority,
        IStatusRegistry.Change[] memory changes,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        bytes memory hashes;
        for (uint256 i = 0; i < changes.length; ++i) {
            bytes32 hash = keccak256(abi.encode(keccak256(bytes(CHANGE_TYPE)), changes[i]));
            hashes = bytes.concat(hashes, hash);
        }
        bytes32 typeHash = keccak256(
            abi.encodePacked(
                "SetStatus(address authority,Change[] changes,uint256 nonce,uint256 deadline)", CHANGE_TYPE
            )
        );
        return keccak256(abi.encode(typeHash, authority, keccak256(hashes), nonce, deadline));
    }

    function setStatusCall(address authority, IStatusRegistry.Change[] memory changes, Signing memory signing)
        internal
        view
        returns (bytes memory)
    {
        bytes32 structHash = setStatusHash(authority, changes, signing.nonce, signing.deadline);
        return abi.encodeCall(
            IStatusRegistry.setStatus,
            (
                authority,
                changes,
                signing.nonce,
                signing.deadline,
                block.chainid,
                signAs(signing.key, "Eslabon StatusRegistry", address(statuses), structHash)
            )
        );
    }

    function one(uint32 list, uint32 word, uint256 revoke, uint256 suspend, uint256 reinstate)
        internal
        pure
        returns (IStatusRegistry.Change[] memory changes)
    {
        changes = new IStatusRegistry.Change[](1);
        changes[0] = IStatusRegistry.Change(list, word, revoke, suspend, reinstate);
    }

    function set(address authority, IStatusRegistry.Change[] memory changes) internal {
        uint256 key = authority == pe ? peKey : mxKey;
        send(address(statuses), setStatusCall(authority, changes, by(key, statuses)));
    }

    function refuse(address authority, IStatusRegistry.Change[] memory changes, bytes memory expected)
        internal
    {
        sendRefused(address(statuses), setStatusCall(authority, changes, by(peKey, statuses)), expected);
    }

    function assertWords(address authority, uint32 list, uint32 word, uint256 revoked, uint256 suspended)
        internal
        view
    {
        (uint256 revokedNow, uint256 suspendedNow) = statuses.wordsOf(authority, list, word);
        assertEq(revokedNow, revoked, "revoked word");
        assertEq(suspendedNow, suspended, "suspended word");
    }

    function assertHead(address authority, uint32 list, IStatusRegistry.Head memory expected) internal view {
        (uint64 version, uint40 updatedAt, uint32 revokedCount, uint32 suspendedCount) =
            statuses.headOf(authority, list);
        assertEq(version, expected.version, "version");
        assertEq(updatedAt, expected.updatedAt, "updatedAt");
        assertEq(revokedCount, expected.revokedCount, "revokedCount");
        assertEq(suspendedCount, expected.suspendedCount, "suspendedCount");
    }
}
