// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/**
 * @title IInstructed
 * @notice What every registry shares: each change is an EIP-712 instruction signed by the authority that acts.
 * @dev `msg.sender` carries no meaning in these contracts. Anybody may submit a signed instruction, so relays of any
 * kind can carry it; bytes that a relay appends to the calldata are ignored.
 */
interface IInstructed {
    /// @dev The instruction says that it is for chain `given`, and this is chain `chainId`.
    error InstructionWrongChain(uint256 chainId, uint256 given);

    /// @dev The instruction was submitted after its `deadline` (unix seconds).
    error InstructionExpired(uint256 deadline, uint256 nowTime);

    /// @dev The instruction does not carry the next nonce of `authority`: it was used before, or others come first.
    error InstructionNonce(address authority, uint256 expected, uint256 given);

    /// @dev The signature is not 65 bytes r, s, v with v 27 or 28, or no key can be recovered from it.
    error SignatureMalformed();

    /// @dev The signature has its `s` in the upper half of the curve order and would be malleable.
    error SignatureHighS();

    /// @dev `signer` may not act for `authority`: it is neither its ERC-1056 owner nor an accepted delegate. Any change
    /// to the signed fields, the domain or the nonce also ends here, with an arbitrary `signer`.
    error SignerNotAuthorized(address authority, address signer);

    /// @dev A constructor argument that must be a contract has no code.
    error NotAContract(address given);

    /// @notice `authority` spent `nonce`; emitted once per accepted instruction.
    /// @dev With it the nonces, and so the whole storage, can be rebuilt from logs alone.
    event InstructionUsed(address indexed authority, uint256 nonce);

    /// @notice Nonce that the next instruction of `authority` to this contract must carry.
    /// @dev Every registry counts for itself.
    function nonceOf(address authority) external view returns (uint256);

    /// @notice ERC-1056 registry that says who controls an authority's DID.
    function erc1056() external view returns (address);
}
