import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize } from 'node:path'

/*
 * Reads the archives that PostgreSQL's BASE_BACKUP writes (POSIX ustar: files and folders, no extensions), since a bare machine
 * may not have tar, and so that each file is checked while it is laid out.
 */

const BLOCK = 512

interface Header {
  readonly path: string
  readonly size: number
  readonly type: string
}

const textAt = (block: Buffer, from: number, length: number): string => {
  const field = block.subarray(from, from + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end === -1 ? length : end)
}

/** Sizes are octal digits; from 8 GB on, binary with the first bit set. */
function sizeAt(block: Buffer): number {
  if (((block[124] as number) & 0x80) === 0) return Number.parseInt(textAt(block, 124, 12).trim() || '0', 8)
  return Number(block.readBigUInt64BE(128))
}

/** The header's own sum: every byte of it, its eight bytes counted as spaces. */
function isWhole(block: Buffer): boolean {
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  return Number.parseInt(textAt(block, 148, 8), 8) === sum
}

function headerOf(block: Buffer): Header | undefined {
  if (block.every(byte => byte === 0)) return undefined
  if (!isWhole(block)) throw new Error('The archive is damaged: a header does not add up')
  const prefix = textAt(block, 345, 155)
  const name = textAt(block, 0, 100)
  const path = normalize(prefix === '' ? name : `${prefix}/${name}`)
  if (isAbsolute(path) || path.split('/').includes('..')) throw new Error(`The archive would write outside: ${path}`)
  return { path, size: sizeAt(block), type: String.fromCharCode(block[156] as number) }
}

/** A file that was laid out. */
export interface Unpacked {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** The open file of an archive member, and what is still to come of it. */
interface Member {
  readonly header: Header
  readonly file: FileHandle
  readonly hash: ReturnType<typeof createHash>
  left: number
}

async function begin(header: Header, target: string): Promise<Member | undefined> {
  const path = join(target, header.path)
  if (header.type === '5') {
    await mkdir(path, { recursive: true, mode: 0o700 })
    return undefined
  }
  if (header.type !== '0' && header.type !== '\0')
    throw new Error(`${header.path}: only files and folders are expected`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  return { header, file: await open(path, 'wx', 0o600), hash: createHash('sha256'), left: header.size }
}

async function finish({ header, file, hash }: Member): Promise<Unpacked> {
  await file.sync()
  await file.close()
  return { path: header.path, size: header.size, sha256: hash.digest('hex') }
}

/** Lays out an archive in an empty folder, syncing each file, and tells what each was. */
export async function* unpack(archive: string, target: string): AsyncGenerator<Unpacked> {
  let rest: Buffer = Buffer.alloc(0)
  let member: Member | undefined
  let padding = 0
  try {
    for await (const chunk of createReadStream(archive, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      let data: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      for (;;) {
        if (member) {
          const part: Buffer = data.subarray(0, member.left)
          await member.file.write(part)
          member.hash.update(part)
          member.left -= part.length
          data = data.subarray(part.length)
          if (member.left > 0) break
          yield await finish(member)
          member = undefined
        }
        const skip = Math.min(padding, data.length)
        padding -= skip
        data = data.subarray(skip)
        if (padding > 0 || data.length < BLOCK) break
        const header = headerOf(data.subarray(0, BLOCK))
        data = data.subarray(BLOCK)
        if (!header) continue
        member = await begin(header, target)
        padding = member ? (BLOCK - (header.size % BLOCK)) % BLOCK : 0
      }
      rest = data
    }
    if (member || rest.length > 0) throw new Error(`${archive} ends too early`)
  } finally {
    await member?.file.close()
  }
}
