import { type XmlAttribute, XmlElement } from './element.ts'
import type { XmlLimits } from './parse.ts'
import { type XmlRefusal, XmlRefused } from './refused.ts'

/** A chain of declarations, the innermost first. */
interface Scope {
  readonly prefix: string
  readonly uri: string
  readonly outer: Scope | null
  readonly length: number
}

interface RawAttribute {
  readonly prefix: string
  readonly name: string
  readonly value: string
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const outermost: Scope = { prefix: 'xml', uri: xmlNamespace, outer: null, length: 1 }
const mostDeclarations = 256
const mostAttributes = 512

const qualifiedName =
  /(?:([A-Za-z_\u00C0-\uFFFD][\w.\-\u00B7\u00C0-\uFFFD]*):)?([A-Za-z_\u00C0-\uFFFD][\w.\-\u00B7\u00C0-\uFFFD]*)/y
const space = /[ \t\n]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

const five: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** One pass over the text, no recursion, no look-back. */
export class Scanner {
  private readonly text: string
  private readonly limits: XmlLimits
  private at = 0
  private line = 1
  private nextBreak: number
  private nodes = 0
  private readonly scopes: Scope[] = []
  private scope: Scope = outermost

  constructor(text: string, limits: XmlLimits) {
    this.text = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
    this.limits = limits
    this.nextBreak = this.breakAfter(0)
  }

  document(): XmlElement {
    const bad = forbidden.exec(this.text)
    if (bad) this.refuse('xml-not-well-formed', bad.index, 'a character that XML forbids')
    this.declaration()
    const root = this.content()
    if (!root) this.refuse('xml-not-well-formed', this.at, 'no element')
    return root
  }

  private declaration(): void {
    if (!/^<\?xml\s/.test(this.text)) return
    const end = this.text.indexOf('?>')
    if (end < 0) this.refuse('xml-not-well-formed', 0, 'declaration')
    this.at = end + 2
  }

  /** Everything after the declaration; answers the root. */
  private content(): XmlElement | null {
    const { text } = this
    let root: XmlElement | null = null
    let open: XmlElement | null = null
    let depth = 0
    while (this.at < text.length) {
      const tag = text.indexOf('<', this.at)
      const until = tag < 0 ? text.length : tag
      if (until > this.at) this.characters(open, until)
      if (tag < 0) break
      this.at = tag
      const next = text.charCodeAt(tag + 1)
      if (next === 0x21) this.exclamation(open)
      else if (next === 0x3f) this.instruction()
      else if (next === 0x2f) {
        open = this.close(open)
        depth -= 1
      } else {
        if (root && !open) this.refuse('xml-not-well-formed', tag, 'a second root')
        const [element, empty] = this.element(open)
        root ??= element
        if (empty) this.scope = this.scopes.pop() ?? outermost
        else {
          open = element
          depth += 1
          if (depth > this.limits.depth) this.refuse('xml-too-deep', tag)
        }
      }
    }
    if (open) this.refuse('xml-not-well-formed', text.length, `<${open.name}> is not closed`)
    return root
  }

  private characters(open: XmlElement | null, until: number): void {
    const raw = this.text.slice(this.at, until)
    if (open) {
      if (raw.includes(']]>')) this.refuse('xml-not-well-formed', this.at, ']]>')
      const said = raw.includes('&') ? this.unescape(raw) : raw
      open.text = open.text ? open.text + said : said
    } else if (raw.trim() !== '') this.refuse('xml-not-well-formed', this.at, 'text outside the root')
    this.at = until
  }

