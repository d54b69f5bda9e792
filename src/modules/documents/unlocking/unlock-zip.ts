import { crc32, inflateRawSync } from 'node:zlib'
import { ReadingProblem } from '../reading/problem.ts'
import { ZIP_LIMITS } from '../reading/zip-entries.ts'
import { aesPlain, traditionalPlain } from './zip-cipher.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_BYTES = 22
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const FAR = 0xffff_ffff

/** Bits of the general purpose flag: encrypted; sizes follow the data; strongly encrypted; directory masked. */
const ENCRYPTED = 0x1
const SIZES_AFTER = 0x8
const NOT_OURS = 0x40 | 0x2000
const AES_METHOD = 99
const AES_EXTRA = 0x9901

interface Entry {
  readonly flags: number
  readonly method: number
  readonly time: number
  readonly crc: number
  readonly size: number
  readonly name: Buffer
  readonly extra: Buffer
  readonly data: Buffer
}

interface Plain {
  readonly method: number
  readonly crc: number
  readonly data: Buffer
}

/**
 * The same archive with its entries decrypted; they stay packed as they were. Entries that this password does not open stay
 * locked; where it opens none, it is the wrong one. APPNOTE 6.3.10; ZIP64 archives are not opened.
 */
export function unlockZip(bytes: Buffer, password: string): Buffer {
  const entries = entriesOf(bytes)
  const locked = entries.filter(entry => entry.flags & ENCRYPTED)
  if (locked.length === 0) throw new ReadingProblem('password-not-needed')
  const passwords = [Buffer.from(password, 'utf8'), Buffer.from(password, 'latin1')]
  const budget = { bytes: ZIP_LIMITS.totalBytes }
  const opened = new Map<Entry, Plain>()
  for (const entry of locked) {
    const plain = passwords.map(one => plainOf(entry, one, budget)).find(one => one !== null)
    if (plain) opened.set(entry, plain)
  }
  if (opened.size === 0) {
    const strange = locked.every(entry => entry.flags & NOT_OURS)
    throw new ReadingProblem(strange ? 'encryption-unknown' : 'password-wrong')
  }
  return written(entries, opened)
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + END_BYTES > bytes.length) throw new ReadingProblem('file-damaged', { cause: 'no directory' })
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > ZIP_LIMITS.entries || at === FAR) throw new ReadingProblem('encryption-unknown')
  const entries: Entry[] = []
  for (let n = 0; n < count; n++) {
    if (at + CENTRAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      throw new ReadingProblem('file-damaged', { cause: 'directory' })
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map(place => bytes.readUInt16LE(at + place))
    const [packed, size, local] = [20, 24, 42].map(place => bytes.readUInt32LE(at + place))
    if (packed === FAR || size === FAR || local === FAR) throw new ReadingProblem('encryption-unknown')
    const named = at + CENTRAL_BYTES
    entries.push({
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      time: bytes.readUInt32LE(at + 12),
      crc: bytes.readUInt32LE(at + 16),
      size: size!,
      name: bytes.subarray(named, named + nameBytes!),
      extra: bytes.subarray(named + nameBytes!, named + nameBytes! + extraBytes!),
      data: dataOf(bytes, local!, packed!),
    })
    at = named + nameBytes! + extraBytes! + commentBytes!
  }
  return entries
}

function dataOf(bytes: Buffer, local: number, packed: number): Buffer {
  if (local + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(local) !== LOCAL)
    throw new ReadingProblem('file-damaged', { cause: 'entry' })
  const from = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (from + packed > bytes.length) throw new ReadingProblem('file-damaged', { cause: 'entry cut off' })
  return bytes.subarray(from, from + packed)
}

/** The entry's packed bytes, when the password fits and what unpacks from them is what was packed. */
function plainOf(entry: Entry, password: Buffer, budget: { bytes: number }): Plain | null {
  if (entry.flags & NOT_OURS) return null
  if (entry.method === AES_METHOD) {
    const aes = aesFacts(entry.extra)
    const data = aes && aesPlain(entry.data, password, aes.strength)
    const content = data && unpacked(data, aes.method, entry.size, budget)
    return content && { method: aes.method, crc: crc32(content), data }
  }
  const proof = entry.flags & SIZES_AFTER ? (entry.time >>> 8) & 0xff : entry.crc >>> 24
  const data = traditionalPlain(entry.data, password, proof)
  const content = data && unpacked(data, entry.method, entry.size, budget)
  return content && crc32(content) === entry.crc ? { method: entry.method, crc: entry.crc, data: data! } : null
}

/** WinZip's extra field: version, vendor, strength of the key, the method by which the entry was packed. */
function aesFacts(extra: Buffer): { strength: number; method: number } | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== AES_EXTRA || extra.readUInt16LE(at + 2) < 7 || at + 11 > extra.length) continue
    const strength = extra[at + 8]!
    return strength >= 1 && strength <= 3 ? { strength, method: extra.readUInt16LE(at + 9) } : null
  }
  return null
}

/** What was packed, never more than all entries together may be; null where it is something else than its directory says. */
function unpacked(data: Buffer, method: number, size: number, budget: { bytes: number }): Buffer | null {
  if (size > ZIP_LIMITS.entryBytes || size > budget.bytes)
    throw new ReadingProblem('zip-bomb', { bytes: size, limit: ZIP_LIMITS.totalBytes })
  if (method !== 0 && method !== 8) return null
  try {
    const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
    if (content.length !== size) return null
    budget.bytes -= size
    return content
  } catch {
    return null
  }
}

function written(entries: readonly Entry[], opened: ReadonlyMap<Entry, Plain>): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const plain = opened.get(entry)
    const { method, crc, data } = plain ?? entry
    const extra = plain ? Buffer.alloc(0) : entry.extra
    const locked = !plain && entry.flags & ENCRYPTED
    // The sizes stand before the data here; an entry that stays locked keeps that bit, since its proof depends on it.
    const flags = locked ? entry.flags : entry.flags & ~(ENCRYPTED | SIZES_AFTER)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(plain ? 20 : 51, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(entry.time, 6)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(entry.size, 18)
    common.writeUInt16LE(entry.name.length, 22)
    common.writeUInt16LE(extra.length, 24)
    chunks.push(signed(LOCAL), common, entry.name, extra, data)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(signed(CENTRAL), Buffer.from([51, 0]), common, place, entry.name, extra)
    offset += LOCAL_BYTES + entry.name.length + extra.length + data.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    8,
  )
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...chunks, ...directory, signed(END), end])
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature, 0)
  return bytes
}
