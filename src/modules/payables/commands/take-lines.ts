import { implementCommand } from '../../../kernel/implement.ts'
import { moneyFromDecimal } from '../../../kernel/money.ts'
import { billOf, searchOf } from '../bill-row.ts'
import { filled } from '../bill-work.ts'
import type { CodedLine } from '../coding.ts'
import * as c from '../contract.ts'
import { proposeAndDoubt } from '../new-bill.ts'
import type { BillRow } from '../rows.ts'

interface Stated {
  readonly text: string | null
  readonly net: string
  readonly rate: string
  readonly periodFrom?: Temporal.PlainDate | undefined
  readonly periodTo?: Temporal.PlainDate | undefined
}

const taxOf = (net: bigint, hundredths: bigint): bigint => {
  const size = ((net < 0n ? -net : net) * hundredths + 5_000n) / 10_000n
  return net < 0n ? -size : size
}

/** What is left by rounding each line by itself: more than so much is another sum. */
const roundingFor = (lines: number): bigint => BigInt(lines) + 1n

/** The lines with their tax; the cents that rounding leaves go to the largest. Null where they are not the sum of the bill. */
export function codedFrom(
  row: Pick<BillRow, 'currency' | 'total_minor'>,
  stated: readonly Stated[],
): CodedLine[] | null {
  const lines = stated.map(({ text, net, rate, periodFrom, periodTo }) => {
    const minor = moneyFromDecimal(net, row.currency).minor
    const vat = taxOf(minor, moneyFromDecimal(rate, 'EUR').minor)
    const period = periodFrom && periodTo ? { period: { from: periodFrom, until: periodTo } } : {}
    return { text, net: minor, vat, vatCode: null, account: null, dimensions: {}, ...period }
  })
  const rest = row.total_minor - lines.reduce((sum, line) => sum + line.net + line.vat, 0n)
  const size = rest < 0n ? -rest : rest
  if (lines.length === 0 || size > roundingFor(lines.length)) return null
  const largest = lines.reduce((at, line, index) => (line.vat > lines[at]!.vat ? index : at), 0)
  return lines.map((line, index) => (index === largest ? { ...line, vat: line.vat + rest } : line))
}

/** Only what nobody has worked on takes over what the file states. */
export const takeLinesBody = implementCommand(c.takeLines, {
  locks: ({ id }) => [{ kind: 'bill', id }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id, lines }, before) {
    const stated = before.state === 'to-code' ? codedFrom(before, lines) : null
    if (!stated) return { output: { taken: false } }
    const version = act.locked(id).version + 1
    const { row, lines: rows, work } = await proposeAndDoubt(act, before, { stated }, version)
    await act.changeRecord(id, { search: searchOf(row, rows) })
    act.emit(c.billLinesTaken, { id, title: act.locked(id).title, ...filled({ work }) }, [id])
    return { output: { taken: true } }
  },
})
