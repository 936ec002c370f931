#!/bin/sh
# Starts Besu with the node key of ESLABON_NODE_KEY: 32 bytes in hexadecimal. Besu reads a key from a file only; this one
# lies in memory (/tmp of the container) and belongs to its user alone.
set -eu
umask 077

case "${ESLABON_NODE_KEY:-}" in
  '' | *[!0-9a-f]*)
    echo 'ESLABON_NODE_KEY is not a key: npm run compose:network makes one.' >&2
    exit 2
    ;;
esac

key_file="${TMPDIR:-/tmp}/node.key"
printf '%s' "$ESLABON_NODE_KEY" >"$key_file"
unset ESLABON_NODE_KEY

exec besu --node-private-key-file="$key_file" "$@"
