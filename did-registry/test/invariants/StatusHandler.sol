// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IStatusRegistry} from "../../contracts/IStatusRegistry.sol";
import {AuthorityCalls} from "../utils/AuthorityCalls.sol";
import {StatusCalls} from "../utils/StatusCalls.sol";

/**
 * @notice Random work on the StatusRegistry by three authorities, their delegates and people who are neither, beside a
 * model of what must come of it. A revert here fails the test.
 */
contract StatusHandler is StatusCalls, AuthorityCalls {
    struct Words {
        uint256 revoked;
        uint256 suspended;
    }

    uint256 public constant LISTS = 2;

    /// @dev By authority, list and word: what the contract must have.
    mapping(address => mapping(uint32 => mapping(uint32 => Words))) private _model;
    mapping(address => mapping(uint32 => uint64)) public versionOf;
    mapping(address => bool) public isDelegated;

    uint256[3] private _keys;
    /// @dev Deriving an address from its key takes longer than the rest of a check.
    address[3] private _addresses;
    uint32[2] private _words = [0, 4095];
    uint256 private _delegateKey = keyOf("delegate");
    address private _delegate = vm.addr(_delegateKey);

    /// @dev Where something was tried last.
    address public lastAuthority;
    uint32 public lastList;
    /// @dev Accepted instructions of somebody who may give none.
    uint256 public trespasses;

    function setUp() public override {
        super.setUp();
        _keys = [peKey, mxKey, coKey];
        _addresses = [pe, mx, co];
        lastAuthority = pe;
    }

    function registry() external view returns (IStatusRegistry) {
        return statuses;
    }

    function authorityAt(uint256 index) public view returns (address) {
        return _addresses[index];
    }

    function wordAt(uint256 index) external view returns (uint32) {
        return _words[index];
    }

    function modelOf(address authority, uint32 list, uint32 word) external view returns (Words memory) {
        return _model[authority][list][word];
    }

    /// @dev A change that must be taken, whatever the state.
    function change(uint8 who, uint8 place, uint8 kind, uint256 bits) external {
        IStatusRegistry.Change[] memory changes = new IStatusRegistry.Change[](1);
        changes[0] = possible(authorityAt(who % 3), place, kind, bits);
        submit(who, changes);
    }

    /// @dev Anything at all: taken or refused as the rules say. Sparse words meet each other's bits.
    function wish(uint8 who, uint8 place, uint256 revoke, uint256 suspend, uint256 reinstate) external {
        uint256 mask = place & 64 == 0 ? 15 : type(uint256).max;
        submit(who, one(place % 2, wordOf(place), revoke & mask, suspend & mask, reinstate & mask));
    }

    /// @dev Several changes of which the last is anything: all or nothing.
    function batch(uint8 who, uint8 place, uint8 kind, uint256 bits, uint256 revoke, uint256 suspend)
        external
    {
        IStatusRegistry.Change[] memory changes = new IStatusRegistry.Change[](3);
        changes[0] = possible(authorityAt(who % 3), place, kind, bits);
        changes[1] = IStatusRegistry.Change((place % 2) ^ 1, wordOf(place), bits | 1, 0, 0);
        changes[2] = IStatusRegistry.Change((place >> 2) % 2, wordOf(place), revoke & 15, suspend & 15, 0);
        submit(who, changes);
    }

    /// @dev Another authority, the delegate of another, or a stranger signs for the authority.
    function intrude(uint8 who, uint8 victim, uint256 bits) external {
        address authority = authorityAt(victim % 3);
        uint256 key = [peKey, mxKey, coKey, strangerKey, _delegateKey][who % 5];
        if (vm.addr(key) == authority) key = strangerKey;
        if (key == _delegateKey && isDelegated[authority]) key = strangerKey;
        bytes memory call =
            setStatusCall(authority, one(0, 0, bits | 1, 0, 0), byFor(key, authority, statuses));
        trespass(call);
    }

    /// @dev Somebody whom nobody admitted signs for himself.
    function introduce(uint8 who, uint256 bits) external {
        uint256 key = who % 2 == 0 ? strangerKey : _delegateKey;
        trespass(setStatusCall(vm.addr(key), one(0, 0, bits | 1, 0, 0), by(key, statuses)));
    }

    function delegate(uint8 who) external {
        address authority = authorityAt(who % 3);
        vm.prank(authority);
        if (isDelegated[authority]) {
            stock.revokeDelegate(authority, "eslabon.status", _delegate);
        } else {
            stock.addDelegate(authority, "eslabon.status", _delegate, 3650 days);
        }
        isDelegated[authority] = !isDelegated[authority];
    }

    function passTime(uint16 duration) external {
        vm.warp(block.timestamp + 1 + duration);
    }

    /// @dev PE and MX remove CO, rarely and once.
    function remove(uint8 dice) external {
        if (dice % 8 != 0 || !authorities.isActive(co)) return;
        Motion memory motion = removal("CO", co);
        approveBy(peKey, motion);
        approveBy(mxKey, motion);
    }

    function submit(uint8 who, IStatusRegistry.Change[] memory changes) private {
        address authority = authorityAt(who % 3);
        uint256 key = isDelegated[authority] && who & 64 != 0 ? _delegateKey : _keys[who % 3];
        bytes memory call = setStatusCall(authority, changes, byFor(key, authority, statuses));
        (lastAuthority, lastList) = (authority, changes[0].list);
        bool allowed = authorities.isActive(authority) && apply_(authority, changes);
        vm.prank(CARRIER);
        (bool success,) = address(statuses).call(call);
        assertTrue(success == allowed, "taken or refused as the model says");
    }

    function trespass(bytes memory call) private {
        vm.prank(CARRIER);
        (bool success,) = address(statuses).call(call);
        if (success) ++trespasses;
    }

    /// @dev Changes the model, unless one of the changes is not allowed. Says whether it did.
    function apply_(address authority, IStatusRegistry.Change[] memory changes) private returns (bool) {
        Words[] memory before = new Words[](changes.length);
        for (uint256 i = 0; i < changes.length; ++i) {
            IStatusRegistry.Change memory c = changes[i];
            Words storage words = _model[authority][c.list][c.word];
            before[i] = words;
            if (!isAllowed(c, words)) {
                for (uint256 j = i; j > 0; --j) {
                    _model[authority][changes[j - 1].list][changes[j - 1].word] = before[j - 1];
                    --versionOf[authority][changes[j - 1].list];
                }
                return false;
            }
            words.revoked |= c.revoke;
            words.suspended = (words.suspended | c.suspend) & ~c.reinstate;
            ++versionOf[authority][c.list];
        }
        return true;
    }

    function isAllowed(IStatusRegistry.Change memory c, Words memory words) private pure returns (bool) {
        if (c.revoke == 0 && c.suspend == 0 && c.reinstate == 0) return false;
        if (c.revoke & c.suspend != 0 || c.revoke & c.reinstate != 0) return false;
        if (c.suspend & c.reinstate != 0) return false;
        if (words.revoked & c.suspend != 0 || words.revoked & c.reinstate != 0) return false;
        return c.reinstate & words.suspended == c.reinstate;
    }

    function possible(address authority, uint8 place, uint8 kind, uint256 bits)
        private
        view
        returns (IStatusRegistry.Change memory)
    {
        (uint32 list, uint32 word) = (place % 2, wordOf(place));
        Words memory words = _model[authority][list][word];
        uint256 reinstate = bits & words.suspended & ~words.revoked;
        if (kind % 4 == 0 && reinstate != 0) return IStatusRegistry.Change(list, word, 0, 0, reinstate);
        uint256 suspend = bits & ~words.revoked;
        if (kind % 4 < 3 && suspend != 0) return IStatusRegistry.Change(list, word, 0, suspend, 0);
        // Few bits at a time, so that something is left to suspend.
        return IStatusRegistry.Change(list, word, uint256(1) << (bits % 256), 0, 0);
    }

    function wordOf(uint8 place) private view returns (uint32) {
        return _words[(place >> 1) % 2];
    }
}
