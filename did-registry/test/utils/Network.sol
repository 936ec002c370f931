// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ArrangementRegistry} from "../../contracts/ArrangementRegistry.sol";
import {AuthorityRegistry} from "../../contracts/AuthorityRegistry.sol";
import {IAuthorityRegistry} from "../../contracts/IAuthorityRegistry.sol";
import {IInstructed} from "../../contracts/IInstructed.sol";
import {StatusRegistry} from "../../contracts/StatusRegistry.sol";
import {IStockRegistry, StockRegistry} from "./StockRegistry.sol";
import {TestBase} from "./TestBase.sol";

/**
 * @notice All contracts with the founders PE, MX and CO, and what is needed to sign instructions to them.
 * @dev Tests put digests together from the texts of the EIP-712 types, not with the contracts' own code.
 */
abstract contract Network is TestBase {
    /// @dev The part that all instructions share.
    struct Signing {
        uint256 key;
        uint256 nonce;
        uint256 deadline;
    }

    uint40 internal constant START = 1_700_000_000;

    IStockRegistry internal stock;
    AuthorityRegistry internal authorities;
    ArrangementRegistry internal arrangements;
    StatusRegistry internal statuses;

    uint256 internal peKey = keyOf("PE");
    uint256 internal mxKey = keyOf("MX");
    uint256 internal coKey = keyOf("CO");
    uint256 internal strangerKey = keyOf("stranger");
    address internal pe = vm.addr(peKey);
    address internal mx = vm.addr(mxKey);
    address internal co = vm.addr(coKey);
    address internal stranger = vm.addr(strangerKey);

    function setUp() public virtual {
        vm.warp(START);
        vm.roll(1000);
        vm.chainId(648540);
        stock = StockRegistry.deploy(vm);
        IAuthorityRegistry.Founder[] memory founders = new IAuthorityRegistry.Founder[](3);
        founders[0] = IAuthorityRegistry.Founder("PE", pe);
        founders[1] = IAuthorityRegistry.Founder("MX", mx);
        founders[2] = IAuthorityRegistry.Founder("CO", co);
        authorities = new AuthorityRegistry(address(stock), founders);
        arrangements = new ArrangementRegistry(address(stock), address(authorities));
        statuses = new StatusRegistry(address(stock), address(authorities));
    }

    /// @dev The next instruction to `registry` in the name of the identity of `key`, signed by that key.
    function by(uint256 key, IInstructed registry) internal view returns (Signing memory) {
        return Signing(key, registry.nonceOf(vm.addr(key)), block.timestamp + 1 hours);
    }

    /// @dev The same for an identity whose own key does not sign.
    function byFor(uint256 key, address authority, IInstructed registry)
        internal
        view
        returns (Signing memory)
    {
        return Signing(key, registry.nonceOf(authority), block.timestamp + 1 hours);
    }

    function digestOf(string memory name, address registry, bytes32 structHash)
        internal
        view
        returns (bytes32)
    {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256(bytes(name)),
                keccak256("1"),
                block.chainid,
                registry
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    function signAs(uint256 key, string memory name, address registry, bytes32 structHash)
        internal
        view
        returns (bytes memory)
    {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digestOf(name, registry, structHash));
        return abi.encodePacked(r, s, v);
    }
}
