/** The answers of the reports as tables. */
import type { OutputOf, WireMoney } from '../../../../web/answers.ts'
import type { Formats } from '../../../../web/format/formats.ts'
import type {
  getAgeing,
  getBalanceSheet,
  getIncomeStatement,
  getTrialBalance,
  listGeneralLedger,
} from '../../contract.ts'
import type { BookKeys } from '../words.ts'
import type { Cell, Report, ReportLine } from './table.tsx'

export interface Saying {
  readonly say: (key: BookKeys, params?: Record<string, unknown>) => string
  readonly formats: Formats
}

export interface Days {
  readonly from: string
  readonly until: string
}

/** The card of an account between days: what its figure is made of. */
export const accountHref = (account: string, { from, until }: Days): string =>
  `/books/accounts/${encodeURIComponent(account)}?from=${from}&until=${until}`

/** Nothing moved is shown as nothing. */
const unlessNothing = (money: WireMoney): WireMoney | null => (Number(money.amount) === 0 ? null : money)

export function trialBalance({ say }: Saying, answer: OutputOf<typeof getTrialBalance>): Report {
  const figures = ['opening', 'debit', 'credit', 'closing'] as const
  const lines = answer.rows.map((row): ReportLine => {
    const href = accountHref(row.account, answer)
    return {
      key: row.account,
      level: 'line',
      cells: [
        { text: row.account, href },
        { text: row.name, href },
        ...figures.map((key): Cell => ({ money: key === 'closing' ? row[key] : unlessNothing(row[key]), href })),
      ],
    }
  })
  const unclosed = answer.unclosed
  if (Number(unclosed.amount) !== 0)
    lines.push({
      key: 'unclosed',
      level: 'line',
      cells: [{}, { text: say('page.reports.unclosed') }, { money: unclosed }, {}, {}, { money: unclosed }],
    })
  return {
    title: say('page.reports.trial-balance'),
    heads: [
      { label: say('field.ledger.account') },
      { label: say('field.ledger.name'), free: true },
      ...figures.map(key => ({ label: say(`page.reports.${key}`), figure: true, wide: key !== 'closing' })),
    ],
    lines:
      answer.rows.length === 0
        ? []
        : [
            ...lines,
            {
              key: 'total',
              level: 'total',
              cells: [{}, { text: say('page.reports.total') }, ...figures.map(key => ({ money: answer.totals[key] }))],
            },
          ],
  }
}

type Sections = OutputOf<typeof getIncomeStatement>['sections']

const sectionLines = ({ say }: Saying, sections: Sections, days: Days): ReportLine[] =>
  sections.flatMap(section => [
    { key: section.group, level: 'head', cells: [{ text: say(`choice.group.${section.group}`) }] },
    ...section.rows.map((row): ReportLine => {
      const href = accountHref(row.account, days)
      return {
        key: `${section.group} ${row.account}`,
        level: 'line',
        cells: [
          { text: row.account, href },
          { text: row.name, href },
          { money: row.amount, href },
          { money: row.before },
        ],
      }
    }),
    {
      key: `${section.group} sum`,
      level: 'sum',
      cells: [{}, {}, { money: section.amount }, { money: section.before }],
    },
  ])

export function incomeStatement(saying: Saying, answer: OutputOf<typeof getIncomeStatement>): Report {
  const { say, formats } = saying
  const span = (from: string, until: string): string => `${formats.day(from)} – ${formats.day(until)}`
  return {
    title: say('page.reports.income-statement'),
    heads: [
      { label: say('field.ledger.account') },
      { label: say('field.ledger.name'), free: true },
      { label: span(answer.from, answer.until), figure: true },
      { label: answer.resultBefore ? span(answer.beforeFrom, answer.beforeUntil) : '', figure: true },
    ],
    lines:
      answer.sections.length === 0
        ? []
        : [
            ...sectionLines(saying, answer.sections, answer),
            {
              key: 'total',
              level: 'total',
              cells: [
                {},
                { text: say('page.reports.result') },
                { money: answer.result },
                { money: answer.resultBefore },
              ],
            },
          ],
  }
}

