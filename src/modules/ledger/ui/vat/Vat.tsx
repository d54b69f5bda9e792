import '../reports/reports.css'
import { useState } from 'react'
import { runQuery } from '../../../../web/client.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery, useSlices } from '../../../../web/useQuery.ts'
import type { getVatReport, listVatEntries, printReport } from '../../contract.ts'
import { SpanFields } from '../reports/Span.tsx'
import { type Report, type ReportLine, ReportTable, saveBase64 } from '../reports/table.tsx'
import type { BookKeys } from '../words.ts'

type VatReport = OutputOf<typeof getVatReport>

/** The VAT return of a period: figures with what is behind them, what looks odd, and the button that settles it. */
export default function Vat() {
  const say = useSay<BookKeys>()
  const [search, change] = useSearch()
  const { from, until } = search
  const answer = useQuery<typeof getVatReport>('ledger.get-vat-report', from && until ? { from, until } : {}, {
    keep: true,
  })
  const report = answer.data
  return (
    <Page title={say('page.reports.vat')} end={report ? <Ends report={report} /> : null}>
      <div className="report-span">
        <SpanFields
          from={from ?? report?.from}
          until={until ?? report?.until}
          onChange={span => change({ from: span.from ?? null, until: span.until ?? null, box: null, of: null })}
        />
      </div>
      {answer.isError ? (
        <QueryProblem fault={answer.error} again={() => void answer.refetch()} />
      ) : report ? (
        <Return report={report} />
      ) : (
        <SkeletonRows rows={10} />
      )}
    </Page>
  )
}

function Ends({ report }: { readonly report: VatReport }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const settle = report.can.find(one => one.command === 'ledger.settle-vat')
  const reopen = report.can.find(one => one.command === 'ledger.reopen-vat')
  const about = `${formats.fullDay(report.from)} – ${formats.fullDay(report.until)}`
  const print = async () => {
    setBusy(true)
    const paper = await runQuery<typeof printReport>('ledger.print-report', {
      report: 'vat',
      from: report.from,
      until: report.until,
      language,
    }).catch(() => null)
    if (paper) saveBase64(paper.name, paper.content, 'application/pdf')
    setBusy(false)
  }
  return (
    <span className="report-files">
      <Button icon="download" busy={busy} onClick={() => void print()}>
        {say('page.reports.pdf')}
      </Button>
      {reopen ? (
        <Button onClick={() => openCommand({ command: reopen.command, input: reopen.input, about })}>
          {say('ledger.reopen-vat')}
        </Button>
      ) : null}
      {settle ? (
        <Button
          look="primary"
          icon="lock"
          onClick={() =>
            openCommand({
              command: settle.command,
              input: settle.input,
              about,
              effects: ({ output }) => {
                const { toPay } = output as { toPay: VatReport['toPay'] }
                const words = say(toPay.amount.startsWith('-') ? 'page.vat.back' : 'page.vat.to-pay')
                const amount = formats.money({ ...toPay, amount: toPay.amount.replace('-', '') })
                return [
                  { icon: 'cash', text: `${words}: ${amount}` },
                  { icon: 'lock', text: say('page.vat.settle-about') },
                ]
              },
            })
          }
        >
          {say('ledger.settle-vat')}
        </Button>
      ) : null}
    </span>
  )
}

function Return({ report }: { readonly report: VatReport }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const [search, change] = useSearch()
  const comesBack = report.toPay.amount.startsWith('-')
  const back = comesBack ? { ...report.toPay, amount: report.toPay.amount.slice(1) } : report.toPay
  const table = useBoxes(report)
  if (report.boxes.length === 0 && report.codes.length === 0) return <Empty text={say('page.vat.none')} />
  return (
    <>
      <p className="vat-head">
        <span className="t2">{say(comesBack ? 'page.vat.back' : 'page.vat.to-pay')}</span>
        <span className="vat-figure">{formats.money(back)}</span>
        {report.settled ? (
          <State glyph="settled">
            {say('page.vat.settled', { on: formats.day(report.settled.on), by: report.settled.by })}
          </State>
        ) : null}
      </p>
      <ReportTable report={table} />
      {search['box'] ? (
        <Behind
          key={`${search['box']} ${search['of']}`}
          report={report}
          box={search['box']}
          of={search['of'] === 'base' ? 'base' : 'tax'}
          close={() => change({ box: null, of: null })}
        />
      ) : null}
      <Checks report={report} />
      <Codes report={report} />
      <Settled report={report} />
    </>
  )
}

const boxHref = (report: VatReport, box: VatReport['boxes'][number]): string =>
  `/books/vat?from=${report.from}&until=${report.until}&box=${encodeURIComponent(box.box)}&of=${box.of}`

