// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IInstructed} from "./IInstructed.sol";

/**
 * @title IArrangementRegistry
 * @notice Arrangements of mutual recognition: versioned terms, accessions of countries to a version, and suspensions of
 * recognition between two countries. In force between two countries once both acceded to the same version.
 * @dev All periods are half-open, [from, until), in unix seconds; an `until` of 0 is open. History is only added to: every
 * instant given by an instruction is at or after the block that takes it.
 */
interface IArrangementRegistry is IInstructed {
    /**
     * @notice Terms of a version of an arrangement.
     * @param label Short name in UTF-8, padded with zeros.
     * @param textDigest SHA-256 of the signed text.
     * @param certificateTypes Bits: 1 security, 2 compliance, 4 full.
     * @param roles Bits in the order IM, EX, MF, CB, CA, GA, GT, CG, FW, CS, WH, TR, DT, AE; IM is bit 0.
     * @param validFrom Unix seconds. May lie in the past: nothing is in force before the accessions.
     * @param validUntil Unix seconds; 0 for no end.
     * @param ttl Seconds for which status data are fresh; not above `exp`.
     * @param exp Seconds after which status data may not be used; above 0.
     * @param parties Countries that may accede, 2 to 64, strictly ascending.
     */
    struct Terms {
        bytes32 label;
        bytes32 textDigest;
        uint8 certificateTypes;
        uint32 roles;
        uint40 validFrom;
        uint40 validUntil;
        uint32 ttl;
        uint32 exp;
        bytes2[] parties;
    }

    /// @notice A country's accession to a version (from 1) for a period. `from` equal to `until`: given up before it began.
    struct Accession {
        uint16 version;
        uint40 from;
        uint40 until;
    }

    /// @notice A period in which recognition is suspended. `from` equal to `until`: given up before it began.
    struct Suspension {
        uint40 from;
        uint40 until;
    }

    /// @notice `authority` proposed terms as `version` of `arrangement`.
    event ArrangementProposed(
        uint32 indexed arrangement, uint16 version, address indexed authority, Terms terms
    );

    /// @notice `country` accedes to `version` from `from` on.
    event Acceded(uint32 indexed arrangement, bytes2 indexed country, uint16 version, uint40 from);

    /// @notice Every open accession of `country` ends at `until`, or at its own start if that is later.
    event Withdrawn(uint32 indexed arrangement, bytes2 indexed country, uint40 until);

    /// @notice `by` suspends recognition with `against` from `from` on.
    event RecognitionSuspended(
        uint32 indexed arrangement, bytes2 indexed by, bytes2 indexed against, uint40 from
    );

    /// @notice The open suspension of `by` against `against` ends at `until`, or at its own start if that is later.
    event RecognitionResumed(
        uint32 indexed arrangement, bytes2 indexed by, bytes2 indexed against, uint40 until
    );

    /// @dev There is no such arrangement.
    error UnknownArrangement(uint32 arrangement);

    /// @dev The arrangement has no such version. Versions start at 1.
    error UnknownVersion(uint32 arrangement, uint16 version);

    /// @dev The arrangement has 32 versions.
    error TooManyVersions(uint32 arrangement);

    /// @dev An arrangement has 2 to 64 parties.
    error PartyCountOutOfRange(uint256 count);

    /// @dev The party at `index` is not above the one before it.
    error PartiesNotAscending(uint256 index);

    /// @dev Certificate types must be at least one of the three bits.
    error CertificateTypesInvalid(uint8 certificateTypes);

    /// @dev Roles must be at least one of the fourteen bits.
    error RolesInvalid(uint32 roles);

    /// @dev The period ends before it starts.
    error PeriodInvalid(uint40 from, uint40 until);

    /// @dev `exp` must be above 0 and `ttl` not above `exp`.
    error FreshnessInvalid(uint32 ttl, uint32 exp);

    /// @dev An instant lies before the block: the past is not changed.
    error InstantInPast(uint40 given, uint256 nowTime);

    /// @dev `country` is not among the parties of the terms.
    error NotAParty(bytes2 country);

    /// @dev `country` has no accession to the arrangement that allows this.
    error NotAcceded(uint32 arrangement, bytes2 country);

    /// @dev `country` has an accession to this version that would overlap.
    error AlreadyAcceded(uint32 arrangement, uint16 version, bytes2 country);

    /// @dev `country` has acceded to the arrangement 64 times.
    error TooManyAccessions(uint32 arrangement, bytes2 country);

    /// @dev A country cannot suspend recognition with itself.
    error SuspensionOfSelf(bytes2 country);

    /// @dev A suspension of `by` against `against` would overlap.
    error RecognitionAlreadySuspended(uint32 arrangement, bytes2 by, bytes2 against);

    /// @dev `by` has suspended recognition with `against` 64 times.
    error TooManySuspensions(uint32 arrangement, bytes2 by, bytes2 against);

    /// @dev There is no open suspension of `by` against `against`.
    error RecognitionNotSuspended(uint32 arrangement, bytes2 by, bytes2 against);

