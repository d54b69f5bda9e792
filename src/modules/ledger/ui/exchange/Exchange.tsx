import '../reports/reports.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { QueryFailure, runQuery } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { exportBooks, listAccountCodes, listImports } from '../../contract.ts'
import { SpanFields, type SpanValue } from '../reports/Span.tsx'
import { saveBase64 } from '../reports/table.tsx'
import type { BookKeys } from '../words.ts'
import { TakeIn } from './TakeIn.tsx'

export type Imports = OutputOf<typeof listImports>

const formatNames = ['sie4', 'saft-no', 'saft-pt', 'd406', 'xaf', 'hledger'] as const
type Format = (typeof formatNames)[number]

/** Books out to an accountant, an authority or another program; another program's books in. */
export default function Exchange() {
  const say = useSay<BookKeys>()
  const imports = useQuery<typeof listImports>('ledger.list-imports', {})
  const mayExport = usePermission('ledger.export-books')
  const mayImport = usePermission('ledger.import-books')
  return (
    <Page title={say('page.exchange')}>
      {imports.isError ? <QueryProblem fault={imports.error} again={() => void imports.refetch()} /> : null}
      {imports.isPending ? <SkeletonRows rows={8} /> : null}
      {imports.data ? (
        <>
          {mayExport ? <MakeFile imports={imports.data} /> : null}
          {mayImport ? <TakeIn /> : null}
          <Before imports={imports.data} />
          <CompanyFacts imports={imports.data} />
          <Codes />
        </>
      ) : null}
    </Page>
  )
}

function MakeFile({ imports }: { readonly imports: Imports }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const [format, setFormat] = useState<Format>(imports.usual ?? 'hledger')
  const [span, setSpan] = useState<SpanValue>({ from: imports.years[0]?.from, until: imports.years[0]?.until })
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<OutputOf<typeof exportBooks> | null>(null)
  const [fault, setFault] = useState<QueryFailure | null>(null)
  const make = async () => {
    setBusy(true)
    setFault(null)
    setMade(null)
    try {
      const asked = { format, ...(span.from ? { from: span.from } : {}), ...(span.until ? { until: span.until } : {}) }
      const file = await runQuery<typeof exportBooks>('ledger.export-books', asked)
      saveBase64(file.name, file.content, 'application/octet-stream')
      setMade(file)
    } catch (thrown) {
      if (thrown instanceof QueryFailure) setFault(thrown)
    }
    setBusy(false)
  }
  return (
    <Section title={say('page.exchange.export')}>
      <div className="exchange-form">
        <SelectField
          label={say('page.exchange.format')}
          value={format}
          options={formatNames.map(name => [name, say(`choice.bookFormat.${name}`)] as const)}
          onChange={setFormat}
        />
        <SpanFields from={span.from} until={span.until} onChange={setSpan} />
        <Button look="primary" icon="download" busy={busy} onClick={() => void make()}>
          {say('page.exchange.make')}
        </Button>
      </div>
      <div className="exchange-answer" role="status">
        {fault ? <QueryProblem fault={fault} again={() => void make()} /> : null}
        {made ? (
          <>
            <p>{say('page.exchange.made', { name: made.name, entries: formats.number(made.entries) })}</p>
            <p className="t2">
              {made.schema
                ? say('page.exchange.checked-schema', { schema: made.schema })
                : say('page.exchange.checked-own')}
            </p>
            {made.replaced > 0 ? <p className="t2">{say('page.exchange.replaced', { count: made.replaced })}</p> : null}
          </>
        ) : null}
      </div>
    </Section>
  )
}

function Before({ imports }: { readonly imports: Imports }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  if (imports.rows.length === 0) return null
  return (
    <Section title={say('page.exchange.before')} count={imports.rows.length}>
      <ul className="exchange-list">
        {imports.rows.map(one => (
          <li key={one.id}>
            <span>
              {one.fileName} <span className="t3">{say(`choice.bookFormat.${one.format}`)}</span>
            </span>
            <span className="t3">
              {formats.fullDay(one.from)} – {formats.fullDay(one.until)}
            </span>
            <span className="num">{formats.number(one.entries)}</span>
            <span className="t3">
              {formats.day(one.on)} {one.by}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const facts = ['number', 'vatNumber', 'street', 'postalCode', 'town', 'contact', 'phone'] as const

function CompanyFacts({ imports }: { readonly imports: Imports }) {
  const say = useSay<BookKeys>()
  const known = facts.filter(fact => imports.company[fact])
  const change = imports.can.find(one => one.command === 'ledger.set-company')
  return (
    <Section
      title={say('page.exchange.company')}
      more={
        change ? (
          <Button size="s" onClick={() => openCommand({ command: change.command, input: imports.company })}>
            {say('ledger.set-company')}
          </Button>
        ) : null
      }
    >
      {known.length === 0 ? <p className="t3">{say('page.exchange.no-company')}</p> : null}
      <dl className="facts">
        {known.map(fact => (
          <div key={fact} style={{ display: 'contents' }}>
            <dt>{say(`field.ledger.${fact}`)}</dt>
            <dd>{imports.company[fact]}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Codes() {
  const say = useSay<BookKeys>()
  const [open, setOpen] = useState(false)
  const codes = useQuery<typeof listAccountCodes>('ledger.list-account-codes', {}, { when: open })
  const mayChange = usePermission('ledger.set-account-code')
  return (
    <details className="section" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say('page.exchange.codes')}</summary>
      {codes.isError ? <Problem title={codes.error.message} /> : null}
      <ul className="exchange-list">
        {codes.data?.rows.map(row => (
          <li key={row.number}>
            <span>
              <span className="num">{row.number}</span> {row.name}
            </span>
            <span className="num">{row.code ?? '–'}</span>
            {mayChange ? (
              <Button
                size="s"
                look="quiet"
                icon="edit"
                aria-label={`${say('ledger.set-account-code')} ${row.number}`}
                onClick={() =>
                  openCommand({
                    command: 'ledger.set-account-code',
                    input: { number: row.number, ...(row.code ? { code: row.code } : {}) },
                    about: `${row.number} ${row.name}`,
                  })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
