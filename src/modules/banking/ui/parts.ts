/** Parts of a line as they are put together by hand. */
import type { WireMoney } from '../../../web/answers.ts'
import { decimalsOf } from '../../../web/format/money.ts'

export interface Part {
  readonly key: string
  readonly title: string
  readonly amount: WireMoney
  readonly itemId?: string
  readonly account?: string
  readonly vatCode?: string
  /** Of an item in another currency: how much of it. */
  readonly settles?: WireMoney
}

const minorOf = ({ amount, currency }: WireMoney): bigint => {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const minor = BigInt(whole + fraction.padEnd(decimalsOf(currency), '0').slice(0, decimalsOf(currency)))
  return amount.startsWith('-') ? -minor : minor
}
function moneyOf(minor: bigint, currency: string): WireMoney {
  const digits = decimalsOf(currency)
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  return { amount: `${minor < 0n ? '-' : ''}${whole}${digits ? `.${text.slice(-digits)}` : ''}`, currency }
}

/** What is left of a line beside its parts. */
export const apart = (line: WireMoney, parts: readonly Part[]): WireMoney =>
  moneyOf(
    parts.reduce((left, part) => left - minorOf(part.amount), minorOf(line)),
    line.currency,
  )

interface Found {
  readonly itemId: string
  readonly side: 'payable' | 'receivable'
  readonly partyName: string
  readonly number: string | null
  readonly remaining: WireMoney
}

/** An open item as a part: signed as the bank sees it, and no more of it than is left of the line, where both go the same way. */
export function added(item: Found, left: WireMoney): Part {
  if (item.remaining.currency !== left.currency) {
    // paid in another currency: the line is what was given for all that is left of it
    const title = [item.partyName, item.number].filter(Boolean).join(' ')
    return { key: item.itemId, title, itemId: item.itemId, amount: left, settles: item.remaining }
  }
  const owed = minorOf(item.remaining)
  const seen = item.side === 'payable' ? -owed : owed
  const rest = minorOf(left)
  const same = seen < 0n === rest < 0n
  const bounded = same && (seen < 0n ? seen < rest : seen > rest) ? rest : seen
  const title = [item.partyName, item.number].filter(Boolean).join(' ')
  return { key: item.itemId, title, itemId: item.itemId, amount: moneyOf(bounded, left.currency) }
}

/** As the command takes it. */
export const taken = ({ key: _key, title: _title, ...part }: Part) => part