    /**
     * @notice Proposes a new arrangement, or a new version of one. Binds nobody, not even the proposer, until accession.
     * @dev Label and digest are taken as they are. Any authority can propose a new arrangement among others as long as
     * its country is a party.
     *
     * EIP-712: Propose(address authority,uint32 arrangement,Terms terms,uint256 nonce,uint256 deadline)
     * Terms(bytes32 label,bytes32 textDigest,uint8 certificateTypes,uint32 roles,uint40 validFrom,uint40 validUntil,
     * uint32 ttl,uint32 exp,bytes2[] parties)
     * @param authority Active authority that proposes and signs; its country must be a party.
     * @param arrangement 0 for a new one. Else the country must have an accession to it that is running now.
     * @param terms The terms.
     * @param nonce {nonceOf} the authority.
     * @param deadline Unix seconds until which the instruction may be submitted.
     * @param chainId Chain that the instruction was signed for.
     * @param signature 65 bytes r, s, v by the ERC-1056 owner of the authority.
     * @return id The arrangement.
     * @return version The version, from 1.
     */
    function propose(
        address authority,
        uint32 arrangement,
        Terms calldata terms,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external returns (uint32 id, uint16 version);

    /**
     * @notice Accedes to a version of an arrangement.
     * @dev EIP-712: Accede(address authority,uint32 arrangement,uint16 version,uint40 from,uint256 nonce,
     * uint256 deadline)
     * @param authority Active authority that accedes for its country and signs.
     * @param arrangement The arrangement.
     * @param version The version; the country must be among its parties.
     * @param from Unix seconds, not in the past; 0 for the time of the block.
     * @param nonce {nonceOf} the authority.
     * @param deadline Unix seconds until which the instruction may be submitted.
     * @param chainId Chain that the instruction was signed for.
     * @param signature 65 bytes r, s, v by the ERC-1056 owner of the authority.
     */
    function accede(
        address authority,
        uint32 arrangement,
        uint16 version,
        uint40 from,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external;

    /**
     * @notice Ends every open accession of the country to any version of the arrangement.
     * @dev An end that was set cannot be moved any more, also not to an earlier instant: suspend to stop earlier.
     *
     * EIP-712: Withdraw(address authority,uint32 arrangement,uint40 until,uint256 nonce,uint256 deadline)
     * @param authority Active authority that withdraws for its country and signs.
     * @param arrangement The arrangement.
     * @param until Unix seconds, not in the past; 0 for the time of the block.
     * @param nonce {nonceOf} the authority.
     * @param deadline Unix seconds until which the instruction may be submitted.
     * @param chainId Chain that the instruction was signed for.
     * @param signature 65 bytes r, s, v by the ERC-1056 owner of the authority.
     */
    function withdraw(
        address authority,
        uint32 arrangement,
        uint40 until,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external;

    /**
     * @notice Suspends recognition with another country under the arrangement. It then is not in force between the two
     * in either direction.
     * @dev EIP-712: Suspend(address authority,uint32 arrangement,bytes2 against,uint40 from,uint256 nonce,
     * uint256 deadline)
     * @param authority Active authority that suspends for its country and signs; the country must have acceded.
     * @param arrangement The arrangement.
     * @param against The other country: a party to any version of the arrangement, acceded or not.
     * @param from Unix seconds, not in the past; 0 for the time of the block.
     * @param nonce {nonceOf} the authority.
     * @param deadline Unix seconds until which the instruction may be submitted.
     * @param chainId Chain that the instruction was signed for.
     * @param signature 65 bytes r, s, v by the ERC-1056 owner of the authority.
     */
    function suspend(
        address authority,
        uint32 arrangement,
        bytes2 against,
        uint40 from,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external;

    /**
     * @notice Ends the open suspension against another country. A suspension by the other side is not touched.
     * @dev EIP-712: Resume(address authority,uint32 arrangement,bytes2 against,uint40 until,uint256 nonce,
     * uint256 deadline)
     * @param authority Active authority that suspended for its country and signs.
     * @param arrangement The arrangement.
     * @param against The other country.
     * @param until Unix seconds, not in the past; 0 for the time of the block.
     * @param nonce {nonceOf} the authority.
     * @param deadline Unix seconds until which the instruction may be submitted.
     * @param chainId Chain that the instruction was signed for.
     * @param signature 65 bytes r, s, v by the ERC-1056 owner of the authority.
     */
    function resume(
        address authority,
        uint32 arrangement,
        bytes2 against,
        uint40 until,
        uint256 nonce,
        uint256 deadline,
        uint256 chainId,
        bytes calldata signature
    ) external;

    /**
     * @notice Whether an arrangement is in force between two countries for a certificate type and role at an instant,
     * and which: the lowest arrangement, and within it the highest version.
     * @dev Walks all arrangements, so its cost has no bound: for calls off chain. It does not ask whether the countries
     * have an active authority. Answers for instants up to the block cannot change any more, later ones can.
     * @param a One country.
     * @param b The other country; the order does not matter.
     * @param certificateType One bit of {Terms}.certificateTypes.
     * @param role One bit of {Terms}.roles.
     * @param t Unix seconds.
     * @return found Whether there is one. If not, the others are 0.
     * @return arrangement The arrangement.
     * @return version Its version.
     */
    function inForce(bytes2 a, bytes2 b, uint8 certificateType, uint32 role, uint40 t)
        external
        view
        returns (bool found, uint32 arrangement, uint16 version);

    /// @notice Number of arrangements; their ids are 1 to this number.
    function arrangementCount() external view returns (uint32);

    /// @notice Number of versions of an arrangement; 0 if there is no such arrangement.
    function versionCountOf(uint32 arrangement) external view returns (uint16);

    /// @notice Terms of a version. Reverts with {UnknownVersion} if there is none.
    function versionOf(uint32 arrangement, uint16 version) external view returns (Terms memory);

    /// @notice All accessions of a country to an arrangement, in the order they were made.
    function accessionsOf(uint32 arrangement, bytes2 country) external view returns (Accession[] memory);

    /// @notice All suspensions of recognition by a country against another, in the order they were made.
    function suspensionsOf(uint32 arrangement, bytes2 by, bytes2 against)
        external
        view
        returns (Suspension[] memory);

    /// @notice Registry that says whether an authority is active, and for which country.
    function authorityRegistry() external view returns (address);
}
