/** Writes a compound file ([MS-CFB], version 3): a mail that lay inside another becomes a file of its own again. */
import { END_OF_CHAIN, NO_ENTRY, SIGNATURE, type Storage } from './compound-file.ts'

const SECTOR = 512
const MINI = 64
const CUTOFF = 4096
const FREE = 0xffffffff
const FAT_SECTOR = 0xfffffffd
const DIFAT_SECTOR = 0xfffffffc
const IN_HEADER = 109

interface Line {
  readonly name: string
  readonly kind: 1 | 2 | 5
  readonly bytes: Uint8Array
  left: number
  right: number
  child: number
  start: number
}

const sectorsFor = (bytes: number) => Math.ceil(bytes / SECTOR)

/** The bytes of a compound file with this root. Streams are asked for once each. */
export function writeCompoundFile(root: Storage): Uint8Array {
  const lines = linesOf(root)
  const minis = lines.filter(line => line.kind === 2 && line.bytes.length > 0 && line.bytes.length < CUTOFF)
  const large = lines.filter(line => line.kind === 2 && line.bytes.length >= CUTOFF)
  const miniFat: number[] = []
  for (const line of minis) line.start = addChain(miniFat, Math.ceil(line.bytes.length / MINI))
  const miniStream = padded(minis.map(line => padded([line.bytes], MINI)))
  const counts = {
    directory: sectorsFor(lines.length * 128),
    miniFat: sectorsFor(miniFat.length * 4),
    mini: sectorsFor(miniStream.length),
    large: large.reduce((sum, line) => sum + sectorsFor(line.bytes.length), 0),
  }
  const content = counts.directory + counts.miniFat + counts.mini + counts.large
  const { fats, difats } = tablesFor(content)
  const fat: number[] = [...Array(fats).fill(FAT_SECTOR), ...Array(difats).fill(DIFAT_SECTOR)]
  const directoryAt = addChain(fat, counts.directory)
  const miniFatAt = addChain(fat, counts.miniFat)
  lines[0]!.start = addChain(fat, counts.mini)
  for (const line of large) line.start = addChain(fat, sectorsFor(line.bytes.length))
  return Buffer.concat([
    headerOf({ fats, difats, directoryAt, miniFatAt, miniFats: counts.miniFat }),
    numbers([...fat, ...Array(fats * 128 - fat.length).fill(FREE)]),
    difatSectors(fats, difats),
    padded(
      lines.map((line, n) => directoryLine(line, n === 0 ? miniStream.length : line.bytes.length)),
      SECTOR,
    ),
    numbers([...miniFat, ...Array(counts.miniFat * 128 - miniFat.length).fill(FREE)]),
    padded([miniStream], SECTOR),
    ...large.map(line => padded([line.bytes], SECTOR)),
  ])
}

/** A chain of so many sectors at the end of a table; where it begins. */
function addChain(table: number[], sectors: number): number {
  const start = table.length
  for (let n = 1; n <= sectors; n++) table.push(n === sectors ? END_OF_CHAIN : start + n)
  return sectors === 0 ? END_OF_CHAIN : start
}

/** How many sectors the tables take, which stand in the tables themselves. */
function tablesFor(content: number): { fats: number; difats: number } {
  for (let fats = 1; ; fats++) {
    const difats = Math.max(0, Math.ceil((fats - IN_HEADER) / 127))
    if (fats * 128 >= content + fats + difats) return { fats, difats }
  }
}

/** Directory entries, the root first, the entries of each storage in a balanced tree. */
function linesOf(root: Storage): Line[] {
  const lines: Line[] = []
  const add = (name: string, kind: Line['kind'], bytes: Uint8Array): number =>
    lines.push({ name, kind, bytes, left: NO_ENTRY, right: NO_ENTRY, child: NO_ENTRY, start: 0 }) - 1
  const waiting: [Storage, number][] = [[root, add('Root Entry', 5, new Uint8Array())]]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const [storage, at] = one
    const inner = [...storage.streams].map(([name, read]) => add(name, 2, read()))
    for (const [name, next] of storage.storages) {
      const index = add(name, 1, new Uint8Array())
      inner.push(index)
      waiting.push([next, index])
    }
    lines[at]!.child = treeOf(
      inner.sort((a, b) => inOrder(lines[a]!.name, lines[b]!.name)),
      lines,
    )
  }
  return lines
}

/** Shorter names first, then by their capitals ([MS-CFB] 2.6.4). */
function inOrder(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  const [upperA, upperB] = [a.toUpperCase(), b.toUpperCase()]
  return upperA < upperB ? -1 : upperA > upperB ? 1 : 0
}

function treeOf(sorted: readonly number[], lines: readonly Line[]): number {
  const middle = sorted.length >> 1
  const at = sorted[middle]
  if (at === undefined) return NO_ENTRY
  lines[at]!.left = treeOf(sorted.slice(0, middle), lines)
  lines[at]!.right = treeOf(sorted.slice(middle + 1), lines)
  return at
}

function directoryLine({ name, kind, left, right, child, start }: Line, size: number): Buffer {
  const line = Buffer.alloc(128)
  line.write(name.slice(0, 31), 0, 'utf16le')
  line.writeUInt16LE((Math.min(31, name.length) + 1) * 2, 64)
  line.writeUInt8(kind, 66)
  // Black.
  line.writeUInt8(1, 67)
  for (const [n, value] of [left, right, child].entries()) line.writeUInt32LE(value, 68 + n * 4)
  line.writeUInt32LE(size === 0 && kind !== 1 ? END_OF_CHAIN : start, 116)
  line.writeUInt32LE(size, 120)
  return line
}

interface Header {
  readonly fats: number
  readonly difats: number
  readonly directoryAt: number
  readonly miniFatAt: number
  readonly miniFats: number
}

function headerOf({ fats, difats, directoryAt, miniFatAt, miniFats }: Header): Buffer {
  const header = Buffer.alloc(SECTOR)
  SIGNATURE.copy(header)
  for (const [at, value] of [
    [0x18, 0x3e],
    [0x1a, 3],
    [0x1c, 0xfffe],
    [0x1e, 9],
    [0x20, 6],
  ] as const)
    header.writeUInt16LE(value, at)
  for (const [at, value] of [
    [0x2c, fats],
    [0x30, directoryAt],
    [0x38, CUTOFF],
    [0x3c, miniFatAt],
    [0x40, miniFats],
    [0x44, difats === 0 ? END_OF_CHAIN : fats],
    [0x48, difats],
  ] as const)
    header.writeUInt32LE(value, at)
  for (let n = 0; n < IN_HEADER; n++) header.writeUInt32LE(n < fats ? n : FREE, 0x4c + n * 4)
  return header
}

/** Where the FAT's sectors are beyond those that the header names; the last number of each leads to the next. */
function difatSectors(fats: number, difats: number): Buffer {
  const all: number[] = []
  for (let n = 0; n < difats; n++) {
    for (let at = 0; at < 127; at++) {
      const sector = IN_HEADER + n * 127 + at
      all.push(sector < fats ? sector : FREE)
    }
    all.push(n === difats - 1 ? END_OF_CHAIN : fats + n + 1)
  }
  return numbers(all)
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [n, value] of values.entries()) bytes.writeUInt32LE(value, n * 4)
  return bytes
}

/** Joined, and filled with zeros to whole units. */
function padded(parts: readonly Uint8Array[], unit = 1): Buffer {
  const joined = Buffer.concat(parts)
  return Buffer.concat([joined], Math.ceil(joined.length / unit) * unit)
}
