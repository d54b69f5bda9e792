import './reports.css'
import { useMemo, useState } from 'react'
import { runQuery } from '../../../../web/client.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery, useSlices } from '../../../../web/useQuery.ts'
import type {
  getAgeing,
  getBalanceSheet,
  getIncomeStatement,
  getTrialBalance,
  listGeneralLedger,
  printReport,
} from '../../contract.ts'
import type { BookKeys } from '../words.ts'
import { ageing, balanceSheet, generalLedger, incomeStatement, type Saying, trialBalance } from './builders.ts'
import { DimensionField, SpanFields } from './Span.tsx'
import { type Report, ReportTable, saveBase64, saveReport } from './table.tsx'
import type { OutputOf } from '../../../../web/answers.ts'

const reports = ['trial-balance', 'income-statement', 'balance-sheet', 'general-ledger', 'ageing'] as const
type ReportName = (typeof reports)[number]

interface Asked {
  readonly from?: string
  readonly until?: string
  readonly dimension?: string
  readonly value?: string
  readonly side?: 'payable' | 'receivable'
  readonly fromAccount?: string
  readonly toAccount?: string
}

/** What the books say, in the five ways people ask for it; every figure leads to what it is made of. */
export default function Reports() {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const [search, change] = useSearch()
  const name = reports.find(one => one === search['report']) ?? 'trial-balance'
  const single = name === 'balance-sheet' || name === 'ageing'
  const narrowed = name !== 'balance-sheet' && name !== 'ageing'
  const [dimension, value] = (search['by'] ?? '').split(':')
  const asked: Asked = {
    ...(search['from'] && !single ? { from: search['from'] } : {}),
    ...(search['until'] ? { until: search['until'] } : {}),
    ...(narrowed && dimension && value ? { dimension, value } : {}),
    ...(name === 'ageing' ? { side: search['side'] === 'receivable' ? 'receivable' : 'payable' } : {}),
    ...(name === 'general-ledger' && search['a'] ? { fromAccount: search['a'] } : {}),
    ...(name === 'general-ledger' && search['b'] ? { toAccount: search['b'] } : {}),
  }
  const Shown = shown[name]
  const kept = new URLSearchParams(
    Object.entries(search).filter(([key]) => key === 'from' || key === 'until' || key === 'by'),
  )
  return (
    <Page
      title={say('page.reports')}
      end={
        <ButtonLink href="/books/exchange" icon="download">
          {say('page.exchange')}
        </ButtonLink>
      }
    >
      <nav className="report-choices" aria-label={say('page.reports')}>
        {reports.map(one => (
          <Link
            key={one}
            href={`/books/reports?${new URLSearchParams([['report', one], ...kept])}`}
            aria-current={one === name ? 'page' : undefined}
          >
            {say(`page.reports.${one}`)}
          </Link>
        ))}
      </nav>
      <div className="report-span">
        <SpanFields
          from={search['from']}
          until={search['until'] ?? (name === 'ageing' ? formats.today() : undefined)}
          single={single}
          onChange={span => change({ from: span.from ?? null, until: span.until ?? null })}
        />
        {narrowed ? <DimensionField value={search['by'] ?? ''} onChange={by => change({ by })} /> : null}
        {name === 'ageing' ? <SideField value={asked.side!} onChange={side => change({ side })} /> : null}
        {name === 'general-ledger' ? <AccountsFields search={search} change={change} /> : null}
      </div>
      <Shown key={name} name={name} asked={asked} />
    </Page>
  )
}

function SideField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const say = useSay<BookKeys>()
  return (
    <SelectField
      label={say('page.reports.party')}
      value={value}
      options={(['payable', 'receivable'] as const).map(side => [side, say(`choice.side.${side}`)] as const)}
      onChange={onChange}
    />
  )
}

function AccountsFields({
  search,
  change,
}: {
  readonly search: Readonly<Record<string, string>>
  readonly change: (changes: Record<string, string | null>) => void
}) {
  const say = useSay<BookKeys>()
  return (['a', 'b'] as const).map(key => (
    <Field key={key} label={say(key === 'a' ? 'page.reports.accounts-from' : 'page.reports.accounts-to')}>
      {control => (
        <input
          className="input num"
          {...control}
          inputMode="numeric"
          defaultValue={search[key] ?? ''}
          onBlur={event => change({ [key]: event.target.value.trim() || null })}
          onKeyDown={event => {
            if (event.key === 'Enter') change({ [key]: event.currentTarget.value.trim() || null })
          }}
        />
      )}
    </Field>
  ))
}

