import '../payables.css'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { moneyToday } from '../../contract.ts'
import { BillState } from '../BillState.tsx'
import type { BillKeys, BillLine, MoneyDay } from '../words.ts'
import { CashAhead } from './CashAhead.tsx'

/** The day of money: what waits for me, what is to be paid, what is late, what goes out. */
export default function Money() {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const today = useQuery<typeof moneyToday>('payables.money-today')
  if (today.isError) return <QueryProblem fault={today.error} again={() => void today.refetch()} />
  if (!today.data) return <PageSkeleton />
  const { mine, nextDue, missing } = today.data
  return (
    <Page title={say('page.money')}>
      <Sums day={today.data} />
      <Section title={say('page.money.mine')} count={mine.length}>
        {mine.length > 0 ? <Lines bills={mine} /> : <p className="t3">{say('page.money.nothing-mine')}</p>}
      </Section>
      {missing.length > 0 ? (
        <Section title={say('page.money.missing')} count={missing.length}>
          <ul className="money-lines">
            {missing.map(one => (
              <li key={one.id}>
                <span className="what">
                  <Link href={`/agreements/${one.id}`}>{one.title}</Link>
                </span>
                <span className="late nw">{formats.weekday(one.on)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {nextDue.length > 0 ? (
        <Section title={say('page.money.next')}>
          <Lines bills={nextDue} />
        </Section>
      ) : null}
      <CashAhead />
    </Page>
  )
}

function Sums({ day }: { readonly day: MoneyDay }) {
  const say = useSay<BillKeys>()
  const tiles = [
    { label: say('page.money.this-week'), of: day.thisWeek, href: '/bills?box=due', late: false },
    { label: say('page.money.late'), of: day.late, href: '/bills?box=late', late: true },
    { label: say('state.bill.to-code'), of: day.toCode, href: '/bills?states=to-code', late: false },
    { label: say('state.bill.to-approve'), of: day.toApprove, href: '/bills?states=to-approve', late: false },
    { label: say('page.money.kept'), of: day.kept, href: '/bills?box=kept', late: false },
  ]
  return (
    <div className="money-sums">
      {tiles.map(({ label, of, href, late }) => (
        <Tile key={label} label={label} of={of} href={href} late={late} />
      ))}
    </div>
  )
}

interface TileProps {
  readonly label: string
  readonly of: MoneyDay['late']
  readonly href: string
  readonly late: boolean
}

function Tile({ label, of, href, late }: TileProps) {
  const formats = useFormats()
  const [first, ...others] = of.sums
  return (
    <Link href={href}>
      <dl>
        <dt>{label}</dt>
        <dd className={late && of.count > 0 ? 'late' : undefined}>
          {first ? formats.money(first) : '–'}
          <small>{[String(of.count), ...others.map(sum => formats.money(sum))].join(' · ')}</small>
        </dd>
      </dl>
    </Link>
  )
}

function Lines({ bills }: { readonly bills: readonly BillLine[] }) {
  const formats = useFormats()
  return (
    <ul className="money-lines bills">
      {bills.map(bill => (
        <li key={bill.id}>
          <span className="what">
            <Link href={`/bills/${bill.id}`}>{bill.title}</Link>
          </span>
          <BillState bill={bill} />
          <span className={bill.late ? 'late nw' : 't3 nw'}>{formats.weekday(bill.dueOn)}</span>
          <span className="num nw">{formats.money(bill.total)}</span>
        </li>
      ))}
    </ul>
  )
}
