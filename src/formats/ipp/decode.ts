import {
  type IppAttribute,
  type IppGroup,
  type IppMessage,
  type IppValue,
  IppFault,
  isNumber,
  isString,
  isWithLanguage,
  valueTags,
} from './types.ts'

/** Collections within collections; a printer has two or three. */
const deepest = 16

interface Field {
  readonly tag: number
  readonly name: string
  readonly bytes: Buffer
}

/** Reads octets in order, never beyond their end. */
class Reader {
  readonly #bytes: Buffer
  #at = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  take(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) throw new IppFault('the message ends too soon')
    return this.#bytes.subarray(this.#at, (this.#at += length))
  }
  octet(): number {
    return this.take(1)[0]!
  }
  short(): number {
    return this.take(2).readUInt16BE()
  }
  counted(): Buffer {
    return this.take(this.short())
  }
  peek(): number | null {
    return this.#bytes[this.#at] ?? null
  }
  rest(): Buffer {
    return this.#bytes.subarray(this.#at)
  }
  field(): Field {
    const tag = this.octet()
    return { tag, name: this.counted().toString('utf8'), bytes: this.counted() }
  }
}

const sized = (bytes: Buffer, length: number): Buffer => {
  if (bytes.length !== length) throw new IppFault(`${length} octets were expected, ${bytes.length} came`)
  return bytes
}

function withLanguage(bytes: Buffer): { language: string; text: string } {
  const inner = new Reader(bytes)
  const [language, text] = [inner.counted().toString('utf8'), inner.counted().toString('utf8')]
  if (inner.rest().length > 0) throw new IppFault('a text in a language goes on beyond its end')
  return { language, text }
}

function valueOf(tag: number, bytes: Buffer): IppValue {
  if (isNumber(tag)) return { tag, value: sized(bytes, 4).readInt32BE() }
  if (tag === valueTags.boolean) return { tag, value: sized(bytes, 1)[0] !== 0 }
  if (tag === valueTags.resolution) {
    const all = sized(bytes, 9)
    return { tag, value: { x: all.readInt32BE(0), y: all.readInt32BE(4), units: all.readInt8(8) } }
  }
  if (tag === valueTags.range) return { tag, value: { from: sized(bytes, 8).readInt32BE(0), to: bytes.readInt32BE(4) } }
  if (isWithLanguage(tag)) return { tag, value: withLanguage(bytes) }
  if (isString(tag)) return { tag, value: bytes.toString('utf8') }
  return { tag, value: Uint8Array.from(bytes) }
}

function readValue(reader: Reader, field: Field, depth: number): IppValue {
  if (field.tag !== valueTags.begCollection) return valueOf(field.tag, field.bytes)
  if (depth >= deepest) throw new IppFault('collections lie too deep in one another')
  const members: { name: string; values: IppValue[] }[] = []
  for (;;) {
    const next = reader.field()
    if (next.tag === valueTags.endCollection) return { tag: 0x34, value: members }
    if (next.tag === valueTags.memberName) {
      members.push({ name: next.bytes.toString('utf8'), values: [] })
      continue
    }
    const member = members.at(-1)
    if (!member) throw new IppFault('a member has no name')
    member.values.push(readValue(reader, next, depth + 1))
  }
}

function readGroup(reader: Reader, tag: number): IppGroup {
  const attributes: { name: string; values: IppValue[] }[] = []
  for (let next = reader.peek(); next !== null && next > 0x0f; next = reader.peek()) {
    const field = reader.field()
    const value = readValue(reader, field, 0)
    const last = attributes.at(-1)
    if (field.name !== '') attributes.push({ name: field.name, values: [value] })
    else if (last) last.values.push(value)
    else throw new IppFault('a value has no name')
  }
  return { tag, attributes }
}

/** Reads a message; throws `IppFault` where it is none. Whatever no standard knows is kept as it stands. */
export function decodeIpp(bytes: Uint8Array): IppMessage {
  const reader = new Reader(bytes)
  const [version, code] = [reader.short(), reader.short()]
  const requestId = reader.take(4).readInt32BE()
  const groups: IppGroup[] = []
  for (;;) {
    const tag = reader.octet()
    if (tag === 0x03) return { version, code, requestId, groups, data: Uint8Array.from(reader.rest()) }
    if (tag === 0 || tag > 0x0f) throw new IppFault(`no group begins with ${tag}`)
    groups.push(readGroup(reader, tag))
  }
}

/** The attributes of the groups of a tag, by name. */
export const attributesOf = ({ groups }: IppMessage, tag: number): ReadonlyMap<string, IppAttribute> =>
  new Map(groups.filter(group => group.tag === tag).flatMap(({ attributes }) => attributes.map(one => [one.name, one])))

/** What is said in words: the same whether its language is told or not. */
export const textsOf = (attribute: IppAttribute | undefined): string[] =>
  (attribute?.values ?? []).flatMap(({ value }) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && 'language' in value ? [value.text] : [],
  )

export const numbersOf = (attribute: IppAttribute | undefined): number[] =>
  (attribute?.values ?? []).flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
