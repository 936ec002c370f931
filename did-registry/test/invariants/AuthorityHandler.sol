// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AuthorityRegistry} from "../../contracts/AuthorityRegistry.sol";
import {IAuthorityRegistry} from "../../contracts/IAuthorityRegistry.sol";
import {AuthorityCalls} from "../utils/AuthorityCalls.sol";

/**
 * @notice Random proposals and approvals by ten people, three of whom found the registry, beside a record of who approved
 * what. A revert here fails the test.
 */
contract AuthorityHandler is AuthorityCalls {
    uint256 public constant PEOPLE = 10;
    uint256 private constant MAX_PROPOSALS = 24;

    uint256[PEOPLE] private _keys;
    address[PEOPLE] private _people;
    bytes2[5] private _countries = [bytes2("BO"), bytes2("CL"), bytes2("CO"), bytes2("MX"), bytes2("PE")];
    Motion[] private _motions;
    /// @dev By proposal and person, and whether it took effect.
    mapping(uint256 => mapping(address => bool)) private _approved;
    mapping(uint256 => bool) private _executed;
    /// @dev Digest of the record when its authority was removed.
    mapping(address => bytes32) public tombstone;

    /// @dev Accepted instructions of somebody who may give none.
    uint256 public trespasses;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < PEOPLE; ++i) {
            _keys[i] = uint256(keccak256(abi.encode("person", i))) >> 1;
        }
        (_keys[0], _keys[1], _keys[2]) = (peKey, mxKey, coKey);
        for (uint256 i = 0; i < PEOPLE; ++i) {
            _people[i] = vm.addr(_keys[i]);
        }
    }

    function registry() external view returns (AuthorityRegistry) {
        return authorities;
    }

    function personAt(uint256 index) external view returns (address) {
        return _people[index];
    }

    function countryAt(uint256 index) external view returns (bytes2) {
        return _countries[index];
    }

    /// @dev A proposal with its first approval, by anybody. Often it cannot be, and is refused.
    function propose(uint8 who, uint8 action, uint8 country, uint8 subject, uint16 life) external {
        if (_motions.length == MAX_PROPOSALS) return;
        Motion memory motion = Motion(
            IAuthorityRegistry.Action(action % 8 == 7 ? 3 : action % 3),
            _countries[country % 5],
            _people[subject % PEOPLE],
            uint40(block.timestamp + life),
            bytes32(_motions.length)
        );
        if (motion.action == IAuthorityRegistry.Action.Succeed) {
            (motion.country, motion.subject) = (0, address(stock));
        } else if (motion.action == IAuthorityRegistry.Action.Remove) {
            motion.country = authorities.recordOf(motion.subject).country;
        }
        _motions.push(motion);
        give(who % PEOPLE, _motions.length - 1);
    }

    function approve(uint8 who, uint8 proposal) external {
        if (_motions.length != 0) give(who % PEOPLE, proposal % _motions.length);
    }

    /// @dev Everybody, in turn, as far as it goes: otherwise too few proposals would take effect.
    function approveAll(uint8 first, uint8 proposal) external {
        if (_motions.length == 0) return;
        uint256 index = _motions.length - 1 - (proposal % 2) % _motions.length;
        for (uint256 i = 0; i < 5 && !_executed[index]; ++i) {
            give((first + i) % PEOPLE, index);
        }
    }

    /// @dev Somebody signs the approval of somebody else.
    function intrude(uint8 who, uint8 victim, uint8 proposal) external {
        if (_motions.length == 0 || who % PEOPLE == victim % PEOPLE) return;
        Motion memory motion = _motions[proposal % _motions.length];
        address member = _people[victim % PEOPLE];
        Signing memory by_ = byFor(_keys[who % PEOPLE], member, authorities);
        (bool success,) = address(authorities).call(approveCall(member, motion, by_));
        if (success) ++trespasses;
    }

    /// @dev Members attest, others may not.
    function attest(uint8 who, bytes calldata keySet) external {
        address person = _people[who % PEOPLE];
        bool allowed = authorities.isActive(person);
        Signing memory by_ = byFor(_keys[who % PEOPLE], person, authorities);
        (bool success,) = address(authorities).call(attestKeysCall(person, keySet, 0, by_));
        assertTrue(success == allowed, "attested by members only");
    }

    function passTime(uint16 duration) external {
        vm.warp(block.timestamp + 1 + (duration % 4096));
    }

    function give(uint256 who, uint256 index) private {
        Motion memory motion = _motions[index];
        address member = _people[who];
        bool isMember = authorities.isActive(member);
        bool isOpen = !_executed[index] && block.timestamp < motion.expiresAt;
        bytes32 before = digestOfMembers();
        address replaced = authorities.activeAuthority(motion.country);
        uint256 support = supportOf(index) + 1;
        uint256 count = authorities.memberCount();

        Signing memory by_ = byFor(_keys[who], member, authorities);
        vm.prank(CARRIER);
        (bool success, bytes memory result) = address(authorities).call(approveCall(member, motion, by_));
        if (!success) return;
        if (!isMember || !isOpen || _approved[index][member]) ++trespasses;
        _approved[index][member] = true;
        _executed[index] = abi.decode(result, (bool));
        assertTrue(
            _executed[index] == (2 * support > count), "takes effect with more than half of the members"
        );
        if (!_executed[index]) assertEq(digestOfMembers(), before, "members changed without a majority");
        bury(motion, replaced);
    }

    /// @dev Notes the record of whoever has just been removed.
    function bury(Motion memory motion, address replaced) private {
        address removed = motion.action == IAuthorityRegistry.Action.Replace ? replaced : motion.subject;
        IAuthorityRegistry.Record memory record = authorities.recordOf(removed);
        if (record.removedAt == block.timestamp) tombstone[removed] = keccak256(abi.encode(record));
    }

    /// @dev Present members that approved.
    function supportOf(uint256 index) private view returns (uint256 count) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            if (_approved[index][_people[i]] && authorities.isActive(_people[i])) ++count;
        }
    }

    function digestOfMembers() private view returns (bytes32) {
        return keccak256(
            abi.encode(
                authorities.members(),
                authorities.memberCount(),
                authorities.recordCount(),
                authorities.successor()
            )
        );
    }
}