interface ShownProps {
  readonly name: ReportName
  readonly asked: Asked
}

const useSaying = (): Saying => {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  return useMemo(() => ({ say: say as Saying['say'], formats }), [say, formats])
}

/** A report that is one answer of the books, drawn by its builder. */
function shownBy<D>(
  query: string,
  inputOf: (asked: Asked) => object,
  build: (saying: Saying, data: OutputOf<D>) => Report,
) {
  return function Shown({ name, asked }: ShownProps) {
    const answer = useQuery<D>(query, inputOf(asked) as never, { keep: true })
    const saying = useSaying()
    return (
      <Answer
        name={name}
        asked={asked}
        fault={answer.error}
        again={answer.refetch}
        report={answer.data && build(saying, answer.data)}
      />
    )
  }
}

const onDay = ({ until }: Asked) => (until ? { on: until } : {})
const asIs = (asked: Asked) => asked

type LedgerRow = OutputOf<typeof listGeneralLedger>['rows'][number]

function GeneralLedger({ name, asked }: ShownProps) {
  const say = useSay<BookKeys>()
  const slices = useSlices<LedgerRow>('ledger.list-general-ledger', asked as Record<string, unknown>)
  const saying = useSaying()
  const rows = slices.data?.pages.flatMap(page => page.rows)
  return (
    <>
      <Answer
        name={name}
        asked={asked}
        fault={slices.error}
        again={slices.refetch}
        report={rows && generalLedger(saying, rows)}
      />
      {slices.hasNextPage ? (
        <p>
          <Button busy={slices.isFetchingNextPage} onClick={() => void slices.fetchNextPage()}>
            {say('page.reports.more')}
          </Button>
        </p>
      ) : null}
    </>
  )
}

const shown: Readonly<Record<ReportName, (props: ShownProps) => React.ReactNode>> = {
  'trial-balance': shownBy<typeof getTrialBalance>('ledger.get-trial-balance', asIs, trialBalance),
  'income-statement': shownBy<typeof getIncomeStatement>('ledger.get-income-statement', asIs, incomeStatement),
  'balance-sheet': shownBy<typeof getBalanceSheet>('ledger.get-balance-sheet', onDay, balanceSheet),
  'general-ledger': GeneralLedger,
  ageing: shownBy<typeof getAgeing>(
    'ledger.get-ageing',
    asked => ({ side: asked.side ?? 'payable', ...onDay(asked) }),
    ageing,
  ),
}

interface AnswerProps extends ShownProps {
  readonly fault: Error | null
  readonly again: () => unknown
  readonly report: Report | undefined
}

function Answer({ name, asked, fault, again, report }: AnswerProps) {
  const say = useSay<BookKeys>()
  if (fault) return <QueryProblem fault={fault} again={() => void again()} />
  if (!report) return <SkeletonRows rows={12} />
  if (report.lines.length === 0) return <Empty text={say('page.reports.nothing')} />
  return (
    <>
      <Files name={name} asked={asked} report={report} />
      <ReportTable report={report} />
    </>
  )
}

function Files({ name, asked, report }: { readonly name: ReportName; readonly asked: Asked; readonly report: Report }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const print = async () => {
    setBusy(true)
    try {
      const { fromAccount: _, toAccount: __, ...days } = asked
      const paper = await runQuery<typeof printReport>('ledger.print-report', {
        report: name,
        ...days,
        language,
      } as never)
      saveBase64(paper.name, paper.content, 'application/pdf')
    } catch {
      tell({ kind: 'refused', text: say('page.reports.nothing') })
    }
    setBusy(false)
  }
  const file = `${report.title} ${asked.until ?? formats.today()}`
  return (
    <p className="report-files">
      <Button size="s" icon="download" busy={busy} onClick={() => void print()}>
        {say('page.reports.pdf')}
      </Button>
      <Button size="s" icon="download" onClick={() => void saveReport(report, 'xlsx', file, formats)}>
        {say('page.reports.sheet')}
      </Button>
      <Button size="s" icon="download" onClick={() => void saveReport(report, 'csv', file, formats)}>
        {say('page.reports.csv')}
      </Button>
    </p>
  )
}
