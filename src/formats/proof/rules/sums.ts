/** Totals that are not what stands above them, products and taxes that are not what they are said to be. */
import { type Amount, amountsIn, written } from '../amounts.ts'
import type { Passage, ProofFinding, Rule } from '../model.ts'
import { anywhere } from '../words/index.ts'
import { arithmetic } from './products.ts'
import { inline } from './sums-in-sentences.ts'
import { inlineTax } from './tax-in-sentences.ts'
import { type Wrong, wrongly } from './wrongly.ts'

export const sums: Rule = prepared =>
  prepared.passages.length === 0
    ? []
    : [
        ...columns({ field: 'text', offset: 0, text: prepared.own, language: prepared.language }),
        ...prepared.passages.flatMap(passage => [...arithmetic(passage), ...inline(passage), ...inlineTax(passage)]),
      ]

type What = 'item' | 'subtotal' | 'vat' | 'deduct' | 'rounding' | 'total'
interface Line {
  readonly what: What
  readonly amount: Amount
  readonly start: number
  readonly label: string
  readonly rate: number | null
  readonly base: number | null
}

const begin = (body: string) => new RegExp(`^[\\s*•|–-]*(?:${body.replaceAll('\\w', '\\p{L}')})(?!\\p{L})`, 'iu')
const subtotal = begin(anywhere(words => words.subtotal))
const total = begin(anywhere(words => words.total))
const vat = begin(
  `(?:${anywhere(words => words.ofWhich)})?\\s*(?:\\+\\s*)?(?:\\d{1,2}\\s?%\\s*)?(?:${anywhere(words => words.vat)})`,
)
const deduct = begin(anywhere(words => words.deduct))
const rounding = begin('öresutjämning|avrundning|øreavrunding|avrunding|afronding|rotunjire|arredondamento|rounding')
const notMoney = begin(
  'faktura\\s?(?:nr|nummer|no)|fakturanummer|factuurnummer|factuurnr|invoice (?:no|number)|nr|no|nummer|number|tel|telefon|telefoon|telefone|tlf|date|datum|dato|data|org|orgnr|vat no|kund|kunde|klant|client|cliente|kundnr|page|sida|side|pagina|página|år|year|jaar|an|ano|konto|account|id|ref|referens|referanse|referentie|referência|referință|ocr|kid|iban|bankgiro|plusgiro|nif|cui|kvk|nipc|post|postnr|box|postboks|postbus|punkt|punt|pct|rum|rom|room|kamer|week|vecka|uke|due|förfallodatum|forfallsdato|vervaldatum|scadență|vencimento|order|ordre|bestelling|comanda|encomenda|contract|avtal|avtale|contrato|pnr|personnummer|bsn|cnp',
)

function lineOf(text: string, start: number): Line | null {
  const trimmed = text.replace(/[\s|.;]+$/u, '')
  const amounts = amountsIn(trimmed)
  const last = amounts.at(-1)
  if (!last || trimmed.length - last.end > 2 || notMoney.test(trimmed)) return null
  const label = trimmed.slice(0, amounts.length > 1 ? amounts[0]!.start : last.start)
  if (!/\p{L}/u.test(trimmed.slice(0, last.start))) return null
  const rate = /(\d{1,2}(?:[.,]\d)?)\s?%/u.exec(trimmed)
  const what: What = rounding.test(trimmed)
    ? 'rounding'
    : vat.test(trimmed)
      ? 'vat'
      : subtotal.test(trimmed)
        ? 'subtotal'
        : total.test(trimmed)
          ? 'total'
          : deduct.test(trimmed)
            ? 'deduct'
            : 'item'
  const base = what === 'vat' && amounts.length > 1 ? amounts.at(-2)!.hundredths : null
  // prose with an amount at its end is no line of a bill
  if (what === 'item' && (trimmed.length > 110 || trimmed.slice(0, last.start).trim().split(/\s+/).length > 12))
    return null
  return {
    what,
    amount: { ...last, start: last.start + start, end: last.end + start },
    start,
    label,
    rate: rate ? Number(rate[1]!.replace(',', '.')) : null,
    base,
  }
}

