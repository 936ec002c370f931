/**
 * The opcodes of creation or runtime code, in order, without the data of PUSH instructions and without the metadata that
 * solc puts at the end: CBOR, whose length stands in the last two bytes.
 */
export function* walkOpcodes(bytecode: `0x${string}`): Generator<{ at: number; opcode: number }> {
  const code = Buffer.from(bytecode.slice(2), 'hex');
  const end = code.length - 2 - code.readUInt16BE(code.length - 2);
  for (let at = 0; at < end; at++) {
    const opcode = code[at] as number;
    yield { at, opcode };
    if (opcode >= 0x60 && opcode <= 0x7f) at += opcode - 0x5f;
  }
}

/** From and to, both included: what the EVM knows as of Berlin. INVALID (0xfe) stands between code and data. */
const berlin = [
  ...[
    [0x00, 0x0b],
    [0x10, 0x1d],
    [0x20, 0x20],
    [0x30, 0x47],
    [0x50, 0x5b],
    [0x60, 0xa4],
  ],
  ...[
    [0xf0, 0xf5],
    [0xfa, 0xfa],
    [0xfd, 0xff],
  ],
] as const;

/** Whether an opcode is older than London: not BASEFEE, PUSH0, MCOPY, TLOAD or whatever comes. */
export function isBerlinOpcode(opcode: number): boolean {
  return berlin.some(([from = 0, to = 0]) => from <= opcode && opcode <= to);
}