  private exclamation(open: XmlElement | null): void {
    const { text, at } = this
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4)
      if (end < 0 || text[end + 2] !== '>') this.refuse('xml-not-well-formed', at, 'comment')
      this.at = end + 3
    } else if (open && text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9)
      if (end < 0) this.refuse('xml-not-well-formed', at, 'CDATA')
      open.text += text.slice(at + 9, end)
      this.at = end + 3
    } else if (/^<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text.slice(at, at + 12)))
      this.refuse('xml-doctype', at)
    else this.refuse('xml-not-well-formed', at, 'markup')
  }

  private instruction(): void {
    const end = this.text.indexOf('?>', this.at + 2)
    if (end < 0 || /^<\?xml[\s?]/i.test(this.text.slice(this.at, this.at + 6)))
      this.refuse('xml-not-well-formed', this.at, 'processing instruction')
    this.at = end + 2
  }

  private close(open: XmlElement | null): XmlElement | null {
    const start = this.at
    this.at += 2
    const [prefix, name] = this.name()
    this.skipSpace()
    if (!open || open.name !== name || open.prefix !== prefix || this.text[this.at] !== '>')
      this.refuse('xml-not-well-formed', start, `</${name}>`)
    this.at += 1
    this.scope = this.scopes.pop() ?? outermost
    return open.parent
  }

  private element(parent: XmlElement | null): [XmlElement, boolean] {
    const start = this.at
    this.at += 1
    const [prefix, name] = this.name()
    this.scopes.push(this.scope)
    const attributes = this.attributes()
    const empty = this.text[this.at] === '/'
    if (empty) this.at += 1
    if (this.text[this.at] !== '>') this.refuse('xml-not-well-formed', start, `<${name}>`)
    this.at += 1
    this.nodes += 1 + attributes.length
    if (this.nodes > this.limits.nodes) this.refuse('xml-too-many-nodes', start)
    const line = this.lineAt(start)
    const element = new XmlElement(name, prefix, this.namespaceOf(prefix, true), attributes, parent, line)
    if (parent) (parent.children as XmlElement[]).push(element)
    return [element, empty]
  }

  private attributes(): readonly XmlAttribute[] {
    const raw: RawAttribute[] = []
    for (;;) {
      const before = this.at
      this.skipSpace()
      const code = this.text.charCodeAt(this.at)
      if (code === 0x3e || code === 0x2f) break
      if (this.at === before || raw.length >= mostAttributes) this.refuse('xml-not-well-formed', this.at, 'attribute')
      const [prefix, name] = this.name()
      this.skipSpace()
      if (this.text[this.at] !== '=') this.refuse('xml-not-well-formed', this.at, 'attribute')
      this.at += 1
      this.skipSpace()
      if (raw.some(one => one.name === name && one.prefix === prefix))
        this.refuse('xml-not-well-formed', this.at, `${name} twice`)
      raw.push({ prefix, name, value: this.quoted() })
    }
    return raw.length === 0 ? none : this.resolved(raw)
  }

  private quoted(): string {
    const quote = this.text[this.at]
    const end = quote === '"' || quote === "'" ? this.text.indexOf(quote, this.at + 1) : -1
    if (end < 0) this.refuse('xml-not-well-formed', this.at, 'attribute value')
    const raw = this.text.slice(this.at + 1, end)
    if (raw.includes('<')) this.refuse('xml-not-well-formed', this.at, '< in an attribute')
    const flat = /[\t\n]/.test(raw) ? raw.replace(/[\t\n]/g, ' ') : raw
    const value = flat.includes('&') ? this.unescape(flat) : flat
    this.at = end + 1
    return value
  }

  private resolved(raw: readonly RawAttribute[]): readonly XmlAttribute[] {
    const kept: RawAttribute[] = []
    for (const one of raw) {
      const declares = one.prefix === 'xmlns' ? one.name : one.prefix === '' && one.name === 'xmlns' ? '' : null
      if (declares === null) kept.push(one)
      else this.addNamespace(declares, one.value)
    }
    return kept.map(({ prefix, name, value }) => ({ name, prefix, namespace: this.namespaceOf(prefix, false), value }))
  }

  private addNamespace(prefix: string, uri: string): void {
    if (this.scope.length >= mostDeclarations) this.refuse('xml-too-many-nodes', this.at, 'namespaces')
    this.scope = { prefix, uri, outer: this.scope, length: this.scope.length + 1 }
  }

  private namespaceOf(prefix: string, byDefault: boolean): string {
    if (prefix === '' && !byDefault) return ''
    for (let scope: Scope | null = this.scope; scope; scope = scope.outer) if (scope.prefix === prefix) return scope.uri
    if (prefix !== '') this.refuse('xml-not-well-formed', this.at, `the prefix ${prefix} is not declared`)
    return ''
  }

  private name(): [prefix: string, name: string] {
    qualifiedName.lastIndex = this.at
    const match = qualifiedName.exec(this.text)
    if (!match) this.refuse('xml-not-well-formed', this.at, 'a name was expected')
    this.at = qualifiedName.lastIndex
    return [match[1] ?? '', match[2] as string]
  }

  private skipSpace(): void {
    const code = this.text.charCodeAt(this.at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x09) return
    space.lastIndex = this.at
    space.exec(this.text)
    this.at = space.lastIndex
  }

  private unescape(raw: string): string {
    return raw.replace(/&(?:#x([0-9a-fA-F]{1,8})|#(\d{1,8})|([A-Za-z_][\w.-]*));|&/g, (whole, hex, decimal, name) => {
      if (name !== undefined) return five[name] ?? this.refuse('xml-entity', this.at, `&${name};`)
      if (hex === undefined && decimal === undefined) return this.refuse('xml-not-well-formed', this.at, whole)
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      const valid =
        code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !forbidden.test(String.fromCodePoint(code))
      return valid ? String.fromCodePoint(code) : this.refuse('xml-not-well-formed', this.at, whole)
    })
  }

  /** The next line break is looked for once: a file of one long line is read as fast as any. */
  private lineAt(offset: number): number {
    while (this.nextBreak < offset) {
      this.line += 1
      this.nextBreak = this.breakAfter(this.nextBreak + 1)
    }
    return this.line
  }

  private breakAfter(offset: number): number {
    const found = this.text.indexOf('\n', offset)
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }

  private refuse(refusal: XmlRefusal, offset: number, detail = ''): never {
    throw new XmlRefused(refusal, this.text.slice(0, offset).split('\n').length, detail)
  }
}

const none: readonly XmlAttribute[] = []
