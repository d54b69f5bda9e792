/** One Word file filled many times, as one file to print: each beginning on a page of its own that counts from one, with its own heads, feet, notes and lists (ECMA-376, part 1, 17.6). */
import { apart, type Counters, freshCounters, lettered } from './join-ids.ts'
import type { Docx } from './open.ts'
import { attributeIn, type Token, tokensOf } from './tokens.ts'

/** The word parts of one filling, by their names. */
export type Filling = ReadonlyMap<string, string>

const main = 'word/document.xml'
const relations = 'word/_rels/document.xml.rels'
const types = '[Content_Types].xml'
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

const text = (tokens: readonly Token[]): string => tokens.map(({ raw }) => raw).join('')

interface Body {
  readonly before: readonly Token[]
  readonly content: readonly Token[]
  /** What the last section says of its pages; of the file's own, where it says nothing. */
  readonly last: readonly Token[]
  readonly after: readonly Token[]
}

/** The body, apart from what stands around it and from what is said of its last section. */
function bodyOf(tokens: readonly Token[]): Body | null {
  const from = tokens.findIndex(({ kind, name }) => kind === 'open' && name === 'w:body')
  const to = tokens.findLastIndex(({ kind, name }) => kind === 'close' && name === 'w:body')
  if (from < 0 || to < from) return null
  let depth = 0
  let last = to
  let end = to
  for (let at = from + 1; at < to; at++) {
    const { kind, name } = tokens[at]!
    if (depth === 0 && name === 'w:sectPr' && kind !== 'close') last = at
    if (kind === 'open') depth++
    else if (kind === 'close') depth--
    if (depth === 0 && name === 'w:sectPr' && kind !== 'open') end = at + 1
  }
  return {
    before: tokens.slice(0, from + 1),
    content: tokens.slice(from + 1, last),
    last: tokens.slice(last, end),
    after: tokens.slice(to),
  }
}

/** What comes after `w:type` and after `w:pgNumType` in a section, in the schema's order. */
const afterType = [
  'w:pgSz',
  'w:pgMar',
  'w:paperSrc',
  'w:pgBorders',
  'w:lnNumType',
  'w:pgNumType',
  'w:cols',
  'w:formProt',
  'w:vAlign',
  'w:noEndnote',
  'w:titlePg',
  'w:textDirection',
  'w:bidi',
  'w:rtlGutter',
  'w:docGrid',
  'w:printerSettings',
  'w:sectPrChange',
]
const afterCount = afterType.slice(afterType.indexOf('w:cols'))

const plain = (raw: string): Token[] => tokensOf(raw)

/** A section's own words with one element put where the schema wants it, instead of the one that is there. */
function withOne(section: readonly Token[], one: string, followed: readonly string[]): Token[] {
  const name = /^<([^\s/>]+)/.exec(one)![1]!
  const rest = section.filter(token => token.name !== name)
  const at = rest.findIndex(token => token.kind !== 'close' && followed.includes(token.name))
  const place = at < 0 ? rest.length - 1 : at
  return [...rest.slice(0, place), ...plain(one), ...rest.slice(place)]
}

const opened = (section: readonly Token[]): Token[] =>
  section.length === 0
    ? plain('<w:sectPr></w:sectPr>')
    : section.length === 1
      ? plain(`${section[0]!.raw.replace(/\s*\/>$/, '>')}</w:sectPr>`)
      : [...section]

/** Begins on a new page, and counts its pages from one. */
const begun = (section: readonly Token[]): Token[] =>
  withOne(withOne(opened(section), '<w:type w:val="nextPage"/>', afterType), '<w:pgNumType w:start="1"/>', afterCount)

/** Sections in the content, from where each begins to where it ends. */
function sectionsIn(content: readonly Token[]): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  for (let at = 0; at < content.length; at++) {
    const { name, kind } = content[at]!
    if (name !== 'w:sectPr' || kind === 'close') continue
    const to =
      kind === 'empty' ? at : content.findIndex((one, n) => n > at && one.name === name && one.kind === 'close')
    if (to < 0) break
    found.push({ from: at, to: to + 1 })
    at = to
  }
  return found
}

