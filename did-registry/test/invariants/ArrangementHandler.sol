// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IArrangementRegistry} from "../../contracts/IArrangementRegistry.sol";
import {ArrangementCalls} from "../utils/ArrangementCalls.sol";

/**
 * @notice Random instructions of three countries about two arrangements, some of them dated in the past or signed by
 * somebody else. Keeps answers about instants that have passed, and a copy of every period. A revert here fails the test.
 */
contract ArrangementHandler is ArrangementCalls {
    struct Sample {
        uint40 t;
        bytes32 answers;
    }

    uint16 private constant MAX_VERSIONS = 4;

    bytes2[3] private _countries = [bytes2("CO"), bytes2("MX"), bytes2("PE")];
    uint256[3] private _keys;
    address[3] private _addresses;
    Sample[] private _samples;
    /// @dev Periods as they were seen last, by arrangement and country, or by arrangement and pair.
    mapping(uint32 => mapping(bytes2 => IArrangementRegistry.Accession[])) private _accessions;
    mapping(uint32 => mapping(bytes4 => IArrangementRegistry.Suspension[])) private _suspensions;

    uint40 private _latest = START;
    /// @dev Accepted instructions of somebody who may give none, or about the past.
    uint256 public trespasses;

    /// @dev Two arrangements, the first of them in force among all three.
    function setUp() public override {
        super.setUp();
        _keys = [coKey, mxKey, peKey];
        _addresses = [co, mx, pe];
        propose(peKey, 0, someTerms());
        propose(mxKey, 0, someTerms());
        for (uint256 i = 0; i < 3; ++i) {
            accede(_keys[i], 1, 1, 0);
        }
        audit(1);
    }

    function sampleCount() external view returns (uint256) {
        return _samples.length;
    }

    /// @dev Whether the contract still answers about a past instant as it did.
    function isUnchanged(uint256 index) external view returns (bool) {
        Sample memory sample = _samples[index];
        return answersAt(sample.t) == sample.answers;
    }

    function amend(uint8 who, uint8 place, uint8 terms) external {
        uint32 id = idOf(place);
        if (arrangements.versionCountOf(id) == MAX_VERSIONS) return;
        IArrangementRegistry.Terms memory amended = someTerms();
        if (terms & 1 != 0) amended.validUntil = uint40(block.timestamp + terms);
        if (terms & 2 != 0) amended.validFrom = uint40(block.timestamp - terms);
        if (terms & 12 == 12) amended.certificateTypes = 2;
        tryCall(id, proposeCall(_addresses[who % 3], id, amended, signing(who)));
    }

    function accedeTo(uint8 who, uint8 place, uint8 version, uint8 delay) external {
        uint32 id = idOf(place);
        tryCall(id, accedeCall(_addresses[who % 3], id, 1 + (version % 2), instant(delay), signing(who)));
    }

    function leave(uint8 who, uint8 place, uint8 delay) external {
        uint32 id = idOf(place);
        tryCall(id, withdrawCall(_addresses[who % 3], id, instant(delay), signing(who)));
    }

    function stop(uint8 who, uint8 whom, uint8 place, uint8 delay) external {
        uint32 id = idOf(place);
        bytes2 against = _countries[whom % 3];
        tryCall(id, suspendCall(_addresses[who % 3], id, against, instant(delay), signing(who)));
    }

    function goOn(uint8 who, uint8 whom, uint8 place, uint8 delay) external {
        uint32 id = idOf(place);
        bytes2 against = _countries[whom % 3];
        tryCall(id, resumeCall(_addresses[who % 3], id, against, instant(delay), signing(who)));
    }

    /// @dev Any of the four with an instant before the block.
    function backdate(uint8 who, uint8 whom, uint8 place, uint8 kind, uint8 delay) external {
        uint40 past = uint40(block.timestamp - 1 - delay);
        trespass(anyCall(kind, idOf(place), _addresses[who % 3], _countries[whom % 3], past, signing(who)));
    }

    /// @dev Any of the four signed by another country, or by a stranger in his own name.
    function intrude(uint8 who, uint8 whom, uint8 place, uint8 kind) external {
        bool isStranger = who & 64 != 0;
        address authority = isStranger ? stranger : _addresses[who % 3];
        uint256 key = isStranger ? strangerKey : _keys[(who + 1) % 3];
        Signing memory by_ = byFor(key, authority, arrangements);
        trespass(anyCall(kind, idOf(place), authority, _countries[whom % 3], uint40(block.timestamp), by_));
    }

    /// @dev With the next second, this one is past: what is answered about it now must stay.
    function passTime(uint8 duration, uint16 back) external {
        assertTrue(block.timestamp >= _latest, "time goes on");
        uint40 t = uint40(block.timestamp);
        if (back & 1 != 0) t -= (back >> 1) % (t - START + 1);
        _samples.push(Sample(t, answersAt(t)));
        _latest = uint40(block.timestamp + 1 + (duration % 16));
        vm.warp(_latest);
    }

    function answersAt(uint40 t) private view returns (bytes32) {
        return keccak256(abi.encode(answer("CO", "MX", t), answer("CO", "PE", t), answer("PE", "MX", t)));
    }

    function answer(bytes2 a, bytes2 b, uint40 t) private view returns (bytes32) {
        (bool found, uint32 arrangement, uint16 version) = arrangements.inForce(a, b, 1, 1, t);
        return keccak256(abi.encode(found, arrangement, version));
    }

    function anyCall(uint8 kind, uint32 id, address authority, bytes2 other, uint40 at, Signing memory by_)
        private
        view
        returns (bytes memory)
    {
        if (kind % 4 == 0) return accedeCall(authority, id, 1, at, by_);
        if (kind % 4 == 1) return withdrawCall(authority, id, at, by_);
        if (kind % 4 == 2) return suspendCall(authority, id, other, at, by_);
        return resumeCall(authority, id, other, at, by_);
    }

    function tryCall(uint32 id, bytes memory call) private {
        vm.prank(CARRIER);
        (bool success,) = address(arrangements).call(call);
        if (success) audit(id);
    }

    function trespass(bytes memory call) private {
        vm.prank(CARRIER);
        (bool success,) = address(arrangements).call(call);
        if (success) ++trespasses;
    }

    /// @dev Periods may only be added, or ended if they were open; both not before the block.
    function audit(uint32 id) private {
        for (uint256 i = 0; i < 3; ++i) {
            auditAccessions(id, _countries[i]);
            for (uint256 j = 0; j < 3; ++j) {
                if (i != j) auditSuspensions(id, _countries[i], _countries[j]);
            }
        }
    }

    function auditAccessions(uint32 id, bytes2 country) private {
        IArrangementRegistry.Accession[] memory now_ = arrangements.accessionsOf(id, country);
        IArrangementRegistry.Accession[] storage before = _accessions[id][country];
        for (uint256 i = 0; i < now_.length; ++i) {
            if (i == before.length) {
                assertTrue(now_[i].from >= block.timestamp, "an accession that begins in the past");
                before.push(now_[i]);
                continue;
            }
            IArrangementRegistry.Accession storage known = before[i];
            assertTrue(known.version == now_[i].version && known.from == now_[i].from, "accession");
            auditEnd(known.until, now_[i].until);
            if (known.until != now_[i].until) known.until = now_[i].until;
        }
        assertEq(now_.length, before.length, "accessions");
    }

    function auditSuspensions(uint32 id, bytes2 by_, bytes2 against) private {
        IArrangementRegistry.Suspension[] memory now_ = arrangements.suspensionsOf(id, by_, against);
        IArrangementRegistry.Suspension[] storage before =
            _suspensions[id][bytes4(by_) | (bytes4(against) >> 16)];
        for (uint256 i = 0; i < now_.length; ++i) {
            if (i == before.length) {
                assertTrue(now_[i].from >= block.timestamp, "a suspension that begins in the past");
                before.push(now_[i]);
                continue;
            }
            assertEq(before[i].from, now_[i].from, "suspension");
            auditEnd(before[i].until, now_[i].until);
            if (before[i].until != now_[i].until) before[i].until = now_[i].until;
        }
        assertEq(now_.length, before.length, "suspensions");
    }

    function auditEnd(uint40 before, uint40 now_) private view {
        if (before == now_) return;
        assertEq(before, 0, "an end was moved");
        assertTrue(now_ >= block.timestamp, "an end in the past");
    }

    function signing(uint8 who) private view returns (Signing memory) {
        return byFor(_keys[who % 3], _addresses[who % 3], arrangements);
    }

    function idOf(uint8 place) private pure returns (uint32) {
        return 1 + (place % 2);
    }

    /// @dev Half of the instructions are for now.
    function instant(uint8 delay) private view returns (uint40) {
        return delay < 128 ? 0 : uint40(block.timestamp + (delay % 32));
    }
}
