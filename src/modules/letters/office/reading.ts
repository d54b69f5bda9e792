/** A Word file as Kontor reads it: its words with their fields, as a text of the house, so that everything that asks what a letter says can ask. */
import { type DocxReason, DocxRefused, openDocx } from '../../../formats/docx/open.ts'
import { filledDocx, filledParts, packed, type ValueOf } from '../../../formats/docx/fill.ts'
import { joinedDocx } from '../../../formats/docx/join.ts'
import { type DocxLine, fieldsOfDocx, linesOfDocx } from '../../../formats/docx/words.ts'
import type { Block, Inline, RichDoc } from '../../../formats/rich/doc.ts'
import { askedAs, fieldNamed } from './field-names.ts'

export interface OfficeReading {
  readonly body: RichDoc
  /** Fields that mean nothing here, each with the words around it. */
  readonly unknown: readonly string[]
}

/** What a field that means nothing here stands for in a letter: a question. Content controls of other purposes are left alone. */
const meant = (name: string, kind: 'marked' | 'merge' | 'control'): string | undefined =>
  fieldNamed(name) ?? (kind === 'control' ? undefined : askedAs(name))

const most = { lines: 4000, characters: 180_000, unknown: 40 } as const

const inlinesOf = (line: DocxLine): Inline[] =>
  line.parts.flatMap(part =>
    'field' in part
      ? [{ type: 'field', attrs: { name: part.field } } as const]
      : part.words
          .replace(/\t/g, ' ')
          .split('\n')
          .flatMap((words, n): Inline[] => [
            ...(n > 0 ? [{ type: 'hardBreak' } as const] : []),
            ...(words ? [{ type: 'text', text: words } as const] : []),
          ]),
  )

const blockOf = (line: DocxLine): Block => {
  const content = inlinesOf(line)
  const words = content.length > 0 ? { content } : {}
  return line.heading ? { type: 'heading', attrs: { level: line.heading }, ...words } : { type: 'paragraph', ...words }
}

const lengthOf = (line: DocxLine): number =>
  line.parts.reduce((sum, part) => sum + ('field' in part ? 20 : part.words.length), 0)

/** Its lines, empty ones at most one after the other, as far as a text of the house goes. */
function bodyOf(lines: readonly DocxLine[]): RichDoc {
  const blocks: Block[] = []
  let length = 0
  let wasEmpty = true
  for (const line of lines) {
    const size = lengthOf(line)
    length += size
    if (length > most.characters || blocks.length >= most.lines) break
    if (size === 0 && wasEmpty) continue
    blocks.push(blockOf(line))
    wasEmpty = size === 0
  }
  return { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] }
}

/** Looks a file through; refuses (`DocxRefused`) what could do more than say something. */
export async function readOffice(bytes: Uint8Array): Promise<OfficeReading> {
  const docx = await openDocx(bytes)
  const unknown = fieldsOfDocx(docx)
    .filter(({ name, kind }) => kind !== 'control' && fieldNamed(name) === null)
    .map(({ name, near }) => (near && near !== name ? `${name} („${near}”)` : name).slice(0, 200))
  return { body: bodyOf(linesOfDocx(docx, meant)), unknown: [...new Set(unknown)].slice(0, most.unknown) }
}

/** What fields stand for, by their names; null where nothing is known. */
export type FieldValues = ReadonlyMap<string, string | null>

const valueIn =
  (values: FieldValues): ValueOf =>
  (name, kind) => {
    const field = meant(name, kind)
    return field === undefined ? undefined : (values.get(field) ?? undefined)
  }

/** The file once for each set of values, with what is known filled in: the same bytes where nothing was to be filled, null where it cannot be. */
export async function filledEach(bytes: Uint8Array, each: readonly FieldValues[]): Promise<(Uint8Array | null)[]> {
  const docx = await openDocx(bytes)
  const filled: (Uint8Array | null)[] = []
  for (const values of each) {
    try {
      filled.push((await filledDocx(docx, valueIn(values))) ?? bytes)
    } catch (thrown) {
      if (reasonOf(thrown) === null) throw thrown
      filled.push(null)
    }
  }
  return filled
}

export interface Joined {
  /** Null where not one of them could be filled. */
  readonly bytes: Uint8Array | null
  /** Which of them, counted from 0, could not be. */
  readonly left: readonly number[]
}

/** All of them as one file to print; what cannot be filled is left out of it. */
export async function filledTogether(bytes: Uint8Array, each: readonly FieldValues[]): Promise<Joined> {
  const docx = await openDocx(bytes)
  const fillings: ReadonlyMap<string, string>[] = []
  const left: number[] = []
  for (const [at, values] of each.entries()) {
    try {
      fillings.push(filledParts(docx, valueIn(values)))
    } catch (thrown) {
      if (reasonOf(thrown) === null) throw thrown
      left.push(at)
    }
  }
  const parts = fillings.length > 0 ? joinedDocx(docx, fillings) : null
  return parts ? { bytes: await packed(parts), left } : { bytes: null, left: each.map((_, at) => at) }
}

export const reasonOf = (thrown: unknown): DocxReason | null => (thrown instanceof DocxRefused ? thrown.reason : null)
