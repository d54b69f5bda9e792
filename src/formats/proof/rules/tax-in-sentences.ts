/** A sentence that names a price, a rate of tax and the tax: `net 1,200, VAT at 20% 240`. */
import { amountsIn, written } from '../amounts.ts'
import type { Passage, ProofFinding } from '../model.ts'
import { sentenceAround } from '../sentences.ts'
import { anywhere, lettered } from '../words/index.ts'
import { wrongly } from './wrongly.ts'

const named = anywhere(words => words.vat)
/** The tax and its rate, whichever stands first; `%` ends no word, so the edge of a word stands before it alone. */
const rated = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${lettered(named)})[^\\d\\n]{0,12}(\\d{1,2}(?:[.,]\\d)?)\\s?%|(\\d{1,2}(?:[.,]\\d)?)\\s?%\\s?(?:${lettered(named)})(?!\\p{L}))`,
  'giu',
)

export function inlineTax(passage: Passage): ProofFinding[] {
  const money = amountsIn(passage.text)
  return [...passage.text.matchAll(rated)].flatMap(match => {
    const end = match.index + match[0].length
    const tax = money.find(
      one => one.money && one.start >= end && /^[\s:,=]*$/.test(passage.text.slice(end, one.start)),
    )
    if (!tax) return []
    const { from } = sentenceAround(passage.text, match.index, end)
    const base = money.findLast(one => one.money && one.start >= from && one.end <= match.index)
    if (!base || match.index - base.end > 24 || passage.text.slice(from, base.start).includes('\n')) return []
    const rate = Number((match[1] ?? match[2])!.replace(',', '.')) / 100
    const ways = [base.hundredths * rate, (base.hundredths * rate) / (1 + rate)]
    const tolerance = tax.decimals ? 2 : 100
    if (rate === 0 || ways.some(way => Math.abs(way - tax.hundredths) <= tolerance)) return []
    const is = written(Math.round(ways[0]!))
    return [wrongly(passage, tax, 'vat', { said: written(tax.hundredths), is, rate: String(rate * 100) })]
  })
}
