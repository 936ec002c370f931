// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IInstructed} from "../contracts/IInstructed.sol";
import {StatusCalls} from "./utils/StatusCalls.sol";

contract StatusSignerTest is StatusCalls {
    function test_delegate_signs_until_it_is_revoked() public {
        vm.prank(pe);
        stock.addDelegate(pe, "eslabon.status", stranger, 1 hours);
        send(address(statuses), setStatusCall(pe, one(1, 0, 1, 0, 0), byFor(strangerKey, pe, statuses)));
        assertWords(pe, 1, 0, 1, 0);

        vm.prank(pe);
        stock.revokeDelegate(pe, "eslabon.status", stranger);
        refuseSigner(strangerKey, pe);
    }

    function test_delegate_signs_until_it_expires() public {
        vm.prank(pe);
        stock.addDelegate(pe, "eslabon.status", stranger, 1 hours);
        vm.warp(START + 1 hours);
        refuseSigner(strangerKey, pe);
    }

    function test_refuses_delegates_of_another_type_or_authority() public {
        vm.prank(pe);
        stock.addDelegate(pe, "veriKey", stranger, 1 hours);
        refuseSigner(strangerKey, pe);
        vm.prank(mx);
        stock.addDelegate(mx, "eslabon.status", stranger, 1 hours);
        refuseSigner(strangerKey, pe);
    }

    function test_changed_owner_signs_and_the_former_does_not() public {
        vm.prank(pe);
        stock.changeOwner(pe, stranger);
        refuseSigner(peKey, pe);
        send(address(statuses), setStatusCall(pe, one(1, 0, 1, 0, 0), byFor(strangerKey, pe, statuses)));
        assertWords(pe, 1, 0, 1, 0);
    }

    function refuseSigner(uint256 key, address authority) private {
        sendRefused(
            address(statuses),
            setStatusCall(authority, one(1, 0, 1, 0, 0), byFor(key, authority, statuses)),
            abi.encodeWithSelector(IInstructed.SignerNotAuthorized.selector, authority, vm.addr(key))
        );
    }
}
