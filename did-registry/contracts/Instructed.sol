// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IEthereumDIDRegistry} from "./IEthereumDIDRegistry.sol";
import {IInstructed} from "./IInstructed.sol";

/**
 * @title Instructed
 * @notice Base of the registries: accepts EIP-712 instructions signed by the acting authority.
 * @dev Storage: slots 0 and 1 are the fallback strings of {EIP712}, empty for ever because name and version are short;
 * slot 2 holds the nonces. The domain binds chain id and contract address, so an instruction cannot be replayed on
 * another registry or chain. Each registry splits an instruction in two: the external function checks who signed, an
 * internal one of the same name checks what the authority may do and does it.
 */
abstract contract Instructed is IInstructed, EIP712 {
    IEthereumDIDRegistry internal immutable _erc1056;

    mapping(address authority => uint256) private _nonces;

    constructor(address erc1056_) {
        _requireContract(erc1056_);
        _erc1056 = IEthereumDIDRegistry(erc1056_);
    }

    /// @inheritdoc IInstructed
    function nonceOf(address authority) external view returns (uint256) {
        return _nonces[authority];
    }

    /// @inheritdoc IInstructed
    function erc1056() external view returns (address) {
        return address(_erc1056);
    }

    /**
     * @dev Checks that `authority` signed the instruction and consumes its nonce. Says nothing on whether the authority
     * is admitted: the caller must check that. Nonces are strictly sequential, therefore instructions take effect in
     * the order in which they were signed, whoever submits them.
     */
    function _useInstruction(
        address authority,
        bytes32 structHash,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) internal {
        // Not signed by itself: the domain is. Said beside it only so that a mistake has its own name.
        if (chainId != block.chainid) revert InstructionWrongChain(block.chainid, chainId);
        if (block.timestamp > deadline) {
            revert InstructionExpired(deadline, block.timestamp);
        }
        uint256 expected = _nonces[authority];
        if (nonce != expected) revert InstructionNonce(authority, expected, nonce);

        address signer = _recover(_hashTypedDataV4(structHash), signature);
        if (!_maySign(authority, signer)) revert SignerNotAuthorized(authority, signer);

        unchecked {
            _nonces[authority] = expected + 1;
        }
        emit InstructionUsed(authority, nonce);
    }

    /**
     * @dev Whether `signer` may sign for `authority`: its current ERC-1056 owner. Changing the owner invalidates every
     * instruction that the former owner signed and that was not yet submitted.
     */
    function _maySign(address authority, address signer) internal view virtual returns (bool) {
        return signer == _erc1056.identityOwner(authority);
    }

    /// @dev Reverts unless there is code at `account`; a call to an empty account would fail without a reason.
    function _requireContract(address account) internal view {
        if (account.code.length == 0) revert NotAContract(account);
    }

    function _recover(bytes32 digest, bytes calldata signature) private pure returns (address) {
        (address signer, ECDSA.RecoverError failure,) = ECDSA.tryRecover(digest, signature);
        if (failure == ECDSA.RecoverError.InvalidSignatureS) revert SignatureHighS();
        if (failure != ECDSA.RecoverError.NoError) revert SignatureMalformed();
        return signer;
    }
}
