/** Every report as a table on paper, in the reader's language and the country's figures. */
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { nearestLanguage, type Params, translate } from '../../../kernel/language/catalogue.ts'
import { decimalOfMoney, type Money, minorDigits } from '../../../kernel/money.ts'
import * as c from '../contract/report-queries.ts'
import { catalogues } from '../words.ts'
import { getAgeingBody } from './ageing.ts'
import { listGeneralLedgerBody } from './general-ledger.ts'
import { type ReportColumn, type ReportRow, reportPdf } from './report-pdf.ts'
import { getBalanceSheetBody, getIncomeStatementBody, getTrialBalanceBody } from './statements.ts'
import { getVatReportBody } from './vat.ts'

type Answer<Q extends { output: { parse(value: unknown): unknown } }> = ReturnType<Q['output']['parse']>
type Day = Temporal.PlainDate
type Input = {
  report: c.PrintableReport
  from?: Day
  until?: Day
  dimension?: string
  value?: string
  side?: 'payable' | 'receivable'
  language?: string
}

interface Words {
  (key: string, params?: Params): string
}

interface Paper {
  readonly about: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
}

interface Hand {
  readonly view: View
  readonly input: Input
  readonly say: Words
  readonly money: (amount: Money | null) => string
  readonly day: (on: Day) => string
}

/** A ledger longer than this is a book, not a print: the list exports all of it. */
const longest = 20_000

export const printReportBody = implementQuery(c.printReport, async (view, given) => {
  const input = given as Input
  const language = nearestLanguage(input.language ?? view.office.language)
  const words: Readonly<Record<string, Parameters<typeof translate>[0]>> = catalogues[language]
  const say: Words = (key, params = {}) => translate(words[key] ?? key, params, language)
  const locale = `${language}-${view.office.country}`
  const figures = new Map<string, Intl.NumberFormat>()
  const money = (amount: Money | null): string => {
    if (!amount) return ''
    const digits = minorDigits(amount.currency)
    let format = figures.get(amount.currency)
    if (!format)
      figures.set(
        amount.currency,
        (format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })),
      )
    return format.format(decimalOfMoney(amount) as unknown as number)
  }
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const day = (on: Day): string => days.format(new Date(`${on.toString()}T00:00:00Z`))
  const paper = await papers[input.report]({ view, input, say, money, day })
  const title = say(`page.reports.${input.report}`)
  const content = await reportPdf({
    office: view.office.name,
    title,
    about: paper.about,
    foot: say('page.reports.printed', { on: day(view.today) }),
    lang: language,
    columns: paper.columns,
    rows: paper.rows,
    empty: say('page.reports.nothing'),
  })
  return { name: `${title} ${paper.about}.pdf`.replace(/[/\\:]/g, '-'), content: content.toString('base64') }
})

