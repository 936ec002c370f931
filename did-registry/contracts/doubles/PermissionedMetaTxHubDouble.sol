// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/**
 * @title PermissionedMetaTxHubDouble
 * @notice Behaves as LACChain's PermissionedMetaTxHub (model B) towards those who carry and those who sign. For tests.
 * @dev Left out: cancelling, contracts as signers (ERC-1271) and changing the lists after deployment.
 */
contract PermissionedMetaTxHubDouble is EIP712 {
    struct Forward {
        address from;
        /// @dev Zero to deploy.
        address to;
        uint256 value;
        uint32 space;
        uint256 nonce;
        uint256 deadline;
        bytes32 dataHash;
        address caller;
    }

    event Executed(
        address indexed from,
        address indexed to,
        uint32 indexed space,
        uint256 nonce,
        bytes32 dataHash,
        address caller,
        uint256 value
    );
    event ContractDeployed(address indexed signer, address deployed, bytes32 dataHash);

    error CallerNotAllowed();
    error UnexpectedCaller();
    error DeadlineExpired();
    error DataMismatch();
    error DigestUsed();
    error NonceUsed();
    error BadMsgValue();
    error CallFailed(bytes returnData);
    error BlockGasQuotaExceeded();
    error InvalidSignature();
    error DeployGasExceeded();
    error DeployPerBlockExceeded();
    error DeployTimeWindowGasExceeded();
    error DeployerNotAllowed();
    error OnlyItself();

    bytes32 private constant FORWARD_TYPE = keccak256(
        "Forward(address from,address to,uint256 value,uint32 space,uint256 nonce,uint256 deadline,bytes32 dataHash,address caller)"
    );
    uint256 private constant LONGEST_ANSWER = 1024;
    uint256 private constant DEPLOY_GAS = 5_000_000;
    uint256 private constant DEPLOY_GAS_IN_WINDOW = 10_000_000;
    uint256 private constant DEPLOY_WINDOW = 600;
    /// @dev What the hub itself takes of a carrier's gas, besides what it measures.
    uint256 private constant OVERHEAD = 15_000;

    /// @notice Gas that each carrier may use in a block; 0 for any.
    uint256 public immutable gasLimitPerBlock;

    mapping(address carrier => bool) public isCallerAllowed;
    mapping(address signer => bool) public allowedDeployers;
    mapping(bytes32 digest => bool) public usedDigest;

    mapping(address from => mapping(uint32 space => mapping(uint256 word => uint256))) private _used;
    mapping(address carrier => mapping(uint256 blockNumber => uint256)) private _gasInBlock;
    mapping(address signer => uint256) private _lastDeployBlock;
    mapping(address signer => uint256) private _windowStart;
    mapping(address signer => uint256) private _windowGas;

    constructor(address[] memory carriers, address[] memory deployers, uint256 gasLimitPerBlock_)
        EIP712("PermissionedMetaTxHub", "1")
    {
        for (uint256 i = 0; i < carriers.length; i++) {
            isCallerAllowed[carriers[i]] = true;
        }
        for (uint256 i = 0; i < deployers.length; i++) {
            allowedDeployers[deployers[i]] = true;
        }
        gasLimitPerBlock = gasLimitPerBlock_;
    }

    /// @notice Whether a nonce was used. They may be used in any order.
    function isNonceUsed(address from, uint32 space, uint256 nonce) external view returns (bool) {
        return (_used[from][space][nonce >> 8] >> (nonce & 0xff)) & 1 == 1;
    }

    /// @notice Carries out what `forward.from` signed, or reverts.
    function execute(Forward calldata forward, bytes calldata callData, bytes calldata signature)
        external
        payable
    {
        uint256 gasStart = gasleft();
        if (!isCallerAllowed[msg.sender]) revert CallerNotAllowed();
        if (forward.caller != msg.sender) revert UnexpectedCaller();
        if (block.timestamp > forward.deadline) revert DeadlineExpired();
        if (keccak256(callData) != forward.dataHash) revert DataMismatch();
        if (msg.value != forward.value) revert BadMsgValue();
        _useSignature(forward, signature);
        if (forward.to == address(0)) {
            _deploy(forward, callData);
        } else {
            _call(forward, callData);
        }
        uint256 used = _gasInBlock[msg.sender][block.number] + gasStart - gasleft() + OVERHEAD;
        if (gasLimitPerBlock != 0 && used > gasLimitPerBlock) revert BlockGasQuotaExceeded();
        _gasInBlock[msg.sender][block.number] = used;
        _emitExecuted(forward);
    }

    /// @dev The creation in a call of its own, whose gas can be limited.
    function create(bytes memory code) external payable returns (address deployed) {
        if (msg.sender != address(this)) revert OnlyItself();
        assembly ("memory-safe") {
            deployed := create(callvalue(), add(code, 0x20), mload(code))
        }
        if (deployed == address(0)) _revertWithAnswer();
    }

    function _useSignature(Forward calldata forward, bytes calldata signature) private {
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(FORWARD_TYPE, forward)));
        (address signer,,) = ECDSA.tryRecover(digest, signature);
        if (signer == address(0) || signer != forward.from) revert InvalidSignature();
        if (usedDigest[digest]) revert DigestUsed();
        uint256 mask = 1 << (forward.nonce & 0xff);
        mapping(uint256 => uint256) storage used = _used[forward.from][forward.space];
        uint256 word = used[forward.nonce >> 8];
        if (word & mask != 0) revert NonceUsed();
        used[forward.nonce >> 8] = word | mask;
        usedDigest[digest] = true;
    }

    function _call(Forward calldata forward, bytes calldata callData) private {
        // ERC-2771: the recipient finds the signer in the last 20 bytes.
        (bool success, bytes memory answer) =
            forward.to.call{value: forward.value}(abi.encodePacked(callData, forward.from));
        if (success) return;
        if (answer.length > LONGEST_ANSWER) {
            assembly ("memory-safe") {
                mstore(answer, LONGEST_ANSWER)
            }
        }
        revert CallFailed(answer);
    }

    function _deploy(Forward calldata forward, bytes calldata code) private {
        address from = forward.from;
        if (!allowedDeployers[from]) revert DeployerNotAllowed();
        if (_lastDeployBlock[from] == block.number) revert DeployPerBlockExceeded();
        if (_windowStart[from] == 0 || block.timestamp >= _windowStart[from] + DEPLOY_WINDOW) {
            _windowStart[from] = block.timestamp;
            _windowGas[from] = 0;
        }
        uint256 gasBefore = gasleft();
        (bool success, bytes memory answer) =
            address(this).call{gas: DEPLOY_GAS, value: forward.value}(abi.encodeCall(this.create, (code)));
        if (!success && answer.length == 0) revert DeployGasExceeded();
        if (!success) _revertWithAnswer();
        _windowGas[from] += gasBefore - gasleft();
        if (_windowGas[from] > DEPLOY_GAS_IN_WINDOW) revert DeployTimeWindowGasExceeded();
        _lastDeployBlock[from] = block.number;
        emit ContractDeployed(from, abi.decode(answer, (address)), forward.dataHash);
    }

    /// @dev In a function of its own because the compiler runs out of stack otherwise.
    function _emitExecuted(Forward calldata forward) private {
        emit Executed(
            forward.from,
            forward.to,
            forward.space,
            forward.nonce,
            forward.dataHash,
            forward.caller,
            forward.value
        );
    }

    /// @dev Reverts with what the last call or creation reverted with, as it came.
    function _revertWithAnswer() private pure {
        assembly ("memory-safe") {
            let answer := mload(0x40)
            returndatacopy(answer, 0, returndatasize())
            revert(answer, returndatasize())
        }
    }
}
