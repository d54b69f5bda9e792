/**
 * Compound files ([MS-CFB]): the file system inside a file in which Outlook, and old Office, keep their things. Everything a
 * stranger wrote in it is bounded: chains by the number of sectors, reading by twice the file, each entry is met once.
 */
import { ReadingProblem } from '../problem.ts'

export interface Storage {
  readonly storages: ReadonlyMap<string, Storage>
  /** Each stream's bytes, read when asked for. */
  readonly streams: ReadonlyMap<string, () => Uint8Array>
}

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Sector numbers from here on say something else ([MS-CFB] 2.1): end of a chain, free, part of the FAT. */
const LAST_SECTOR = 0xfffffffa
const END_OF_CHAIN = 0xfffffffe
const NO_ENTRY = 0xffffffff
const ENTRY_BYTES = 128
const MOST_ENTRIES = 100_000

const damaged = (cause: string) => new ReadingProblem('file-damaged', { cause: `compound file: ${cause}` })

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && SIGNATURE.equals(bytes.subarray(0, 8))
}

interface Entry {
  readonly name: string
  readonly kind: 'storage' | 'stream' | 'root'
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** The root storage. Throws a ReadingProblem where the file's own tables contradict themselves. */
export function openCompoundFile(bytes: Uint8Array): Storage {
  if (!isCompoundFile(bytes)) throw damaged('no signature')
  return new CompoundFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).root()
}

