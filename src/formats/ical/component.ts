/**
 * iCalendar as it is written (RFC 5545, 3.1): components, properties and their parameters in their order, unknown ones too,
 * so that what one calendar program wrote comes back to it as it was.
 */
import { IcalRefused } from './refused.ts'

export interface Property {
  /** In capitals, as names are the same in any case. */
  readonly name: string
  /** Names in capitals; several values of one parameter stand in their order. */
  readonly parameters: ReadonlyMap<string, readonly string[]>
  /** As it stands, escapes and all. */
  readonly value: string
  /** Line in the file, from 1. */
  readonly line: number
}

export interface Component {
  readonly name: string
  readonly properties: readonly Property[]
  readonly components: readonly Component[]
  readonly line: number
}

export interface IcalLimits {
  readonly bytes: number
  readonly depth: number
}

/** A shared calendar of ten years has some 20,000 events of 700 bytes. */
export const icalLimits: IcalLimits = { bytes: 50_000_000, depth: 10 }

interface Line {
  readonly text: string
  readonly line: number
}

/** Physical lines folded back into content lines; empty ones and blanks at the end of the file are passed over. */
function* contentLines(text: string): Generator<Line> {
  let held: { parts: string[]; line: number } | null = null
  let line = 0
  for (let from = 0; from <= text.length; ) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const raw = text.slice(from, text[to - 1] === '\r' ? to - 1 : to)
    from = to + 1
    line++
    if (held && (raw[0] === ' ' || raw[0] === '\t')) {
      held.parts.push(raw.slice(1))
      continue
    }
    if (held) yield { text: held.parts.join(''), line: held.line }
    held = raw.trim() === '' ? null : { parts: [raw], line }
  }
  if (held) yield { text: held.parts.join(''), line: held.line }
}

const NAME = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)(?=[;:])/
const PARAMETER = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)/y
const VALUES = /"[^"]*"|[^",]+/g

/** RFC 6868: a circumflex escapes what a parameter cannot hold. */
const unescaped = (value: string): string =>
  value.replace(/\^([n^'])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'))

/** One content line; a name of a group (`work.TEL`, as vCards have) is left out. */
function propertyOf({ text, line }: Line): Property {
  const name = NAME.exec(text)
  if (!name) throw new IcalRefused('ical-line', line, text.slice(0, 60))
  const parameters = new Map<string, string[]>()
  let at = name[0].length
  PARAMETER.lastIndex = at
  for (let found = PARAMETER.exec(text); found; found = PARAMETER.exec(text)) {
    const values = (found[2]!.match(VALUES) ?? ['']).map(value => unescaped(value.replace(/^"|"$/g, '')))
    const key = found[1]!.toUpperCase()
    parameters.set(key, [...(parameters.get(key) ?? []), ...values])
    at = PARAMETER.lastIndex
  }
  if (text[at] !== ':') throw new IcalRefused('ical-line', line, text.slice(0, 60))
  return { name: name[1]!.toUpperCase(), parameters, value: text.slice(at + 1), line }
}

interface Open {
  readonly name: string
  readonly line: number
  readonly properties: Property[]
  readonly components: Component[]
}

const decoded = (source: Uint8Array | string): string => {
  if (typeof source === 'string') return source
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source)
  } catch {
    // Old programs wrote the code page of their machine.
    return new TextDecoder('windows-1252').decode(source)
  }
}

/** All components at the top of a file, usually one VCALENDAR. Throws `IcalRefused` with the line. */
export function parseIcal(source: Uint8Array | string, limits: Partial<IcalLimits> = {}): Component[] {
  const { bytes, depth } = { ...icalLimits, ...limits }
  if (source.length > bytes) throw new IcalRefused('ical-too-large', 0)
  const text = decoded(source).replace(/^\uFEFF/, '')
  if (text.includes('\0')) throw new IcalRefused('ical-not-text', 0)
  const top: Open = { name: '', line: 0, properties: [], components: [] }
  const open: Open[] = [top]
  for (const line of contentLines(text)) {
    const property = propertyOf(line)
    const inner = open.at(-1)!
    const name = property.value.trim().toUpperCase()
    if (property.name === 'BEGIN') {
      if (open.length > depth) throw new IcalRefused('ical-too-deep', line.line)
      open.push({ name, line: line.line, properties: [], components: [] })
    } else if (property.name === 'END') {
      if (inner === top || inner.name !== name) throw new IcalRefused('ical-misplaced-end', line.line, name)
      open.pop()
      open.at(-1)!.components.push(inner)
    } else if (inner === top) throw new IcalRefused('ical-line', line.line, line.text.slice(0, 60))
    else inner.properties.push(property)
  }
  const [, unclosed] = open
  if (unclosed) throw new IcalRefused('ical-unclosed', unclosed.line, unclosed.name)
  if (top.components.length === 0) throw new IcalRefused('ical-empty', 0)
  return top.components
}

/** Octets of a line before it is folded (RFC 5545, 3.1). */
const lineOctets = 75
const encoder = new TextEncoder()

/** Folds a content line between characters, never within one: each part is 75 octets at most (RFC 5545, 3.1; RFC 6350, 3.2). */
export function folded(line: string): string {
  if (line.length * 3 <= lineOctets || encoder.encode(line).length <= lineOctets) return line
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (octets + size > lineOctets) {
      parts.push(part)
      part = ''
      // The blank that begins a continued line counts.
      octets = 1
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

const escaped = (value: string): string => {
  const safe = value.replace(/\^/g, '^^').replace(/\n/g, '^n').replace(/"/g, "^'")
  return /[,;:]/.test(safe) ? `"${safe}"` : safe
}

export function propertyText({ name, parameters, value }: Pick<Property, 'name' | 'parameters' | 'value'>): string {
  const with_ = [...parameters].map(([key, values]) => `;${key}=${values.map(escaped).join(',')}`).join('')
  return folded(`${name}${with_}:${value}`)
}

/** The file again, lines folded and ended as the standard wants. */
export function icalText(component: Component): string {
  const lines: string[] = []
  const write = ({ name, properties, components }: Component): void => {
    lines.push(`BEGIN:${name}`, ...properties.map(propertyText))
    components.forEach(write)
    lines.push(`END:${name}`)
  }
  write(component)
  return `${lines.join('\r\n')}\r\n`
}

/** The first property of a name, and all of them. */
export const one = (component: Component, name: string): Property | undefined =>
  component.properties.find(property => property.name === name)
export const all = (component: Component, name: string): Property[] =>
  component.properties.filter(property => property.name === name)

/** A text value without its escapes (3.3.11). */
export const textOf = (value: string): string =>
  value.replace(/\\([nN,;\\])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
