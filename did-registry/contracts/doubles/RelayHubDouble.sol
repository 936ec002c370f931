// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {LegacyTransaction} from "./LegacyTransaction.sol";
import {NodeGas} from "./NodeGas.sol";

/**
 * @title RelayHubDouble
 * @notice Behaves as LACChain's RelayHub (gas model A) towards nodes and their members. For tests.
 * @dev It never reverts on what a member signed: it emits {BadTransactionSent} and returns a code, so that the
 * transaction of the node succeeds although nothing was carried out.
 */
contract RelayHubDouble is NodeGas {
    enum ErrorCode {
        MaxBlockGasLimit,
        BadOriginalSender,
        BadNonce,
        NotEnoughGas,
        IsNotContract,
        EmptyCode,
        InvalidSignature,
        InvalidDestination,
        OK
    }

    event Relayed(address indexed sender, address indexed from);
    event TransactionRelayed(
        address indexed relay, address indexed from, address indexed to, bool executed, bytes output
    );
    event ContractDeployed(address indexed relay, address indexed from, address contractDeployed);
    event BadTransactionSent(address node, address originalSender, ErrorCode errorCode);

    /// @dev What setting the counters costs after they were read.
    uint256 private constant COUNTING = 6_494;
    /// @dev The two parameters at the end of the data.
    uint256 private constant TAIL_GAS = 600;

    uint256 private immutable _maxGasBlockLimit;
    /// @dev Stands for the contract of the network's permissions, which nobody may call through the hub.
    address private immutable _accountIngress;

    mapping(address node => mapping(address sender => uint256)) private _nonces;

    constructor(Grant[] memory grants, uint256 maxGasBlockLimit, address accountIngress) NodeGas(grants) {
        _maxGasBlockLimit = maxGasBlockLimit;
        _accountIngress = accountIngress;
    }

    /// @notice Nonce of a member's next transaction through the calling node.
    function getNonce(address from) external view returns (uint256) {
        return _nonces[msg.sender][from];
    }

    /// @notice Carries out the call that a member signed.
    /// @param gasLimit Gas limit of the node's own transaction.
    /// @param signingData RLP of the member's legacy transaction without chain id.
    function relayMetaTx(uint256 gasLimit, bytes memory signingData, uint8 v, bytes32 r, bytes32 s)
        external
        countingBlock
        returns (ErrorCode)
    {
        (ErrorCode code, address from, LegacyTransaction.Fields memory fields) =
            _verify(signingData, v, r, s, false);
        if (code == ErrorCode.OK && fields.to.code.length == 0) {
            // As on LACChain: refused after the nonce was used.
            emit BadTransactionSent(msg.sender, from, ErrorCode.IsNotContract);
        } else if (code == ErrorCode.OK && gasleft() > fields.gasLimit + 35_000) {
            (bool executed, bytes memory output) =
                fields.to.call{gas: fields.gasLimit + TAIL_GAS}(fields.data);
            emit TransactionRelayed(msg.sender, from, fields.to, executed, output);
        } else {
            if (code == ErrorCode.OK) code = ErrorCode.NotEnoughGas;
            emit BadTransactionSent(msg.sender, from, code);
        }
        return _countGas(gasLimit - gasleft() + COUNTING) ? code : ErrorCode.NotEnoughGas;
    }

    /// @notice Creates the contract whose creation code a member signed.
    function deployMetaTx(uint256 gasLimit, bytes memory signingData, uint8 v, bytes32 r, bytes32 s)
        external
        countingBlock
        returns (ErrorCode code, address deployed)
    {
        address from;
        LegacyTransaction.Fields memory fields;
        (code, from, fields) = _verify(signingData, v, r, s, true);
        if (code == ErrorCode.OK && fields.data.length == 0) {
            emit BadTransactionSent(msg.sender, from, ErrorCode.EmptyCode);
        } else if (code == ErrorCode.OK && gasleft() > fields.gasLimit + 70_000) {
            deployed = _create(fields.data);
            // A constructor that reverts leaves no trace but the absence of this event.
            if (deployed != address(0)) emit ContractDeployed(msg.sender, from, deployed);
        } else {
            if (code == ErrorCode.OK) code = ErrorCode.NotEnoughGas;
            emit BadTransactionSent(msg.sender, from, code);
        }
        if (!_countGas(gasLimit - gasleft() + COUNTING)) code = ErrorCode.NotEnoughGas;
    }

    function _verify(bytes memory signingData, uint8 v, bytes32 r, bytes32 s, bool isDeployment)
        private
        returns (ErrorCode code, address from, LegacyTransaction.Fields memory fields)
    {
        ECDSA.RecoverError failure;
        (from, failure,) = ECDSA.tryRecover(keccak256(signingData), v, r, s);
        if (failure != ECDSA.RecoverError.NoError) return (ErrorCode.InvalidSignature, address(0), fields);
        fields = LegacyTransaction.read(signingData);
        if (fields.nonce != _nonces[msg.sender][from]) return (ErrorCode.BadNonce, from, fields);
        if (!isDeployment && fields.to == _accountIngress) {
            return (ErrorCode.InvalidDestination, from, fields);
        }
        if (fields.gasLimit > _maxGasBlockLimit) return (ErrorCode.MaxBlockGasLimit, from, fields);
        if (!_hasEnoughGas(fields.gasLimit)) return (ErrorCode.NotEnoughGas, from, fields);
        emit Relayed(from, msg.sender);
        _nonces[msg.sender][from] += 1;
        return (ErrorCode.OK, from, fields);
    }

    function _create(bytes memory code) private returns (address deployed) {
        assembly ("memory-safe") {
            deployed := create(0, add(code, 0x20), mload(code))
        }
    }
}