class CompoundFile {
  readonly #bytes: Buffer
  readonly #sector: number
  readonly #miniSector: number
  readonly #cutoff: number
  readonly #fat: Uint32Array
  readonly #miniFat: Uint32Array
  readonly #entries: (Entry | null)[]
  #mini: Buffer | null = null
  #mayRead: number

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#mayRead = bytes.length * 2
    const shift = bytes.readUInt16LE(0x1e)
    const miniShift = bytes.readUInt16LE(0x20)
    if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw damaged('sector size')
    this.#sector = 1 << shift
    this.#miniSector = 1 << miniShift
    this.#cutoff = bytes.readUInt32LE(0x38)
    this.#fat = this.#readFat()
    this.#miniFat = this.#tableOf(this.#chain(bytes.readUInt32LE(0x3c), this.#fat))
    this.#entries = this.#readEntries(this.#chain(bytes.readUInt32LE(0x30), this.#fat), shift === 9)
  }

  root(): Storage {
    const root = this.#entries[0]
    if (root?.kind !== 'root') throw damaged('no root')
    return this.#storageOf(root, new Set([0]))
  }

  /** Sectors that the file really has. */
  get #sectors(): number {
    return Math.max(0, Math.ceil(this.#bytes.length / this.#sector) - 1)
  }

  #sectorBytes(number: number): Buffer {
    const at = (number + 1) * this.#sector
    if (number >= LAST_SECTOR || at >= this.#bytes.length) throw damaged('a sector beyond the end')
    const part = this.#bytes.subarray(at, at + this.#sector)
    return part.length === this.#sector ? part : Buffer.concat([part], this.#sector)
  }

  #readFat(): Uint32Array {
    const places: number[] = []
    const perSector = this.#sector / 4
    const add = (from: Buffer, at: number, count: number) => {
      for (let n = 0; n < count; n++) {
        const sector = from.readUInt32LE(at + n * 4)
        if (sector < LAST_SECTOR) places.push(sector)
      }
    }
    add(this.#bytes, 0x4c, 109)
    let next = this.#bytes.readUInt32LE(0x44)
    for (let n = 0; next < LAST_SECTOR; n++) {
      if (n > this.#sectors) throw damaged('its tables go round in a circle')
      const sector = this.#sectorBytes(next)
      add(sector, 0, perSector - 1)
      next = sector.readUInt32LE(this.#sector - 4)
    }
    if (places.length * perSector > this.#sectors + 2 * perSector + places.length) places.length = this.#fatSectors()
    return this.#tableOf(places)
  }

  /** No table is longer than what all sectors need. */
  #fatSectors(): number {
    return Math.ceil((this.#sectors + 1) / (this.#sector / 4)) + 1
  }

  #tableOf(sectors: readonly number[]): Uint32Array {
    const perSector = this.#sector / 4
    const table = new Uint32Array(sectors.length * perSector)
    for (const [n, number] of sectors.entries()) {
      const sector = this.#sectorBytes(number)
      for (let at = 0; at < perSector; at++) table[n * perSector + at] = sector.readUInt32LE(at * 4)
    }
    return table
  }

  /** The sectors of a chain, `most` of them at most; one that goes in a circle or leaves the table is refused. */
  #chain(start: number, table: Uint32Array, most = Number.POSITIVE_INFINITY): number[] {
    const sectors: number[] = []
    for (let next = start; next < LAST_SECTOR && sectors.length < most; next = table[next]!) {
      if (next >= table.length) throw damaged('a chain leaves its table')
      if (sectors.length > table.length) throw damaged('a chain goes round in a circle')
      sectors.push(next)
    }
    return sectors
  }

  #readEntries(sectors: readonly number[], small: boolean): (Entry | null)[] {
    if (sectors.length === 0) throw damaged('no directory')
    if (new Set(sectors).size !== sectors.length) throw damaged('a directory that goes round in a circle')
    const entries: (Entry | null)[] = []
    for (const number of sectors) {
      const sector = this.#sectorBytes(number)
      for (let at = 0; at < this.#sector; at += ENTRY_BYTES) entries.push(entryOf(sector, at, small))
      if (entries.length > MOST_ENTRIES) throw damaged('too many entries')
    }
    return entries
  }

  /** Entries of a storage stand in a binary tree; met with a list instead of recursion, and each once. */
  #storageOf(storage: Entry, met: Set<number>): Storage {
    const root = { storages: new Map<string, Storage>(), streams: new Map<string, () => Uint8Array>() }
    const waiting: [index: number, into: typeof root][] = [[storage.child, root]]
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const [index, into] = one
      if (index === NO_ENTRY) continue
      const entry = this.#entries[index]
      if (entry === undefined || entry === null) continue
      if (met.has(index)) throw damaged('a directory that goes round in a circle')
      met.add(index)
      waiting.push([entry.left, into], [entry.right, into])
      if (entry.kind === 'stream') into.streams.set(entry.name, () => this.#streamOf(entry))
      if (entry.kind !== 'storage') continue
      const inner = { storages: new Map(), streams: new Map() }
      into.storages.set(entry.name, inner)
      waiting.push([entry.child, inner])
    }
    return root
  }

  #streamOf({ start, size }: Entry): Uint8Array {
    if (size > this.#bytes.length) throw damaged('a stream longer than the file')
    this.#mayRead -= size
    if (this.#mayRead < 0) throw damaged('streams that share their sectors')
    if (size === 0) return new Uint8Array()
    if (size >= this.#cutoff) return this.#gather(start, this.#fat, size, this.#sector, n => this.#sectorBytes(n))
    const mini = this.#miniStream()
    return this.#gather(start, this.#miniFat, size, this.#miniSector, n => {
      const at = n * this.#miniSector
      if (at >= mini.length) throw damaged('a sector beyond the end')
      return mini.subarray(at, at + this.#miniSector)
    })
  }

  #gather(start: number, table: Uint32Array, size: number, unit: number, bytesAt: (n: number) => Buffer): Uint8Array {
    const needed = Math.ceil(size / unit)
    const sectors = this.#chain(start, table, needed)
    if (sectors.length < needed) throw damaged('a stream that ends too early')
    return Buffer.concat(sectors.map(bytesAt), size)
  }

  #miniStream(): Buffer {
    const root = this.#entries[0]!
    this.#mini ??= Buffer.concat(
      this.#chain(root.start, this.#fat, Math.ceil(root.size / this.#sector)).map(n => this.#sectorBytes(n)),
    )
    return this.#mini
  }
}

const kinds: Readonly<Record<number, Entry['kind']>> = { 1: 'storage', 2: 'stream', 5: 'root' }

/** One entry of the directory ([MS-CFB] 2.6.1); files of small sectors use the low half of the size only. */
function entryOf(sector: Buffer, at: number, small: boolean): Entry | null {
  const kind = kinds[sector[at + 66]!]
  if (kind === undefined) return null
  const nameBytes = Math.min(64, Math.max(2, sector.readUInt16LE(at + 64))) & ~1
  const high = small ? 0 : sector.readUInt32LE(at + 124)
  return {
    name: sector.toString('utf16le', at, at + nameBytes - 2),
    kind,
    left: sector.readUInt32LE(at + 68),
    right: sector.readUInt32LE(at + 72),
    child: sector.readUInt32LE(at + 76),
    start: sector.readUInt32LE(at + 116),
    size: high * 0x1_0000_0000 + sector.readUInt32LE(at + 120),
  }
}

export { END_OF_CHAIN, NO_ENTRY, SIGNATURE }
