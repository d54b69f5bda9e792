import { type IppAttribute, type IppMessage, type IppValue, IppFault, valueTags } from './types.ts'

const short = (value: number): Buffer => {
  if (value < 0 || value > 0xffff) throw new IppFault(`too long for two octets: ${value}`)
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

const integer = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

const counted = (bytes: Uint8Array): Buffer => Buffer.concat([short(bytes.length), bytes])
const field = (tag: number, name: string, value: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([tag]), counted(Buffer.from(name, 'utf8')), counted(value)])

function valueBytes({ tag, value }: IppValue): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (typeof value === 'number') return integer(value)
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0])
  if (typeof value === 'string') return Buffer.from(value, 'utf8')
  if ('units' in value) return Buffer.concat([integer(value.x), integer(value.y), Buffer.from([value.units])])
  if ('from' in value) return Buffer.concat([integer(value.from), integer(value.to)])
  if ('language' in value)
    return Buffer.concat([counted(Buffer.from(value.language, 'utf8')), counted(Buffer.from(value.text, 'utf8'))])
  throw new IppFault(`no such value: ${tag}`)
}

/** A collection's members stand between its begin and its end, each after its name (RFC 8010 3.1.6). */
function* writeValue(name: string, value: IppValue): Generator<Buffer> {
  if (value.tag !== valueTags.begCollection || value.value instanceof Uint8Array) {
    yield field(value.tag, name, valueBytes(value))
    return
  }
  yield field(valueTags.begCollection, name, Buffer.alloc(0))
  for (const member of value.value as readonly IppAttribute[]) {
    yield field(valueTags.memberName, '', Buffer.from(member.name, 'utf8'))
    for (const one of member.values) yield* writeValue('', one)
  }
  yield field(valueTags.endCollection, '', Buffer.alloc(0))
}

function* writeAttribute({ name, values }: IppAttribute): Generator<Buffer> {
  if (values.length === 0) throw new IppFault(`${name} has no value`)
  for (const [at, value] of values.entries()) yield* writeValue(at === 0 ? name : '', value)
}

/** A message as it goes over the wire. */
export function encodeIpp({ version, code, requestId, groups, data }: IppMessage): Buffer {
  const parts = [short(version), short(code), integer(requestId)]
  for (const group of groups) {
    parts.push(Buffer.from([group.tag]))
    for (const attribute of group.attributes) parts.push(...writeAttribute(attribute))
  }
  parts.push(Buffer.from([0x03]), Buffer.from(data))
  return Buffer.concat(parts)
}
