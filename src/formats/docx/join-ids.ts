/** Numbers and names that may stand once in a Word file: lists, notes, pictures, bookmarks of each letter get their own. */
import type { Docx } from './open.ts'
import { attributeIn, type Token, tokensOf } from './tokens.ts'

const numbering = 'word/numbering.xml'
const notes = { 'w:footnoteReference': 'footnote', 'w:endnoteReference': 'endnote' } as const
type Note = (typeof notes)[keyof typeof notes]
const partOf = (note: Note): string => `word/${note}s.xml`

export interface Counters {
  picture: number
  mark: number
  list: number
  note: number
  /** Lists by the number they have in the file. */
  readonly lists: ReadonlyMap<string, string>
  readonly newLists: string[]
  readonly newNotes: Record<Note, string[]>
}

const highest = (xml: string, pattern: RegExp): number =>
  [...xml.matchAll(pattern)].reduce((most, [, found]) => Math.max(most, Number(found)), 0)

export function freshCounters({ parts }: Docx): Counters {
  const lists = parts.get(numbering)?.toString('utf8') ?? ''
  const said = (['footnote', 'endnote'] as const).map(note => parts.get(partOf(note))?.toString('utf8') ?? '').join('')
  return {
    picture: 0,
    mark: 0,
    list: highest(lists, /<w:num\b[^>]*\sw:numId="(\d{1,6})"/g),
    note: highest(said, /<w:(?:foot|end)note\b[^>]*\sw:id="(\d{1,6})"/g),
    lists: new Map(elementsIn(tokensOf(lists), 'w:num', 'w:numId')),
    newLists: [],
    newNotes: { footnote: [], endnote: [] },
  }
}

/** Elements of a name by one of their attributes, each as it is written. */
function elementsIn(tokens: readonly Token[], name: string, attribute: string): [string, string][] {
  const found: [string, string][] = []
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.name !== name || tokens[at]!.kind !== 'open') continue
    const from = at
    while (at < tokens.length && !(tokens[at]!.name === name && tokens[at]!.kind === 'close')) at++
    const key = attributeIn(tokens[from]!.raw, attribute)
    if (key !== null)
      found.push([
        key,
        tokens
          .slice(from, at + 1)
          .map(({ raw }) => raw)
          .join(''),
      ])
  }
  return found
}

const attributed = (raw: string, name: string, value: string | number): string =>
  raw.replace(new RegExp(`(\\s${name}\\s*=\\s*["'])[^"']*`), (_, before: string) => `${before}${value}`)

const restarted = Array.from(
  { length: 9 },
  (_, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
).join('')

/** The same list, counted anew. */
function listAnew(list: string, id: number): string {
  const own = attributed(list, 'w:numId', id)
  return own.includes('<w:lvlOverride') ? own : own.replace(/<\/w:num>$/, `${restarted}</w:num>`)
}

/** The content of one letter with numbers and names of its own; of the first, those of the file. */
export function apart(
  content: readonly Token[],
  filling: ReadonlyMap<string, string>,
  { letter, counters }: { readonly letter: number; readonly counters: Counters },
): Token[] {
  const lists = new Map<string, number>()
  const ownNotes = new Map<Note, Map<string, string>>()
  const names = new Map<string, string>()
  const markIds = new Map<string, number>()
  const listOf = (id: string): string => {
    const list = counters.lists.get(id)
    if (letter === 0 || list === undefined) return id
    if (!lists.has(id)) {
      counters.list += 1
      lists.set(id, counters.list)
      counters.newLists.push(listAnew(list, counters.list))
    }
    return String(lists.get(id))
  }
  const noteOf = (note: Note, id: string): number | string => {
    if (!ownNotes.has(note))
      ownNotes.set(note, new Map(elementsIn(tokensOf(filling.get(partOf(note)) ?? ''), `w:${note}`, 'w:id')))
    const said = ownNotes.get(note)!.get(id)
    if (said === undefined) return id
    counters.note += 1
    counters.newNotes[note].push(attributed(said, 'w:id', counters.note))
    return counters.note
  }
  const markOf = (id: string): number => {
    if (!markIds.has(id)) markIds.set(id, ++counters.mark)
    return markIds.get(id)!
  }
  const nameOf = (name: string): string => {
    if (letter === 0) return name
    if (!names.has(name)) names.set(name, `${name.slice(0, 30)}_${letter + 1}`)
    return names.get(name)!
  }
  for (const { name, raw } of content) if (name === 'w:bookmarkStart') nameOf(attributeIn(raw, 'w:name') ?? '')
  return content.flatMap((token): Token[] => {
    const { name, raw, kind } = token
    if (kind === 'words' || kind === 'close' || kind === 'other') return [token]
    if (letter > 0 && /^w:comment(?:Reference|RangeStart|RangeEnd)$/.test(name)) return []
    const own = ownRaw(name, raw, { listOf, noteOf, markOf, names, next: () => ++counters.picture })
    return [own === raw ? token : { ...token, raw: own }]
  })
}

interface Own {
  readonly listOf: (id: string) => string
  readonly noteOf: (note: Note, id: string) => number | string
  readonly markOf: (id: string) => number
  readonly names: ReadonlyMap<string, string>
  readonly next: () => number
}

function ownRaw(name: string, raw: string, own: Own): string {
  if (name === 'w:numId') return attributed(raw, 'w:val', own.listOf(attributeIn(raw, 'w:val') ?? ''))
  if (name === 'wp:docPr') return attributed(raw, 'id', own.next())
  if (name === 'w:hyperlink') {
    const to = own.names.get(attributeIn(raw, 'w:anchor') ?? '')
    return to === undefined ? raw : attributed(raw, 'w:anchor', to)
  }
  if (name === 'w:bookmarkStart' || name === 'w:bookmarkEnd') {
    const numbered = attributed(raw, 'w:id', own.markOf(attributeIn(raw, 'w:id') ?? ''))
    const called = own.names.get(attributeIn(raw, 'w:name') ?? '')
    return called === undefined ? numbered : attributed(numbered, 'w:name', called)
  }
  const note = notes[name as keyof typeof notes]
  return note ? attributed(raw, 'w:id', own.noteOf(note, attributeIn(raw, 'w:id') ?? '')) : raw
}

/** The notes as they were in the file fall away, since each letter has its own: some programs count them by their order, not by their numbers. */
const unwritten = (note: Note, xml: string): string =>
  elementsIn(tokensOf(xml), `w:${note}`, 'w:id').reduce(
    (rest, [, one]) => (/^<[^>]*\sw:type="(?!normal")/.test(one) ? rest : rest.replace(one, () => '')),
    xml,
  )

/** The parts that lists and notes of the letters stand in. */
export function lettered({ parts }: Docx, { newLists, newNotes }: Counters): Map<string, string> {
  const made = new Map<string, string>()
  const lists = parts.get(numbering)?.toString('utf8')
  if (lists && newLists.length > 0)
    made.set(
      numbering,
      lists.replace(/(<w:numIdMacAtCleanup\b[^>]*>)?\s*<\/w:numbering>\s*$/, last => newLists.join('') + last),
    )
  for (const note of ['footnote', 'endnote'] as const) {
    const said = parts.get(partOf(note))?.toString('utf8')
    if (said && newNotes[note].length > 0)
      made.set(
        partOf(note),
        unwritten(note, said).replace(new RegExp(`</w:${note}s>\\s*$`), end => newNotes[note].join('') + end),
      )
  }
  return made
}
