// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IArrangementRegistry} from "./IArrangementRegistry.sol";
import {IAuthorityRegistry} from "./IAuthorityRegistry.sol";
import {Instructed} from "./Instructed.sol";
import {Accessions} from "./arrangements/Accessions.sol";
import {ArrangementHashes} from "./arrangements/ArrangementHashes.sol";
import {ArrangementTerms} from "./arrangements/ArrangementTerms.sol";
import {Suspensions} from "./arrangements/Suspensions.sol";

/**
 * @title ArrangementRegistry
 * @notice Which countries recognise each other's certificates, for which types and roles, and when.
 * @dev An authority acts for the country it is active for at that time, so rights pass on when an authority is replaced.
 * Readers rebuild the whole storage from facts: every slot must follow from events and views.
 */
contract ArrangementRegistry is IArrangementRegistry, Instructed {
    using Accessions for Accession[];
    using Suspensions for Suspension[];

    /// @dev The mappings cannot be read from outside, hence not part of the interface.
    struct Arrangement {
        Terms[] versions;
        mapping(bytes2 country => Accession[]) accessions;
        mapping(bytes4 byAgainst => Suspension[]) suspensions;
    }

    /// @dev Bounds on what one country can make everybody carry: readers rebuild the whole storage.
    uint256 private constant MAX_VERSIONS = 32;
    uint256 private constant MAX_PERIODS = 64;

    IAuthorityRegistry private immutable _authorityRegistry;

    uint32 private _arrangementCount;
    mapping(uint32 id => Arrangement) private _arrangements;

    /**
     * @param erc1056_ Stock ERC-1056 registry.
     * @param authorityRegistry_ Registry of the authorities that may act here.
     */
    constructor(address erc1056_, address authorityRegistry_)
        EIP712("Eslabon ArrangementRegistry", "1")
        Instructed(erc1056_)
    {
        _requireContract(authorityRegistry_);
        _authorityRegistry = IAuthorityRegistry(authorityRegistry_);
    }

    /// @inheritdoc IArrangementRegistry
    function propose(
        address authority,
        uint32 arrangement,
        Terms calldata terms,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external returns (uint32 id, uint16 version) {
        _useInstruction(
            authority,
            ArrangementHashes.propose(authority, arrangement, terms, nonce, deadline),
            nonce,
            deadline,
            chainId,
            signature
        );
        return _propose(authority, arrangement, terms);
    }

    /// @inheritdoc IArrangementRegistry
    function accede(
        address authority,
        uint32 arrangement,
        uint16 version,
        uint40 from,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external {
        _useInstruction(
            authority,
            ArrangementHashes.accede(authority, arrangement, version, from, nonce, deadline),
            nonce,
            deadline,
            chainId,
            signature
        );
        _accede(authority, arrangement, version, from);
    }

    /// @inheritdoc IArrangementRegistry
    function withdraw(
        address authority,
        uint32 arrangement,
        uint40 until,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external {
        _useInstruction(
            authority,
            ArrangementHashes.withdraw(authority, arrangement, until, nonce, deadline),
            nonce,
            deadline,
            chainId,
            signature
        );
        _withdraw(authority, arrangement, until);
    }

    /// @inheritdoc IArrangementRegistry
    function suspend(
        address authority,
        uint32 arrangement,
        bytes2 against,
        uint40 from,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external {
        _useInstruction(
            authority,
            ArrangementHashes.suspend(authority, arrangement, against, from, nonce, deadline),
            nonce,
            deadline,
            chainId,
            signature
        );
        _suspend(authority, arrangement, against, from);
    }

    /// @inheritdoc IArrangementRegistry
    function resume(
        address authority,
        uint32 arrangement,
        bytes2 against,
        uint40 until,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external {
        _useInstruction(
            authority,
            ArrangementHashes.resume(authority, arrangement, against, until, nonce, deadline),
            nonce,
            deadline,
            chainId,
            signature
        );
        _resume(authority, arrangement, against, until);
    }

    /// @inheritdoc IArrangementRegistry
    function inForce(bytes2 a, bytes2 b, uint8 certificateType, uint32 role, uint40 t)
        external
        view
        returns (bool found, uint32 arrangement, uint16 version)
    {
        if (a == b || certificateType == 0 || role == 0) return (false, 0, 0);
        uint32 count = _arrangementCount;
        for (uint32 id = 1; id <= count; ++id) {
            if (_suspensions(id, a, b).covers(t) || _suspensions(id, b, a).covers(t)) continue;
            for (uint16 v = versionCountOf(id); v > 0; --v) {
                if (!ArrangementTerms.cover(_version(id, v), certificateType, role, t)) continue;
                if (_areAcceded(id, v, a, b, t)) return (true, id, v);
            }
        }
        return (false, 0, 0);
    }

    /// @inheritdoc IArrangementRegistry
    function arrangementCount() external view returns (uint32) {
        return _arrangementCount;
    }

    /// @inheritdoc IArrangementRegistry
    function versionCountOf(uint32 arrangement) public view returns (uint16) {
        return uint16(_arrangements[arrangement].versions.length);
    }

    /// @inheritdoc IArrangementRegistry
    function versionOf(uint32 arrangement, uint16 version) external view returns (Terms memory) {
        return _version(arrangement, version);
    }

    /// @inheritdoc IArrangementRegistry
    function accessionsOf(uint32 arrangement, bytes2 country) external view returns (Accession[] memory) {
        return _accessions(arrangement, country);
    }

    /// @inheritdoc IArrangementRegistry
    function suspensionsOf(uint32 arrangement, bytes2 by, bytes2 against)
        external
        view
        returns (Suspension[] memory)
    {
        return _suspensions(arrangement, by, against);
    }

    /// @inheritdoc IArrangementRegistry
    function authorityRegistry() external view returns (address) {
        return address(_authorityRegistry);
    }

    /// @dev The change that {propose} makes, once the signature of `authority` was checked.
    function _propose(address authority, uint32 arrangement, Terms calldata terms)
        internal
        returns (uint32 id, uint16 version)
    {
        bytes2 country = _actingCountry(authority);
        ArrangementTerms.requireValid(terms);
        if (!_contains(terms.parties, country)) revert NotAParty(country);

        if (arrangement == 0) {
            id = _arrangementCount + 1;
            _arrangementCount = id;
        } else {
            id = arrangement;
            _requireArrangement(id);
            if (!_accessions(id, country).covers(block.timestamp)) revert NotAcceded(id, country);
        }
        version = _append(id, terms);
        emit ArrangementProposed(id, version, authority, terms);
    }

    /// @dev The change that {accede} makes, once the signature of `authority` was checked.
    function _accede(address authority, uint32 arrangement, uint16 version, uint40 from) internal {
        bytes2 country = _actingCountry(authority);
        if (!_contains(_version(arrangement, version).parties, country)) revert NotAParty(country);
        from = _resolve(from);

        Accession[] storage accessions = _accessions(arrangement, country);
        if (accessions.length == MAX_PERIODS) revert TooManyAccessions(arrangement, country);
        if (!accessions.open(version, from)) revert AlreadyAcceded(arrangement, version, country);
        emit Acceded(arrangement, country, version, from);
    }

    /// @dev The change that {withdraw} makes, once the signature of `authority` was checked.
    function _withdraw(address authority, uint32 arrangement, uint40 until) internal {
        bytes2 country = _actingCountry(authority);
        _requireArrangement(arrangement);
        until = _resolve(until);

        if (!_accessions(arrangement, country).close(until)) revert NotAcceded(arrangement, country);
        emit Withdrawn(arrangement, country, until);
    }

    /// @dev The change that {suspend} makes, once the signature of `authority` was checked.
    function _suspend(address authority, uint32 arrangement, bytes2 against, uint40 from) internal {
        bytes2 by = _actingCountry(authority);
        _requireArrangement(arrangement);
        if (by == against) revert SuspensionOfSelf(by);
        if (_accessions(arrangement, by).length == 0) revert NotAcceded(arrangement, by);
        if (!_isParty(arrangement, against)) revert NotAParty(against);
        from = _resolve(from);

        Suspension[] storage suspensions = _suspensions(arrangement, by, against);
        if (suspensions.length == MAX_PERIODS) revert TooManySuspensions(arrangement, by, against);
        if (!suspensions.open(from)) revert RecognitionAlreadySuspended(arrangement, by, against);
        emit RecognitionSuspended(arrangement, by, against, from);
    }

    /// @dev The change that {resume} makes, once the signature of `authority` was checked.
    function _resume(address authority, uint32 arrangement, bytes2 against, uint40 until) internal {
        bytes2 by = _actingCountry(authority);
        _requireArrangement(arrangement);
        until = _resolve(until);

        if (!_suspensions(arrangement, by, against).close(until)) {
            revert RecognitionNotSuspended(arrangement, by, against);
        }
        emit RecognitionResumed(arrangement, by, against, until);
    }

    function _append(uint32 id, Terms calldata terms) private returns (uint16 version) {
        Terms[] storage versions = _arrangements[id].versions;
        if (versions.length == MAX_VERSIONS) revert TooManyVersions(id);
        versions.push(terms);
        return uint16(versions.length);
    }

    /// @dev Reverts with the {IAuthorityRegistry-NotMember} of the other registry unless the authority is active.
    function _actingCountry(address authority) private view returns (bytes2) {
        return _authorityRegistry.countryOf(authority);
    }

    function _requireArrangement(uint32 arrangement) private view {
        if (arrangement == 0 || arrangement > _arrangementCount) revert UnknownArrangement(arrangement);
    }

    function _version(uint32 arrangement, uint16 version) private view returns (Terms storage) {
        Terms[] storage versions = _arrangements[arrangement].versions;
        if (version == 0 || version > versions.length) revert UnknownVersion(arrangement, version);
        return versions[version - 1];
    }

    /// @dev Whether any version names the country. The newest comes first: it most likely does.
    function _isParty(uint32 arrangement, bytes2 country) private view returns (bool) {
        Terms[] storage versions = _arrangements[arrangement].versions;
        for (uint256 i = versions.length; i > 0; --i) {
            if (_contains(versions[i - 1].parties, country)) return true;
        }
        return false;
    }

    function _areAcceded(uint32 arrangement, uint16 version, bytes2 a, bytes2 b, uint40 t)
        private
        view
        returns (bool)
    {
        return
            _accessions(arrangement, a).covers(version, t) && _accessions(arrangement, b).covers(version, t);
    }

    function _accessions(uint32 arrangement, bytes2 country) private view returns (Accession[] storage) {
        return _arrangements[arrangement].accessions[country];
    }

    function _suspensions(uint32 arrangement, bytes2 by, bytes2 against)
        private
        view
        returns (Suspension[] storage)
    {
        return _arrangements[arrangement].suspensions[bytes4(by) | (bytes4(against) >> 16)];
    }

    /// @dev The instant meant by an instruction: 0 is the time of the block, the past is refused.
    function _resolve(uint40 given) private view returns (uint40) {
        if (given == 0) return uint40(block.timestamp);
        if (given < block.timestamp) revert InstantInPast(given, block.timestamp);
        return given;
    }

    function _contains(bytes2[] memory parties, bytes2 country) private pure returns (bool) {
        for (uint256 i = 0; i < parties.length; ++i) {
            if (parties[i] == country) return true;
        }
        return false;
    }
}
