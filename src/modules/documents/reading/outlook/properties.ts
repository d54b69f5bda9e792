/** Properties of a message, a recipient or an attachment ([MS-OXMSG] 2.4): fixed ones in one stream, long ones in a stream each. */
import { decodeCodePage } from './code-pages.ts'
import type { Storage } from './compound-file.ts'

/** The stream that makes a storage one of Outlook's. */
export const PROPERTIES = '__properties_version1.0'
/** Bytes before the first property: of a file, of a mail inside a mail, of a recipient or an attachment. */
export const HEADER_BYTES = { file: 32, inner: 24, part: 8 } as const
/** A text longer than this is cut: no paper is. */
const MOST_TEXT_BYTES = 40_000_000

const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0')
/** [MS-OXCDATA] 2.11.1: text in Unicode, text in a code page, bytes, a whole storage. */
export const TYPE = {
  unicode: 0x001f,
  text: 0x001e,
  bytes: 0x0102,
  object: 0x000d,
  long: 0x0003,
  time: 0x0040,
} as const
export const streamName = (id: number, type: number) => `__substg1.0_${hex(id, 4)}${hex(type, 4)}`

export class Properties {
  readonly #storage: Storage
  readonly #fixed = new Map<number, Buffer>()
  readonly #codePage: number

  constructor(storage: Storage, headerBytes: number, codePage?: number) {
    this.#storage = storage
    const bytes = Buffer.from(storage.streams.get(PROPERTIES)?.() ?? [])
    for (let at = headerBytes; at + 16 <= bytes.length; at += 16)
      this.#fixed.set(bytes.readUInt32LE(at), bytes.subarray(at + 8, at + 16))
    // PidTagMessageCodepage, else the one of its HTML (PidTagInternetCodepage).
    this.#codePage = codePage ?? this.long(0x3ffd) ?? this.long(0x3fde) ?? 1252
  }

  get codePage(): number {
    return this.#codePage
  }

  long(id: number): number | null {
    return this.#fixed.get(id * 0x10000 + TYPE.long)?.readInt32LE(0) ?? null
  }

  /** RFC 3339; a FILETIME counts tenths of microseconds since 1601. */
  time(id: number): string | null {
    const value = this.#fixed.get(id * 0x10000 + TYPE.time)
    if (value === undefined) return null
    const ms = Number(value.readBigUInt64LE(0) / 10_000n) - 11_644_473_600_000
    const year = new Date(ms).getUTCFullYear()
    return Number.isNaN(year) || year < 1970 || year > 2200 ? null : new Date(ms).toISOString()
  }

  bytes(id: number): Uint8Array | null {
    return this.#storage.streams.get(streamName(id, TYPE.bytes))?.() ?? null
  }

  text(id: number): string {
    const unicode = this.#storage.streams.get(streamName(id, TYPE.unicode))
    if (unicode !== undefined) return cut(new TextDecoder('utf-16le').decode(unicode().subarray(0, MOST_TEXT_BYTES)))
    const narrow = this.#storage.streams.get(streamName(id, TYPE.text))
    return narrow === undefined ? '' : cut(decodeCodePage(narrow().subarray(0, MOST_TEXT_BYTES), this.#codePage))
  }

  /** The storage that is the value: a mail inside a mail. */
  object(id: number): Storage | null {
    return this.#storage.storages.get(streamName(id, TYPE.object)) ?? null
  }
}

/** Some programs count the closing zero to the text. */
const cut = (text: string) => text.replace(/\0+$/, '')