/** The last section of a letter ends with its last paragraph, so that no empty line is added to a full page. */
function ended(content: readonly Token[], section: readonly Token[]): Token[] {
  const alone = [...plain('<w:p><w:pPr>'), ...section, ...plain('</w:pPr></w:p>')]
  const close = content.findLastIndex(({ kind }) => kind !== 'words' && kind !== 'other')
  if (close < 0 || content[close]!.name !== 'w:p') return [...content, ...alone]
  if (content[close]!.kind === 'empty') return [...content.slice(0, close), ...alone, ...content.slice(close + 1)]
  let open = close - 1
  for (let depth = 1; open >= 0; open--) {
    const { name, kind } = content[open]!
    if (name !== 'w:p' || kind === 'empty') continue
    depth += kind === 'close' ? 1 : -1
    if (depth === 0) break
  }
  if (open < 0) return [...content, ...alone]
  const facts = open + 1
  const { name, kind } = content[facts]!
  if (name !== 'w:pPr')
    return [...content.slice(0, facts), ...plain('<w:pPr>'), ...section, ...plain('</w:pPr>'), ...content.slice(facts)]
  if (kind === 'empty')
    return [
      ...content.slice(0, facts),
      ...plain('<w:pPr>'),
      ...section,
      ...plain('</w:pPr>'),
      ...content.slice(facts + 1),
    ]
  const end = content.findIndex((one, n) => n > facts && one.name === 'w:pPr' && one.kind === 'close')
  const own = content.slice(facts, end)
  if (end < 0 || own.some(one => one.name === 'w:sectPr')) return [...content, ...alone]
  const changed = own.findIndex(one => one.name === 'w:pPrChange')
  const place = changed < 0 ? end : facts + changed
  return [...content.slice(0, place), ...section, ...content.slice(place)]
}

const referenceNames = ['w:headerReference', 'w:footerReference']

/** New parts of the joined file: heads and feet that differ from letter to letter. */
class Parts {
  readonly made = new Map<string, string>()
  readonly #docx: Docx
  readonly #targets: ReadonlyMap<string, string>
  readonly #said: string[] = []
  readonly #types: string[] = []
  #empty: Readonly<Record<string, string>> | null = null

  constructor(docx: Docx) {
    this.#docx = docx
    const rels = docx.parts.get(relations)?.toString('utf8') ?? ''
    this.#targets = new Map(
      tokensOf(rels).flatMap(({ name, raw }) => {
        const [id, target] = [attributeIn(raw, 'Id'), attributeIn(raw, 'Target')]
        if (name !== 'Relationship' || !id || !target) return []
        return [[id, target.startsWith('/') ? target.slice(1) : `word/${target.replace(/^\.\//, '')}`] as const]
      }),
    )
  }

  /** The relation to that letter's head or foot; the file's own where nothing in it was filled. */
  of(id: string, filling: Filling, letter: number): string {
    const name = this.#targets.get(id)
    const filled = name === undefined ? undefined : filling.get(name)
    if (name === undefined || filled === undefined || filled === this.#docx.parts.get(name)!.toString('utf8')) return id
    const own = name.replace(/\.xml$/, `-of-${letter}.xml`)
    const made = `${id}of${letter}`
    if (this.made.has(own)) return made
    this.made.set(own, filled)
    const rels = this.#docx.parts.get(name.replace(/([^/]+)$/, '_rels/$1.rels'))
    if (rels) this.made.set(own.replace(/([^/]+)$/, '_rels/$1.rels'), rels.toString('utf8'))
    this.#add(made, own, name.includes('header') ? 'header' : 'footer')
    return made
  }

  /** An empty one, so that a section without a head does not go on with that of the letter before. */
  empty(reference: string): string {
    this.#empty ??= { 'w:headerReference': 'noHead', 'w:footerReference': 'noFoot' }
    const id = this.#empty[reference]!
    const kind = reference === 'w:headerReference' ? 'header' : 'footer'
    const name = `word/${kind}-of-none.xml`
    if (!this.made.has(name)) {
      const root = kind === 'header' ? 'w:hdr' : 'w:ftr'
      this.made.set(name, `<${root} ${namespaces}><w:p/></${root}>`)
      this.#add(id, name, kind)
    }
    return id
  }

  #add(id: string, name: string, kind: 'header' | 'footer'): void {
    this.#said.push(`<Relationship Id="${id}" Type="${relationType}/${kind}" Target="${name.replace(/^word\//, '')}"/>`)
    const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`
    this.#types.push(`<Override PartName="/${name}" ContentType="${type}"/>`)
  }

  written(): Map<string, string> {
    if (this.#said.length === 0) return this.made
    const rels = this.#docx.parts.get(relations)!.toString('utf8')
    const known = this.#docx.parts.get(types)!.toString('utf8')
    return new Map([
      ...this.made,
      [relations, rels.replace(/<\/Relationships>\s*$/, () => `${this.#said.join('')}</Relationships>`)],
      [types, known.replace(/<\/Types>\s*$/, () => `${this.#types.join('')}</Types>`)],
    ])
  }
}

