import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { cashAhead } from '../../contract.ts'
import type { Ahead, BillKeys } from '../words.ts'

/** What goes out in the weeks ahead, drawn and as a table. */
export function CashAhead() {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const { data } = useQuery<typeof cashAhead>('payables.cash-ahead', { days: 60 })
  if (!data) return null
  const { rows, others, balance, shortOn } = data
  return (
    <Section title={say('page.money.ahead')}>
      <p className="t2">
        {balance
          ? say('page.money.ahead.balance', { on: formats.day(balance.on), amount: formats.money(balance.amount) })
          : say('page.money.ahead.no-balance')}
      </p>
      {shortOn ? (
        <p>
          <State glyph="late">{say('page.money.ahead.short', { on: formats.weekday(shortOn) })}</State>
        </p>
      ) : null}
      {rows.length === 0 ? <p className="t3">{say('page.money.ahead.none')}</p> : <Plot ahead={data} />}
      {rows.length > 0 ? <Days ahead={data} /> : null}
      {others.length > 0 ? (
        <p className="t3">
          {say('page.money.ahead.others')} {others.map(sum => formats.money(sum)).join(' · ')}
        </p>
      ) : null}
    </Section>
  )
}

const width = 600
const height = 120

/** A stair that rises on each day on which something goes out; the table beneath says the same in figures. */
function Plot({ ahead: { rows, currency } }: { readonly ahead: Ahead }) {
  const say = useSay<BillKeys>()
  const sums = rows.map(({ sum }) => Number(sum.amount))
  const most = Math.max(1, ...sums)
  const first = Date.parse(rows[0]!.on)
  const span = Math.max(1, Date.parse(rows.at(-1)!.on) - first)
  const x = (on: string) => Math.round(((Date.parse(on) - first) / span) * width)
  const y = (sum: number) => Math.round(height - (Math.max(0, sum) / most) * (height - 8))
  const steps = rows.map((row, index) => `H${x(row.on)} V${y(sums[index]!)}`).join(' ')
  const line = `M0 ${height} ${steps} H${width}`
  return (
    <svg
      className="money-plot"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say('page.money.ahead.plot', { currency })}
    >
      <path className="area" d={`${line} V${height} Z`} />
      <path className="path" d={line} />
    </svg>
  )
}

function Days({ ahead: { rows, balance } }: { readonly ahead: Ahead }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const expected = rows.some(row => Number(row.expected.amount) !== 0)
  return (
    <div className="money-scroll">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{say('field.payables.dueOn')}</th>
            <th scope="col" className="n">
              {say('page.bills')}
            </th>
            {expected ? (
              <th scope="col" className="n">
                {say('page.money.ahead.expected')}
              </th>
            ) : null}
            <th scope="col" className="n">
              {say('page.money.sum')}
            </th>
            {balance ? (
              <th scope="col" className="n">
                {say('page.money.ahead.left')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.on}>
              <td>{formats.weekday(row.on)}</td>
              <td className="n">{formats.amount(row.bills)}</td>
              {expected ? <td className="n">{formats.amount(row.expected)}</td> : null}
              <td className="n">{formats.amount(row.sum)}</td>
              {balance ? <td className="n">{row.left ? formats.amount(row.left) : null}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
