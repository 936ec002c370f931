// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IAuthorityRegistry} from "./IAuthorityRegistry.sol";
import {Instructed} from "./Instructed.sol";
import {Bits} from "./utils/Bits.sol";
import {Countries} from "./utils/Countries.sol";

/**
 * @title AuthorityRegistry
 * @notice Who speaks for which country. Members admit, replace and remove members by a majority of them.
 * @dev The founding set is the bootstrap: its right to name members ends with the constructor, and nobody owns the
 * contract. Readers rebuild its whole storage from facts: every slot must follow from events and views.
 */
contract AuthorityRegistry is IAuthorityRegistry, Instructed {
    using Bits for uint256;
    using Countries for bytes2;

    uint256 private constant MAX_RECORDS = 256;
    uint256 private constant MAX_PROPOSAL_TIME = 90 days;
    uint256 private constant MAX_KEY_SET_LENGTH = 8192;

    bytes32 private constant APPROVE_TYPEHASH = keccak256(
        "Approve(address member,uint8 action,bytes2 country,address subject,uint40 expiresAt,bytes32 salt,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant ATTEST_KEYS_TYPEHASH = keccak256(
        "AttestKeys(address authority,bytes32 keySetHash,uint64 changedBlock,uint256 nonce,uint256 deadline)"
    );

    address private _successor;
    uint16 private _recordCount;
    uint16 private _memberCount;
    uint256 private _members;
    mapping(address did => Record) private _records;
    mapping(bytes2 country => address did) private _active;
    mapping(bytes32 proposalId => Proposal) private _proposals;

    /**
     * @notice Admits the founders, at least two of different countries.
     * @param erc1056_ Stock ERC-1056 registry.
     * @param founders Members from the first block on, in the order of their record indexes.
     */
    constructor(address erc1056_, Founder[] memory founders)
        EIP712("Eslabon AuthorityRegistry", "1")
        Instructed(erc1056_)
    {
        if (founders.length < 2) {
            revert TooFewFounders(founders.length);
        }
        for (uint256 i = 0; i < founders.length; ++i) {
            _requireAdmissible(founders[i].country, founders[i].did);
            _requireVacant(founders[i].country);
            _admit(founders[i].country, founders[i].did);
        }
    }

    /// @inheritdoc IAuthorityRegistry
    function approve(
        address member,
        Action action,
        bytes2 country,
        address subject,
        uint40 expiresAt,
        bytes32 salt,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external returns (bool executed) {
        _useInstruction(
            member,
            keccak256(
                abi.encode(
                    APPROVE_TYPEHASH, member, action, country, subject, expiresAt, salt, nonce, deadline
                )
            ),
            nonce,
            deadline,
            chainId,
            signature
        );
        return _approve(member, action, country, subject, expiresAt, salt);
    }

    /// @inheritdoc IAuthorityRegistry
    function attestKeys(
        address authority,
        bytes calldata keySet,
        uint64 changedBlock,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external {
        bytes32 keySetHash = keccak256(keySet);
        _useInstruction(
            authority,
            keccak256(abi.encode(ATTEST_KEYS_TYPEHASH, authority, keySetHash, changedBlock, nonce, deadline)),
            nonce,
            deadline,
            chainId,
            signature
        );
        _attestKeys(authority, keySet, changedBlock);
    }

    /// @inheritdoc IAuthorityRegistry
    function recordOf(address did) external view returns (Record memory) {
        return _records[did];
    }

    /// @inheritdoc IAuthorityRegistry
    function activeAuthority(bytes2 country) external view returns (address) {
        return _active[country];
    }

    /// @inheritdoc IAuthorityRegistry
    function isActive(address did) external view returns (bool) {
        return _isActive(did);
    }

    /// @inheritdoc IAuthorityRegistry
    function countryOf(address did) external view returns (bytes2) {
        _requireActive(did);
        return _records[did].country;
    }

    /// @inheritdoc IAuthorityRegistry
    function members() external view returns (uint256) {
        return _members;
    }

    /// @inheritdoc IAuthorityRegistry
    function memberCount() external view returns (uint16) {
        return _memberCount;
    }

    /// @inheritdoc IAuthorityRegistry
    function recordCount() external view returns (uint16) {
        return _recordCount;
    }

    /// @inheritdoc IAuthorityRegistry
    function successor() external view returns (address) {
        return _successor;
    }

    /// @inheritdoc IAuthorityRegistry
    function proposalOf(bytes32 id) external view returns (Proposal memory) {
        return _proposals[id];
    }

    /// @inheritdoc IAuthorityRegistry
    function proposalIdOf(Action action, bytes2 country, address subject, uint40 expiresAt, bytes32 salt)
        public
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(action, country, subject, expiresAt, salt));
    }

    /// @dev The change that {approve} makes, once the signature of `member` was checked.
    function _approve(
        address member,
        Action action,
        bytes2 country,
        address subject,
        uint40 expiresAt,
        bytes32 salt
    ) internal returns (bool executed) {
        bytes32 id = proposalIdOf(action, country, subject, expiresAt, salt);
        uint256 approvals = _recordApproval(id, member, expiresAt);
        _requireApplicable(action, country, subject);
        emit ProposalApproved(id, member, uint8(action), country, subject, expiresAt, approvals);

        executed = (approvals & _members).count() * 2 > _memberCount;
        if (executed) {
            _proposals[id].executedAt = uint40(block.timestamp);
            emit ProposalExecuted(id);
            _execute(action, country, subject);
        }
    }

    /// @dev The change that {attestKeys} makes, once the signature of `authority` was checked.
    function _attestKeys(address authority, bytes calldata keySet, uint64 changedBlock) internal {
        if (keySet.length > MAX_KEY_SET_LENGTH) {
            revert KeySetTooLarge(keySet.length, MAX_KEY_SET_LENGTH);
        }
        _requireActive(authority);
        uint256 actual = _erc1056.changed(authority);
        if (actual != changedBlock) revert KeySetStale(changedBlock, actual);
        if (changedBlock >= block.number) revert KeysChangedInThisBlock(changedBlock);

        bytes32 keySetHash = keccak256(keySet);
        Record storage record = _records[authority];
        record.keySetBlock = changedBlock;
        record.keySetHash = keySetHash;
        emit KeysAttested(authority, keySetHash, changedBlock, keySet);
    }

    /// @dev Creates the proposal if need be and adds the approval of `member`. Returns all approvals, also of
    /// authorities that were removed since.
    function _recordApproval(bytes32 id, address member, uint40 expiresAt)
        private
        returns (uint256 approvals)
    {
        _requireActive(member);
        Proposal storage proposal = _proposals[id];
        if (proposal.executedAt != 0) revert ProposalClosed(id);
        if (expiresAt <= block.timestamp) revert ProposalExpired(id);
        if (proposal.expiresAt == 0) {
            uint256 latest = block.timestamp + MAX_PROPOSAL_TIME;
            if (expiresAt > latest) revert ProposalTooLong(id, expiresAt, latest);
            proposal.expiresAt = expiresAt;
        }
        uint256 bit = 1 << _records[member].index;
        approvals = proposal.approvals;
        if (approvals & bit != 0) revert AlreadyApproved(id, member);
        approvals |= bit;
        proposal.approvals = approvals;
    }

    /// @dev Reverts unless the action could take effect now. Checked at every approval, so that members never collect
    /// approvals for what cannot happen.
    function _requireApplicable(Action action, bytes2 country, address subject) private view {
        if (action == Action.Admit) {
            _requireAdmissible(country, subject);
            _requireVacant(country);
        } else if (action == Action.Replace) {
            _requireAdmissible(country, subject);
            if (_active[country] == address(0)) revert CountryVacant(country);
        } else if (action == Action.Remove) {
            _requireActive(subject);
            if (_records[subject].country != country) revert CountryMismatch(subject, country);
            if (_memberCount == 1) revert LastMember();
        } else {
            if (country != bytes2(0)) revert CountryNotEmpty(country);
            if (subject == address(0)) revert SubjectMissing();
            // Final as it is, at least no slip of the pen: a registry is there already.
            _requireContract(subject);
            if (_successor != address(0)) revert SuccessorAlreadyNamed(_successor);
        }
    }

    function _execute(Action action, bytes2 country, address subject) private {
        if (action == Action.Admit) {
            _admit(country, subject);
        } else if (action == Action.Replace) {
            _remove(country, _active[country]);
            _admit(country, subject);
        } else if (action == Action.Remove) {
            _remove(country, subject);
        } else {
            _successor = subject;
            emit SuccessorNamed(subject);
        }
    }

    /// @dev Without checks: see {_requireAdmissible}.
    function _admit(bytes2 country, address did) private {
        uint16 index = _recordCount;
        _records[did] = Record({
            country: country,
            index: index,
            admittedAt: uint40(block.timestamp),
            removedAt: 0,
            keySetBlock: 0,
            keySetHash: bytes32(0)
        });
        _active[country] = did;
        _members |= 1 << index;
        _recordCount = index + 1;
        _memberCount += 1;
        emit AuthorityAdmitted(did, country, index);
    }

    /// @dev Without checks. The record stays: what the authority did before remains attributable to it.
    function _remove(bytes2 country, address did) private {
        Record storage record = _records[did];
        record.removedAt = uint40(block.timestamp);
        delete _active[country];
        _members &= ~(1 << record.index);
        _memberCount -= 1;
        emit AuthorityRemoved(did, country);
    }

    function _requireAdmissible(bytes2 country, address did) private view {
        country.requireValid();
        if (did == address(0)) revert SubjectMissing();
        if (_records[did].admittedAt != 0) revert AlreadyRecorded(did);
        if (_recordCount == MAX_RECORDS) revert RegistryFull();
    }

    function _requireVacant(bytes2 country) private view {
        address did = _active[country];
        if (did != address(0)) revert CountryTaken(country, did);
    }

    function _requireActive(address did) private view {
        if (!_isActive(did)) revert NotMember(did);
    }

    function _isActive(address did) private view returns (bool) {
        Record storage record = _records[did];
        // Both at once: they share a slot.
        (uint40 admittedAt, uint40 removedAt) = (record.admittedAt, record.removedAt);
        return admittedAt != 0 && removedAt == 0;
    }
}
