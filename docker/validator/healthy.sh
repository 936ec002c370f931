#!/usr/bin/env bash
# Healthy is a node that is in sync and sees at least two others: three of four validators make a block. The image has no
# HTTP client, hence the socket. The port is another one in tests only.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/${1:-8545}"
printf 'GET /readiness?minPeers=2&maxBlocksBehind=10 HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