const papers: Readonly<Record<c.PrintableReport, (hand: Hand) => Promise<Paper>>> = {
  'trial-balance': async ({ view, input, say, money, day }) => {
    const { report: _, side: __, language: ___, ...asked } = input
    const answer = (await getTrialBalanceBody.run(view, asked)) as Answer<typeof c.getTrialBalance>
    const { totals, unclosed } = answer
    const four = (row: { opening: Money; debit: Money; credit: Money; closing: Money }): string[] =>
      [row.opening, row.debit, row.credit, row.closing].map(money)
    return {
      about: `${day(answer.from)} – ${day(answer.until)}`,
      columns: [
        { label: say('field.ledger.account'), share: 9 },
        { label: '', share: 33 },
        ...(['opening', 'debit', 'credit', 'closing'] as const).map(key => ({
          label: say(`page.reports.${key}`),
          share: 16,
          align: 'right' as const,
        })),
      ],
      rows: [
        ...answer.rows.map(row => line([row.account, row.name, ...four(row)])),
        ...(unclosed.minor === 0n
          ? []
          : [line(['', say('page.reports.unclosed'), money(unclosed), '', '', money(unclosed)])]),
        { cells: ['', say('page.reports.total'), ...four(totals)], level: 'total' },
      ],
    }
  },
  'income-statement': async ({ view, input, say, money, day }) => {
    const { report: _, side: __, language: ___, ...asked } = input
    const answer = (await getIncomeStatementBody.run(view, asked)) as Answer<typeof c.getIncomeStatement>
    return {
      about: `${day(answer.from)} – ${day(answer.until)}`,
      columns: twoColumns(
        say,
        `${day(answer.from)} – ${day(answer.until)}`,
        answer.resultBefore ? `${day(answer.beforeFrom)} – ${day(answer.beforeUntil)}` : '',
      ),
      rows: [
        ...answer.sections.flatMap(one => sectionRows(one, say, money)),
        { cells: ['', say('page.reports.result'), money(answer.result), money(answer.resultBefore)], level: 'total' },
      ],
    }
  },
  'balance-sheet': async ({ view, input, say, money, day }) => {
    const answer = (await getBalanceSheetBody.run(view, input.until ? { on: input.until } : {})) as Answer<
      typeof c.getBalanceSheet
    >
    return {
      about: day(answer.on),
      columns: twoColumns(say, day(answer.on), answer.totalAssetsBefore ? day(answer.yearFrom) : ''),
      rows: [
        ...answer.assets.flatMap(one => sectionRows(one, say, money)),
        {
          cells: ['', say('page.reports.assets'), money(answer.totalAssets), money(answer.totalAssetsBefore)],
          level: 'total',
        },
        ...answer.debts.flatMap(one => sectionRows(one, say, money)),
        line(['', say('page.reports.result'), money(answer.result), money(answer.resultBefore)]),
        {
          cells: ['', say('page.reports.debts'), money(answer.totalDebts), money(answer.totalDebtsBefore)],
          level: 'total',
        },
      ],
    }
  },
  'general-ledger': async ({ view, input, say, money, day }) => {
    const { report: _, side: __, language: ___, ...asked } = input
    const answer = (await listGeneralLedgerBody.run(view, { ...asked, limit: longest })) as Answer<
      typeof c.listGeneralLedger
    >
    return {
      about: `${day(answer.from)} – ${day(answer.until)}`,
      columns: [
        { label: say('field.ledger.on'), share: 16 },
        { label: say('page.reports.voucher'), share: 12 },
        { label: say('field.ledger.text'), share: 42 },
        { label: say('field.ledger.amount'), share: 16, align: 'right' },
        { label: say('page.reports.balance'), share: 16, align: 'right' },
      ],
      rows: answer.rows.flatMap(row => [
        ...(row.opening
          ? [
              { cells: [`${row.account} ${row.name}`], level: 'head' as const },
              line(['', '', say('page.reports.opening'), '', money(row.opening)]),
            ]
          : []),
        line([day(row.on), row.voucher, row.text ?? say('page.reports.hidden'), money(row.amount), money(row.balance)]),
      ]),
    }
  },
  vat: async ({ view, input, say, money, day }) => {
    const asked = input.from && input.until ? { from: input.from, until: input.until } : {}
    const answer = (await getVatReportBody.run(view, asked)) as Answer<typeof c.getVatReport>
    return {
      about: `${day(answer.from)} – ${day(answer.until)}`,
      columns: [
        { label: say('page.vat.box'), share: 8 },
        { label: '', share: 60 },
        { label: say('field.ledger.amount'), share: 18, align: 'right' },
      ],
      rows: [
        ...answer.boxes.map(box => ({
          cells: [box.box, box.name || box.made.map(one => one.name).join(', '), money(box.amount)],
          level: box.sum ? ('sum' as const) : ('line' as const),
        })),
        {
          cells: ['', say(answer.toPay.minor < 0n ? 'page.vat.back' : 'page.vat.to-pay'), money(answer.toPay)],
          level: 'total',
        },
      ],
    }
  },
  ageing: async ({ view, input, say, money, day }) => {
    const side = input.side ?? 'payable'
    const answer = (await getAgeingBody.run(view, { side, ...(input.until ? { on: input.until } : {}) })) as Answer<
      typeof c.getAgeing
    >
    const six = (row: {
      notDue: Money
      days30: Money
      days60: Money
      days90: Money
      older: Money
      total: Money
    }): string[] => [row.notDue, row.days30, row.days60, row.days90, row.older, row.total].map(money)
    return {
      about: `${say(`choice.side.${side}`)}, ${day(answer.on)}`,
      columns: [
        { label: say('page.reports.party'), share: 30 },
        { label: '', share: 6 },
        ...['not-due', 'days30', 'days60', 'days90', 'older', 'total'].map(key => ({
          label: say(`page.reports.${key}`),
          share: 14,
          align: 'right' as const,
        })),
      ],
      rows: [
        ...answer.rows.map(row => line([row.partyName, row.currency, ...six(row)])),
        ...answer.totals.map(row => ({
          cells: [say('page.reports.total'), row.currency, ...six(row)],
          level: 'total' as const,
        })),
      ],
    }
  },
}

const line = (cells: readonly string[]): ReportRow => ({ cells, level: 'line' })

const twoColumns = (say: Words, now: string, before: string): ReportColumn[] => [
  { label: say('field.ledger.account'), share: 9 },
  { label: '', share: before ? 49 : 71 },
  { label: now, share: 22, align: 'right' },
  ...(before ? [{ label: before, share: 22, align: 'right' as const }] : []),
]

type Section = Answer<typeof c.getIncomeStatement>['sections'][number]

const sectionRows = (section: Section, say: Words, money: Hand['money']): ReportRow[] => [
  { cells: [say(`choice.group.${section.group}`)], level: 'head' },
  ...section.rows.map(row => line([row.account, row.name, money(row.amount), money(row.before)])),
  { cells: ['', '', money(section.amount), money(section.before)], level: 'sum' },
]
