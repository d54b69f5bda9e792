/** Small words for writing audit files: texts cut to what a field holds, balances as debit or credit, and reading them back. */
import { childrenOf, textAt, type XmlElement } from '../xml/element.ts'
import { element, type XmlNode } from '../xml/write.ts'
import { readAmount, readDay, sumOf, writeAbsolute } from './amounts.ts'
import { type Balance, type Books, BooksFault, type Day } from './model.ts'

/** A field that must stand, be it empty; longer texts are cut to what the format allows. */
export const must = (name: string, text: string | null, longest = 256): XmlNode => ({
  name,
  attributes: {},
  content: cut(text ?? '', longest),
})
/** A field that falls away when there is nothing to say. */
export const may = (name: string, text: string | null, longest = 256): XmlNode | null =>
  element(name, text === null ? null : cut(text, longest))
/** A key: cutting it would make two of one, so that what is too long is refused. */
export function key(name: string, text: string, longest: number): XmlNode {
  if (text.length > longest) throw new BooksFault('key-too-long', null, { field: name, value: text })
  return must(name, text, longest)
}
export const node = (name: string, content: readonly (XmlNode | null)[]): XmlNode => ({
  name,
  attributes: {},
  content: content.filter(one => one !== null),
})

const cut = (text: string, longest: number): string => {
  const one = text.replace(/\s+/g, ' ').trim()
  return one.length <= longest ? one : [...one].slice(0, longest).join('').slice(0, longest).toWellFormed()
}

/** `OpeningDebitBalance` or `OpeningCreditBalance`. */
export const sided = (before: string, after: string, amount: bigint, currency: string): XmlNode =>
  must(`${before}${amount < 0n ? 'Credit' : 'Debit'}${after}`, writeAbsolute(amount, currency))

/** Reads what `sided` wrote, also where both sides are given. */
export function readSided(element: XmlElement, before: string, after: string, currency: string): bigint {
  const side = (word: string): bigint => {
    const text = textAt(element, `${before}${word}${after}`)
    return text === null ? 0n : readAmount(text, currency, element.line)
  }
  return side('Debit') - side('Credit')
}

/** Opening and closing balance of each account; the closing one follows from the entries where the books do not give it. */
export function balancesOf(books: Books): Map<string, { opening: bigint; closing: bigint }> {
  const own = (list: readonly Balance[] | undefined, account: string): bigint =>
    sumOf((list ?? []).filter(one => one.account === account && one.dimensions.length === 0).map(one => one.amount))
  const openings = groupByAccount(books.years[0]?.opening)
  const closings = groupByAccount(books.years[0]?.closing)
  const given = (books.years[0]?.closing.length ?? 0) > 0
  const moved = new Map<string, bigint>()
  if (!given)
    for (const entry of books.entries)
      for (const line of entry.lines) moved.set(line.account, (moved.get(line.account) ?? 0n) + line.amount)
  return new Map(
    books.accounts.map(({ number }) => {
      const opening = own(openings.get(number), number)
      return [
        number,
        { opening, closing: given ? own(closings.get(number), number) : opening + (moved.get(number) ?? 0n) },
      ]
    }),
  )
}

const groupByAccount = (list: readonly Balance[] | undefined): Map<string, Balance[]> =>
  Map.groupBy(list ?? [], one => one.account)

/** Entries by series, in the order in which the series first come. */
export const bySeries = (books: Books) => Map.groupBy(books.entries, entry => entry.series)

/** A text that must stand; its line is named when it does not. */
export function needed(element: XmlElement, path: string): string {
  const text = textAt(element, path)
  if (text === null) throw new BooksFault('field-missing', element.line, { field: path })
  return text
}

export const dayAt = (element: XmlElement, path: string): Day =>
  readDay(needed(element, path).slice(0, 10), element.line)
export const dayOrNull = (element: XmlElement, path: string): Day | null => {
  const text = textAt(element, path)
  return text === null ? null : readDay(text.slice(0, 10), element.line)
}

/** The calendar month as the number of a period. */
export const monthOf = (day: Day): string => String(Number(day.slice(5, 7)))

/** Wherever a child may stand more than once. */
export const list = (element: XmlElement | null, name: string): XmlElement[] =>
  element ? childrenOf(element, name) : []