function useBoxes(report: VatReport): Report {
  const say = useSay<BookKeys>()
  return {
    title: say('page.reports.vat'),
    heads: [
      { label: say('page.vat.box') },
      { label: say('field.ledger.name'), free: true },
      { label: say('page.vat.exact'), figure: true, wide: true },
      { label: say('field.ledger.amount'), figure: true },
    ],
    lines: report.boxes.map((box): ReportLine => {
      const href = box.sum ? undefined : boxHref(report, box)
      const name = box.name || box.made.map(one => one.name).join(', ')
      return {
        key: `${box.box} ${box.of}`,
        level: box.sum ? 'sum' : 'line',
        cells: [
          { text: box.box, href },
          { text: name, href },
          { money: box.exact.amount === box.amount.amount ? null : box.exact },
          { money: box.amount, href },
        ],
      }
    }),
  }
}

interface BehindProps {
  readonly report: VatReport
  readonly box: string
  readonly of: 'base' | 'tax'
  readonly close: () => void
}

type EntryRow = OutputOf<typeof listVatEntries>['rows'][number]

/** The postings of a box. */
function Behind({ report, box, of, close }: BehindProps) {
  const say = useSay<BookKeys>()
  const slices = useSlices<EntryRow>('ledger.list-vat-entries', { from: report.from, until: report.until, box, of })
  const rows = slices.data?.pages.flatMap(page => page.rows) ?? []
  const table: Report = {
    title: `${say('page.vat.box')} ${box}`,
    heads: [
      { label: say('field.ledger.on') },
      { label: say('page.reports.voucher') },
      { label: say('field.ledger.text'), free: true },
      { label: say('field.ledger.account') },
      { label: say('page.vat.code') },
      { label: say('field.ledger.amount'), figure: true },
    ],
    lines: rows.map((row): ReportLine => {
      const href = row.entryId ? `/books/entries/${row.entryId}` : undefined
      return {
        key: `${row.voucher} ${row.line} ${row.on}`,
        level: 'line',
        cells: [
          { day: row.on },
          { text: row.voucher, href },
          { text: row.text ?? say('page.reports.hidden'), href },
          { text: row.account },
          { text: row.code },
          { money: row.amount, href },
        ],
      }
    }),
  }
  return (
    <Section
      title={table.title}
      count={slices.data?.pages[0]?.total}
      more={
        <Button look="quiet" size="s" icon="x" onClick={close}>
          {say('close')}
        </Button>
      }
    >
      {slices.isError ? (
        <QueryProblem fault={slices.error} again={() => void slices.refetch()} />
      ) : (
        <ReportTable report={table} />
      )}
      {slices.hasNextPage ? (
        <Button busy={slices.isFetchingNextPage} onClick={() => void slices.fetchNextPage()}>
          {say('page.reports.more')}
        </Button>
      ) : null}
    </Section>
  )
}

function Checks({ report }: { readonly report: VatReport }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  return (
    <Section title={say('page.vat.checks')} count={report.checks.length || null}>
      {report.checks.length === 0 ? <p className="t3">{say('page.vat.no-checks')}</p> : null}
      <ul className="vat-checks">
        {report.checks.map(one => (
          <li key={`${one.check} ${one.code}`}>
            <State glyph="blocked">
              {say(`page.vat.check.${one.check}`, {
                code: one.code ?? '',
                amount: one.amount ? formats.money(one.amount) : '',
                on: one.on ? formats.fullDay(one.on) : '',
              })}
            </State>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Codes({ report }: { readonly report: VatReport }) {
  const say = useSay<BookKeys>()
  if (report.codes.length === 0) return null
  return (
    <Section title={say('page.vat.codes')} bare>
      <ReportTable
        report={{
          title: say('page.vat.codes'),
          heads: [
            { label: say('page.vat.code') },
            { label: say('field.ledger.name'), free: true },
            { label: say('page.vat.rate'), figure: true },
            { label: say('choice.part.base'), figure: true },
            { label: say('choice.part.tax'), figure: true },
            { label: say('choice.part.due'), figure: true },
          ],
          lines: report.codes.map(code => ({
            key: code.code,
            level: 'line',
            cells: [
              { text: code.code },
              { text: code.name },
              { text: `${code.rate} %` },
              { money: code.base },
              { money: code.tax },
              { money: Number(code.due.amount) === 0 ? null : code.due },
            ],
          })),
        }}
      />
    </Section>
  )
}

function Settled({ report }: { readonly report: VatReport }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  if (report.periods.length === 0) return null
  return (
    <Section title={say('page.vat.periods')}>
      <ul className="exchange-list">
        {report.periods.map(one => (
          <li key={one.id}>
            <Link href={`/books/vat?from=${one.from}&until=${one.until}`}>
              {formats.fullDay(one.from)} – {formats.fullDay(one.until)}
            </Link>
            <span className="num">{formats.money(one.toPay)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
