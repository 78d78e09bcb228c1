import { arch } from 'node:os'

const [HEADER, PROGRAM_HEADER] = [64, 56]
const AT = 0x400000n

/** The machine's name in an ELF header, and code that ends with an exit code. */
const MACHINES: Readonly<
  Record<string, readonly [machine: number, code: (exit: number) => readonly number[]]>
> = {
  x64: [62, (exit) => [0x6a, 0x3c, 0x58, 0x6a, exit, 0x5f, 0x0f, 0x05]],
  arm64: [183, (exit) => [...words(0xd2800000 | (exit << 5)), ...words(0xd2800ba8), ...words(0xd4000001)]],
}

const words = (word: number): readonly number[] => [0, 8, 16, 24].map((bits) => (word >>> bits) & 0xff)

/** A program for this machine's Linux that needs nothing and only ends: an image of it alone can run. */
export const programEnding = (exit: number): Buffer => {
  const [machine, code] = MACHINES[arch()] ?? []
  if (machine === undefined || !code) throw new Error(`no program can be made for ${arch()}`)
  const instructions = Buffer.from(code(exit))
  const start = HEADER + PROGRAM_HEADER
  const file = Buffer.alloc(start)
  file.write('\x7fELF\x02\x01\x01', 'latin1')
  file.writeUInt16LE(2, 16)
  file.writeUInt16LE(machine, 18)
  file.writeUInt32LE(1, 20)
  file.writeBigUInt64LE(AT + BigInt(start), 24)
  file.writeBigUInt64LE(BigInt(HEADER), 32)
  file.writeUInt16LE(HEADER, 52)
  file.writeUInt16LE(PROGRAM_HEADER, 54)
  file.writeUInt16LE(1, 56)
  // One segment, to be read and run: the whole file.
  file.writeUInt32LE(1, HEADER)
  file.writeUInt32LE(5, HEADER + 4)
  file.writeBigUInt64LE(AT, HEADER + 16)
  file.writeBigUInt64LE(AT, HEADER + 24)
  file.writeBigUInt64LE(BigInt(start + instructions.length), HEADER + 32)
  file.writeBigUInt64LE(BigInt(start + instructions.length), HEADER + 40)
  file.writeBigUInt64LE(0x10000n, HEADER + 48)
  return Buffer.concat([file, instructions])
}