/** Heads and feet of a section as that letter has them. */
const referring = (section: readonly Token[], to: (id: string) => string): Token[] =>
  section.map(token => {
    const id = referenceNames.includes(token.name) ? attributeIn(token.raw, 'r:id') : null
    return id === null ? token : { ...token, raw: token.raw.replace(/(\sr:id\s*=\s*["'])[^"']*/, `$1${to(id)}`) }
  })

const keysOf = (section: readonly Token[]): string[] =>
  section.flatMap(({ name, raw }) =>
    referenceNames.includes(name) ? [`${name} ${attributeIn(raw, 'w:type') ?? 'default'}`] : [],
  )

interface Letter {
  readonly content: Token[]
  readonly last: Token[]
}

/** One filling as it stands in the joined file. */
function letterOf(body: Body, filling: Filling, { number, parts }: { number: number; parts: Parts }): Letter {
  const inner = sectionsIn(body.content)
  const sections = [...inner.map(({ from, to }) => body.content.slice(from, to)), opened(body.last)]
  const all = new Set(sections.flatMap(keysOf))
  const own = sections.map(section => referring(section, id => parts.of(id, filling, number)))
  const missing = [...all].filter(key => !keysOf(own[0]!).includes(key))
  own[0] = begun(own[0]!)
  const added = missing.map(key => {
    const [reference, type] = key.split(' ') as [string, string]
    return `<${reference} w:type="${type}" r:id="${parts.empty(reference)}"/>`
  })
  own[0] = [own[0][0]!, ...plain(added.join('')), ...own[0].slice(1)]
  const content: Token[] = []
  let from = 0
  for (const [at, place] of inner.entries()) {
    content.push(...body.content.slice(from, place.from), ...own[at]!)
    from = place.to
  }
  content.push(...body.content.slice(from))
  return { content, last: own.at(-1)! }
}

/** Page counts of the whole file are those of the letter, where it is one section. */
const counted = (xml: string): string =>
  xml.replace(/(<w:instrText[^>]*>[^<]*?|\sw:instr="[^"]*?)\bNUMPAGES\b/g, '$1SECTIONPAGES')

/** The parts of one file that holds them all; null where the file has no body that could be told from the rest. */
export function joinedDocx(docx: Docx, fillings: readonly Filling[]): Map<string, Buffer> | null {
  const parts = new Parts(docx)
  const counters: Counters = freshCounters(docx)
  const letters: Token[] = []
  let frame: Body | null = null
  for (const [at, given] of fillings.entries()) {
    const isOne = !/<w:sectPr\b[\s\S]*<w:sectPr\b/.test(given.get(main) ?? '')
    const filling = isOne ? new Map([...given].map(([name, xml]) => [name, counted(xml)])) : given
    const body = bodyOf(tokensOf(filling.get(main) ?? ''))
    if (!body) return null
    frame ??= body
    const { content, last } = letterOf(body, filling, { number: at + 1, parts })
    const own = apart(content, filling, { letter: at, counters })
    if (at < fillings.length - 1) letters.push(...ended(own, last))
    else letters.push(...own, ...last)
  }
  if (!frame) return null
  const joined = text(frame.before) + text(letters) + text(frame.after)
  return new Map<string, Buffer>([
    ...docx.parts,
    ...[...parts.written(), ...lettered(docx, counters)].map(([name, xml]) => [name, Buffer.from(xml)] as const),
    [main, Buffer.from(joined)] as const,
  ])
}
