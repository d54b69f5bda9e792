/** What a field of a Word file means here: by its name, or by the words that people know it by, in any language of the house. */
import { languages } from '../../../kernel/language/catalogue.ts'
import { fieldNames } from '../known.ts'
import { wordsIn } from '../words.ts'

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

let table: ReadonlyMap<string, string> | null = null

/** `recipient.name`, `Recipient_name` and `Mottagarens namn` are one. */
const known = (): ReadonlyMap<string, string> => {
  table ??= new Map(
    fieldNames.flatMap(name => [
      [plain(name), name] as const,
      ...languages.map(language => [plain(wordsIn(language)(`page.field.${name}`)), name] as const),
    ]),
  )
  return table
}

/** The name of a question: `ask.Which day`. */
export const askedAs = (words: string): string =>
  `ask.${
    words
      .replace(/[{}\r\n]/g, ' ')
      .trim()
      .slice(0, 76) || '?'
  }`

/** The field that is meant, a question where it says so (`ask.Amount`, `?Amount`); null where the name means nothing here. */
export function fieldNamed(written: string): string | null {
  const question = /^(?:ask\.|\?)\s*(.+)$/i.exec(written)?.[1]
  return question ? askedAs(question) : (known().get(plain(written)) ?? null)
}
