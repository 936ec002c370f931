// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/**
 * @title IEthereumDIDRegistry
 * @notice The read functions of the stock ERC-1056 registry that the contracts here depend on.
 * @dev Only the functions called on chain are declared; the full ABI is taken from the npm package. The stock registry
 * signs its `...Signed` calls without a chain id: deploy it at an address used on no other chain, and never reuse the
 * key of an authority on another chain.
 */
interface IEthereumDIDRegistry {
    /**
     * @notice Address whose key controls `identity`: the identity itself until its owner was changed.
     * @dev An owner changed to the zero address reads as the identity again, so the first key can act again.
     */
    function identityOwner(address identity) external view returns (address);

    /// @notice Whether `delegate` is at present a delegate of `delegateType` for `identity`.
    function validDelegate(address identity, bytes32 delegateType, address delegate)
        external
        view
        returns (bool);

    /// @notice Block of the latest change (owner, delegate or attribute) of `identity`; 0 if there was none.
    function changed(address identity) external view returns (uint256);
}
