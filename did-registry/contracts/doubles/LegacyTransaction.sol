// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/**
 * @title LegacyTransaction
 * @notice Reads what was signed of a legacy transaction without chain id: RLP of nonce, gas price, gas limit, recipient,
 * value and data (Yellow Paper, appendix B, and section 4.2 before EIP-155).
 */
library LegacyTransaction {
    struct Fields {
        uint256 nonce;
        uint256 gasLimit;
        /// @dev Zero to deploy.
        address to;
        bytes data;
    }

    error NotATransaction();

    /// @notice The fields that a relay hub looks at.
    function read(bytes memory signed) internal pure returns (Fields memory fields) {
        (uint256 offset, uint256 length, bool isList) = _header(signed, 0);
        if (!isList || offset + length != signed.length) revert NotATransaction();
        uint256[6] memory offsets;
        uint256[6] memory lengths;
        for (uint256 i = 0; i < 6; i++) {
            (offsets[i], lengths[i], isList) = _header(signed, offset);
            if (isList) revert NotATransaction();
            offset = offsets[i] + lengths[i];
        }
        // Nine fields are a transaction with a chain id (EIP-155), whose end is not the end of its data.
        if (offset != signed.length) revert NotATransaction();
        fields.nonce = _number(signed, offsets[0], lengths[0]);
        fields.gasLimit = _number(signed, offsets[2], lengths[2]);
        if (lengths[3] != 0 && lengths[3] != 20) revert NotATransaction();
        fields.to = address(uint160(_number(signed, offsets[3], lengths[3])));
        fields.data = _slice(signed, offsets[5], lengths[5]);
    }

    /// @notice The last 64 bytes, which LACChain's gas model reads as the node that may carry and until when.
    function tail(bytes memory signed) internal pure returns (address node, uint256 expiration) {
        if (signed.length < 64) revert NotATransaction();
        node = address(uint160(_number(signed, signed.length - 64, 32)));
        expiration = _number(signed, signed.length - 32, 32);
    }

    /// @dev Where the content of the item at `start` begins, and how long it is.
    function _header(bytes memory source, uint256 start)
        private
        pure
        returns (uint256 offset, uint256 length, bool isList)
    {
        if (start >= source.length) revert NotATransaction();
        uint256 first = uint8(source[start]);
        isList = first >= 0xc0;
        if (first < 0x80) return (start, 1, false);
        uint256 short = first - (isList ? 0xc0 : 0x80);
        if (short < 56) {
            (offset, length) = (start + 1, short);
        } else {
            uint256 size = short - 55;
            if (size > 4) revert NotATransaction();
            (offset, length) = (start + 1 + size, _number(source, start + 1, size));
        }
        if (offset + length > source.length) revert NotATransaction();
    }

    /// @dev Reads up to 32 bytes as a big-endian number.
    function _number(bytes memory source, uint256 offset, uint256 length)
        private
        pure
        returns (uint256 value)
    {
        if (length > 32 || offset + length > source.length) revert NotATransaction();
        if (length == 0) return 0;
        assembly ("memory-safe") {
            value := shr(sub(256, mul(8, length)), mload(add(add(source, 0x20), offset)))
        }
    }

    function _slice(bytes memory source, uint256 offset, uint256 length)
        private
        pure
        returns (bytes memory result)
    {
        result = new bytes(length);
        assembly ("memory-safe") {
            let from := add(add(source, 0x20), offset)
            let to := add(result, 0x20)
            for { let i := 0 } lt(i, length) { i := add(i, 0x20) } { mstore(add(to, i), mload(add(from, i))) }
            // Whole words were copied: what is behind the end has to be zero again.
            let rest := and(length, 0x1f)
            if rest {
                let last := add(to, sub(length, rest))
                mstore(last, and(mload(last), not(sub(shl(mul(8, sub(0x20, rest)), 1), 1))))
            }
        }
    }
}
