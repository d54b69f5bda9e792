import { currencyOf, isCurrencyCode } from './amount.ts'
import type { AmountAt } from './find-amounts.ts'
import type { Guess } from './found.ts'
import type { Label } from './labels.ts'
import type { Sheet, Token } from './layout.ts'

const ofLanguage: Readonly<Record<string, string>> = { sv: 'SEK', nb: 'NOK', ro: 'RON' }
const ofCountry: Readonly<Record<string, string>> = {
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  RO: 'RON',
  PT: 'EUR',
  NL: 'EUR',
  DE: 'EUR',
  FR: 'EUR',
  FI: 'EUR',
  BE: 'EUR',
  IE: 'EUR',
  ES: 'EUR',
  IT: 'EUR',
  AT: 'EUR',
  GB: 'GBP',
  CH: 'CHF',
  PL: 'PLN',
  US: 'USD',
}

/** The currency: said by a label, by signs beside the amounts, or by what `kr` and `$` mean where the sender is. */
export function currencyGuesses(
  sheet: Sheet,
  labels: readonly Label[],
  amounts: readonly AmountAt[],
  totals: readonly AmountAt[],
  language: string | null,
  country: string | null,
): Guess[] {
  const votes = new Map<string, { weight: number; span: AmountAt | null; reasons: Set<string> }>()
  const vote = (code: string, weight: number, span: AmountAt | null, reason: string): void => {
    const known = votes.get(code) ?? { weight: 0, span, reasons: new Set<string>() }
    known.weight += weight
    known.reasons.add(reason)
    votes.set(code, { ...known, span: known.span ?? span })
  }
  for (const amount of amounts)
    if (amount.currency && (amount.currency !== 'INR' || language === 'en' || language === null))
      vote(amount.currency, totals.includes(amount) ? 1.5 : 0.5, amount, 'sign-beside-amount')
  const said = labelled(labels)
  for (const one of said) vote(one, 3, null, 'label-beside')
  for (const code of loose(sheet)) vote(code, 0.8, null, 'code-on-paper')
  const kronor = sheet.rows.some(row =>
    row.tokens.some(token => currencyOf(token.text) === '' && /^kr/i.test(token.text)),
  )
  if (kronor)
    vote((country && ofCountry[country]) ?? ofLanguage[language ?? ''] ?? 'SEK', 0.9, null, 'krona-of-country')
  if (sheet.rows.some(row => row.tokens.some(token => token.text.includes('$')))) vote('USD', 1.2, null, 'dollar-sign')
  const home = (country && ofCountry[country]) ?? ofLanguage[language ?? '']
  if (home && votes.size === 0) vote(home, 0.4, null, 'currency-of-country')
  return rank(votes, home ?? null)
}

function labelled(labels: readonly Label[]): string[] {
  return labels
    .filter(label => label.concepts.includes('currency'))
    .flatMap(label => {
      const text = label.row.tokens
        .slice(label.to, label.to + 3)
        .map(token => token.text.replace(/[^A-Za-z]/g, '').toUpperCase())
        .find(isCurrencyCode)
      return text ? [text] : []
    })
}

/** Codes that stand by themselves, as in a column head `Belopp SEK`. */
function loose(sheet: Sheet): string[] {
  const found: string[] = []
  for (const row of sheet.rows) {
    for (const token of row.tokens as Token[]) {
      const word = token.text.replace(/[^\p{L}€£]/gu, '')
      if (/^[A-Z]{3}$/.test(word) && word !== 'TRY' && isCurrencyCode(word)) found.push(word)
      else if (word === '€' || word === '£' || /^(?:lei|euro?s?)$/i.test(word)) found.push(currencyOf(word) || 'EUR')
    }
  }
  return found.slice(0, 12)
}

function rank(
  votes: ReadonlyMap<string, { weight: number; span: AmountAt | null; reasons: Set<string> }>,
  home: string | null,
): Guess[] {
  const all = [...votes.values()].reduce((sum, one) => sum + one.weight, 0)
  const order = [...votes].sort((a, b) => b[1].weight - a[1].weight)
  return order.map(([value, { weight, span, reasons }], index) => {
    const share = weight / Math.max(all, 0.01)
    const strong =
      reasons.has('label-beside') ||
      reasons.has('sign-beside-amount') ||
      (reasons.has('code-on-paper') && (weight > 1 || value === home))
    const agrees = home === null || home === value || reasons.has('label-beside') || weight > 2
    const confidence = Math.min(0.98, (strong ? 0.72 : 0.55) + 0.25 * share)
    return {
      value,
      span,
      confidence: index === 0 ? confidence : confidence * share,
      sure:
        (index === 0 && share > 0.75 && agrees && (strong || reasons.has('krona-of-country')) && value !== 'USD') ||
        (index === 0 && value === 'USD' && strong && share > 0.75),
      reasons: [...reasons],
    }
  })
}