export function balanceSheet(saying: Saying, answer: OutputOf<typeof getBalanceSheet>): Report {
  const { say, formats } = saying
  const days = { from: answer.yearFrom, until: answer.on }
  const href = `/books/reports?report=income-statement&from=${days.from}&until=${days.until}`
  const empty = answer.assets.length + answer.debts.length === 0
  return {
    title: say('page.reports.balance-sheet'),
    heads: [
      { label: say('field.ledger.account') },
      { label: say('field.ledger.name'), free: true },
      { label: formats.day(answer.on), figure: true },
      { label: answer.totalAssetsBefore ? formats.day(answer.yearFrom) : '', figure: true },
    ],
    lines: empty
      ? []
      : [
          ...sectionLines(saying, answer.assets, days),
          {
            key: 'assets',
            level: 'total',
            cells: [
              {},
              { text: say('page.reports.assets') },
              { money: answer.totalAssets },
              { money: answer.totalAssetsBefore },
            ],
          },
          ...sectionLines(saying, answer.debts, days),
          {
            key: 'result',
            level: 'line',
            cells: [
              {},
              { text: say('page.reports.result'), href },
              { money: answer.result, href },
              { money: answer.resultBefore },
            ],
          },
          {
            key: 'debts',
            level: 'total',
            cells: [
              {},
              { text: say('page.reports.debts') },
              { money: answer.totalDebts },
              { money: answer.totalDebtsBefore },
            ],
          },
        ],
  }
}

export function generalLedger({ say }: Saying, rows: OutputOf<typeof listGeneralLedger>['rows']): Report {
  return {
    title: say('page.reports.general-ledger'),
    heads: [
      { label: say('field.ledger.on') },
      { label: say('page.reports.voucher') },
      { label: say('field.ledger.text'), free: true },
      { label: say('field.ledger.amount'), figure: true },
      { label: say('page.reports.balance'), figure: true },
    ],
    lines: rows.flatMap((row): ReportLine[] => {
      const href = row.entryId ? `/books/entries/${row.entryId}` : undefined
      const key = `${row.account} ${row.voucher} ${row.line} ${row.on}`
      return [
        ...(row.opening
          ? ([
              { key: `${row.account} head`, level: 'head', cells: [{ text: `${row.account} ${row.name}` }] },
              {
                key: `${row.account} opening`,
                level: 'line',
                cells: [{}, {}, { text: say('page.reports.opening') }, {}, { money: row.opening }],
              },
            ] as const)
          : []),
        {
          key,
          level: 'line',
          cells: [
            { day: row.on },
            { text: row.voucher, href },
            { text: row.text ?? say('page.reports.hidden'), href },
            { money: row.amount, href },
            { money: row.balance },
          ],
        },
      ]
    }),
  }
}

const ages = ['notDue', 'days30', 'days60', 'days90', 'older', 'total'] as const
const ageWords = {
  notDue: 'not-due',
  days30: 'days30',
  days60: 'days60',
  days90: 'days90',
  older: 'older',
  total: 'total',
} as const

export function ageing({ say }: Saying, answer: OutputOf<typeof getAgeing>): Report {
  const named = answer.totals.length > 1
  const cells = (row: (typeof answer.totals)[number]): Cell[] =>
    ages.map(key => ({ money: key === 'total' ? row[key] : unlessNothing(row[key]), named }))
  return {
    title: say('page.reports.ageing'),
    heads: [
      { label: say('page.reports.party'), free: true },
      { label: say('page.reports.items'), figure: true },
      ...ages.map(key => ({ label: say(`page.reports.${ageWords[key]}`), figure: true })),
    ],
    lines: [
      ...answer.rows.map(
        (row, at): ReportLine => ({
          key: `${at}`,
          level: 'line',
          cells: [
            { text: row.partyName, href: row.party ? `/people/${row.party.id}` : undefined },
            { text: String(row.items) },
            ...cells(row),
          ],
        }),
      ),
      ...answer.totals.map(
        (row): ReportLine => ({
          key: `total ${row.currency}`,
          level: 'total',
          cells: [{ text: say('page.reports.total') }, { text: String(row.items) }, ...cells(row)],
        }),
      ),
    ],
  }
}