function columns(passage: Passage): ProofFinding[] {
  const findings: ProofFinding[] = []
  let block: Line[] = []
  let gap = 0
  let start = 0
  for (const text of passage.text.split('\n')) {
    const line = lineOf(text, start)
    start += text.length + 1
    if (line) {
      gap = 0
      if (line.what === 'total' || line.what === 'subtotal') {
        const wrong = unlike(block, line)
        if (wrong) findings.push(wrongly(passage, line.amount, 'sum', wrong))
        block.push(line)
        if (line.what === 'total' && !wrong) block = block.some(one => one.what === 'vat') ? [] : block
      } else block.push(line)
      const tax = line.what === 'vat' ? wrongTax(block, line) : null
      if (tax) findings.push(wrongly(passage, line.amount, 'vat', tax))
    } else if (text.trim() === '') gap++
    else gap += 2
    if (gap > 1) block = []
  }
  return findings
}

const sumOf = (lines: readonly Line[]) => lines.reduce((all, one) => all + one.amount.hundredths, 0)

/** What stands above a total, in the ways that bills are added up; null where one of them fits, or there is too little to say. */
function unlike(block: readonly Line[], line: Line): Wrong | null {
  const priced =
    block.some(one => one.amount.money || one.amount.decimals || one.amount.grouped) ||
    line.amount.money ||
    line.amount.decimals
  const items = block.filter(one => one.what === 'item' && (priced || one.amount.hundredths < 100_000_00))
  const deducted = block
    .filter(one => one.what === 'deduct')
    .reduce((all, one) => all + Math.abs(one.amount.hundredths), 0)
  const taxes = sumOf(block.filter(one => one.what === 'vat'))
  const rounded = sumOf(block.filter(one => one.what === 'rounding'))
  const lastSub = block.findLast(one => one.what === 'subtotal' || one.what === 'total')
  const bases = [...(items.length > 0 ? [sumOf(items)] : []), ...(lastSub ? [lastSub.amount.hundredths] : [])]
  const afterSub = lastSub ? items.filter(one => one.start > lastSub.start) : []
  if (lastSub && afterSub.length > 0) bases.push(lastSub.amount.hundredths + sumOf(afterSub))
  if (bases.length === 0 || (items.length < 2 && taxes === 0 && deducted === 0 && !lastSub)) return null
  if (items.length < 2 && !lastSub && taxes === 0) return null
  const ways = bases
    .flatMap(base => [base, base + taxes, base - deducted, base + taxes - deducted])
    .flatMap(way => [way, way + rounded, way - rounded])
  const total = line.amount.hundredths
  const tolerance = line.amount.decimals || !block.some(one => one.amount.decimals) ? 0 : 99
  if (ways.some(way => Math.abs(way - total) <= tolerance)) return null
  // one line alone above, under another name, is no sum
  const best =
    (lastSub && taxes ? lastSub.amount.hundredths + taxes : bases[0]! + (line.what === 'total' ? taxes : 0)) - deducted
  return { said: written(total), is: written(best) }
}

function wrongTax(block: readonly Line[], line: Line): Wrong | null {
  if (line.rate === null || line.rate === 0) return null
  const items = block.filter(one => one.what === 'item')
  const sub = block.findLast(one => one.what === 'subtotal' || one.what === 'total')
  if (block.filter(one => one.what === 'vat').length > 1 && line.base === null) return null
  const bases =
    line.base !== null
      ? [line.base]
      : [...(sub ? [sub.amount.hundredths] : []), ...(items.length ? [sumOf(items)] : [])]
  if (bases.length === 0) return null
  const rate = line.rate / 100
  // a subtotal is named as what it is: without tax
  const without = line.base !== null || sub?.what === 'subtotal'
  const ways = bases.flatMap(base => [base * rate, ...(without ? [] : [(base * rate) / (1 + rate)])])
  const discounts = block
    .filter(one => one.what === 'deduct')
    .reduce((all, one) => all + Math.abs(one.amount.hundredths), 0)
  if (discounts) ways.push(...bases.map(base => (base - discounts) * rate))
  const tolerance = line.amount.decimals ? 2 : 100
  if (ways.some(way => Math.abs(way - line.amount.hundredths) <= tolerance)) return null
  return { said: written(line.amount.hundredths), is: written(Math.round(bases[0]! * rate)), rate: String(line.rate) }
}
