/** Chains that do not add up, and so many at a price that make something else. */
import { type Amount, amountsIn, written } from '../amounts.ts'
import type { Passage, ProofFinding } from '../model.ts'
import { wrongly } from './wrongly.ts'

/** `3 x 450 = 1 350`, `450 + 300 = 750`, `12 st à 99 kr: 1 188 kr`. */
export function arithmetic(passage: Passage): ProofFinding[] {
  const { text } = passage
  const findings: ProofFinding[] = []
  const say = (rule: 'sum' | 'product', result: Amount, is: number) =>
    findings.push(wrongly(passage, result, rule, { said: written(result.hundredths), is: written(is) }))
  const amounts = amountsIn(text)
  amounts.forEach((amount, index) => {
    const gap = (at: number) => text.slice(amounts[at]!.end, amounts[at + 1]?.start ?? amounts[at]!.end).trim()
    // a chain a + b + … = c
    if (index > 0 && gap(index - 1) === '+') return
    let at = index
    let all = amount.hundredths
    while (at + 1 < amounts.length && gap(at) === '+') all += amounts[++at]!.hundredths
    const result = amounts[at + 1]
    if (at > index && result && gap(at) === '=' && Math.abs(result.hundredths - all) > 1) say('sum', result, all)
  })
  const times =
    /(?<![\p{N}.,:/-])(\d{1,4})\s*(?:st|stk|stuks|pcs|pieces|buc|bucăți|un|unidades|x|×|h|tim|timmar|timer|hours|hrs|uur|ore|horas|dagar|dager|days|dagen|zile|dias|månader|måneder|months|maanden|luni|meses|personer|persons|people|personen|persoane|pessoas|nätter|netter|nights|nachten|nopți|noites|licenser|lisenser|licences|licenses|licenties|licențe|licenças)(?!\p{L})\.?\s*(?:[à@x×*]|(?:at|a|per|till|til|de|câte)(?!\p{L}))?\s*/giu
  for (const match of text.matchAll(times)) {
    const from = match.index + match[0].length
    const price = amounts.find(one => one.start >= from && one.start - from <= 1)
    const result = price && amounts.find(one => one.start > price.end)
    if (!price || !result) continue
    const explicit =
      /[à@x×*]\s*$|(?:\b|\s)(?:a|at|per|de|câte|till|til|x)\s*$/iu.test(match[0]) || /^\d+\s*[x×]/u.test(match[0])
    const gap = text.slice(price.end, result.start)
    const joined =
      /^\s*(?:\/\s?\p{L}+\.?|per \p{L}+|each|vardera|hver|stuk|fiecare|cada|\p{L}{1,3}\.)?\s*(?:=|:|\.{2,}|–|-|\t| {2,}|,? (?:totalt|i alt|total|in totaal|în total|no total|sammanlagt|blir|ger|makes|is|totalling|dvs\.?|that is|adică|ou seja|altogether|in total|til sammen|samen))\s*$/iu.test(
        gap,
      )
    if (!explicit || !joined) continue
    const is = Number(match[1]) * price.hundredths
    if (Math.abs(is - result.hundredths) > 1) say('product', result, is)
  }
  // whatever is counted, where price and result are put as such: `14 chairs à 45 = 630`
  for (const match of text.matchAll(counted)) {
    const from = match.index + match[0].length
    const price = amounts.find(one => one.start >= from && one.start - from <= 1)
    const result = price && amounts.find(one => one.start > price.end)
    if (!price || !result || !equals.test(text.slice(price.end, result.start))) continue
    const is = Number(match[1]) * price.hundredths
    if (Math.abs(is - result.hundredths) > 1 && !findings.some(one => one.at?.start === passage.offset + result.start))
      say('product', result, is)
  }
  return findings
}

const counted =
  /(?<![\p{N}.,:/-])(\d{1,4})\s+\p{L}{2,24}(?:\s\p{L}{2,24})?\s+(?:[à@x×]|at|a|per|de|câte|till|til)\s+/giu
const equals = /^\s*(?:\/\s?\p{L}+\.?|per \p{L}+|each|vardera|hver|fiecare|cada)?\s*=\s*$/iu
