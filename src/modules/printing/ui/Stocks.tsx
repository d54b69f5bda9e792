import './printing.css'
import type { Can, OutputOf } from '../../../web/answers.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { Page } from '../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { useQuery } from '../../../web/useQuery.ts'
import type { listStocks } from '../contract.ts'
import type { PrintingKeys } from './words.ts'

type Row = OutputOf<typeof listStocks>['rows'][number]
type Rule = Row['office']

/** Which printer badges, slips and labels go to: in the office, and where one sits oneself. */
export default function Stocks() {
  const say = useSay<PrintingKeys>()
  const { data, error, refetch } = useQuery<typeof listStocks>('printing.list-stocks', {})
  if (error) return <QueryProblem fault={error} again={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const may = (command: string) => (data.can as readonly Can[]).some(one => one.command === command)
  return (
    <Page title={say('page.printing.stocks')} crumbs={[{ label: say('page.printing'), href: '/printing' }]}>
      <p className="t3">{say('page.printing.stocks.hint')}</p>
      <ul className="printing-stocks">
        {data.rows.map(row => (
          <li key={row.stock}>
            <span>
              <b>{say(`choice.printing.stock.${row.stock}`)}</b>
              <span className="t3 num">
                {say('page.printing.stocks.size', { width: row.widthMm, height: row.heightMm })}
              </span>
            </span>
            <Place
              row={row}
              rule={row.office}
              label={say('page.printing.stocks.office')}
              none={say('page.printing.stocks.browser')}
              command={may('printing.set-stock') ? 'printing.set-stock' : null}
            />
            <Place
              row={row}
              rule={row.desk}
              label={say('page.printing.stocks.desk')}
              none={say('page.printing.stocks.as-office')}
              command={may('printing.choose-stock') ? 'printing.choose-stock' : null}
            />
          </li>
        ))}
      </ul>
    </Page>
  )
}

interface PlaceProps {
  readonly row: Row
  readonly rule: Rule
  readonly label: string
  /** What holds where nothing is set. */
  readonly none: string
  readonly command: 'printing.set-stock' | 'printing.choose-stock' | null
}

function Place({ row, rule, label, none, command }: PlaceProps) {
  const say = useSay<PrintingKeys>()
  const name = say(`choice.printing.stock.${row.stock}`)
  const known = rule
    ? { printerId: rule.printer.id, widthMm: rule.widthMm, heightMm: rule.heightMm, automatic: rule.automatic }
    : { widthMm: row.widthMm, heightMm: row.heightMm }
  const input = { stock: row.stock, ...known }
  return (
    <span>
      <span className="t3">{label}</span>
      <span>
        {rule?.printer.title ?? none}
        {rule?.automatic ? <span className="t3"> · {say('page.printing.stocks.automatic')}</span> : null}
      </span>
      {command ? (
        <Button
          size="s"
          look="quiet"
          icon="edit"
          aria-label={`${say('page.printing.stocks.change')}: ${name}, ${label}`}
          onClick={() => openCommand({ command, input, about: name })}
        >
          {say('page.printing.stocks.change')}
        </Button>
      ) : null}
    </span>
  )
}
