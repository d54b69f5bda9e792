/** A reminder, and a statement of account. */
import type { z } from 'zod'
import type { statement } from '../contract.ts'
import type { Letter } from '../letter.ts'
import { wordsIn, type Wording } from '../words.ts'
import { figuresIn } from './figures.ts'
import { accountsOf } from './invoice-pdf.ts'
import { bottom, left, mm, openSheet, right, type Sheet, writeFacts } from './sheet.ts'

const cell = (sheet: Sheet, words: string, edge: number, y: number, strong = false): number =>
  sheet.text(words, edge - 34 * mm, y, { width: 34 * mm, align: 'right', strong })

/** What a reminder says, beside its figures: friendly, formal, the last. */
export function letterText(letter: Letter, say: Wording): string {
  const step = Math.min(3, Math.max(1, letter.step)) as 1 | 2 | 3
  const figures = figuresIn(letter.language)
  const params = { total: figures.money(letter.total), by: figures.day(letter.payBy), count: letter.lines.length }
  return [
    say(`page.letter.reminder.${step}`, params),
    letter.interest.minor > 0n && letter.interestPercent
      ? say('page.letter.interest', {
          amount: figures.money(letter.interest),
          percent: figures.percent(letter.interestPercent),
        })
      : null,
    say('page.letter.crossed'),
  ]
    .filter(Boolean)
    .join('\n\n')
}

export async function letterPdf(letter: Letter): Promise<Buffer> {
  const say = wordsIn(letter.language)
  const figures = figuresIn(letter.language)
  const step = Math.min(3, Math.max(1, letter.step)) as 1 | 2 | 3
  const { seller, buyer, foot } = letter
  const sheet = openSheet({ title: say(`page.letter.title.${step}`), on: letter.on, seller, buyer, foot, say })
  let y = 92 * mm
  sheet.text(figures.day(letter.on), left, 80 * mm)
  y = sheet.text(letterText(letter, say), left, y, { size: 10, width: right - left }) + 8 * mm
  const head = { size: 8, pale: true } as const
  const drawHead = () => {
    sheet.text(say('page.paper.number'), left, y, head)
    for (const [key, edge] of [
      ['page.paper.date', 86],
      ['page.paper.due', 112],
      ['page.paper.amount', 150],
      ['page.letter.remaining', 190],
    ] as const)
      sheet.text(say(key), edge * mm - 34 * mm, y, { ...head, width: 34 * mm, align: 'right' })
    sheet.rule(y + 4.6 * mm, true)
    y += 6.4 * mm
  }
  drawHead()
  for (const line of letter.lines) {
    if (y > bottom - 12 * mm) {
      sheet.page()
      y = 30 * mm
      drawHead()
    }
    sheet.text(line.number, left, y, { width: 40 * mm })
    cell(sheet, figures.day(line.issuedOn), 86 * mm, y)
    cell(sheet, figures.day(line.dueOn), 112 * mm, y)
    cell(sheet, figures.amount(line.amount), 150 * mm, y)
    cell(sheet, figures.amount(line.remaining), right, y)
    y += 5.4 * mm
  }
  sheet.rule(y)
  y += 2 * mm
  const extra: (readonly [string, string])[] = [
    ...(letter.earlierFees.minor > 0n
      ? [[say('page.letter.earlier-fees'), figures.amount(letter.earlierFees)] as const]
      : []),
    ...(letter.fee.minor > 0n ? [[say('page.letter.fee'), figures.amount(letter.fee)] as const] : []),
  ]
  if (y > bottom - 55 * mm) {
    sheet.page()
    y = 30 * mm
  }
  for (const [label, value] of extra) {
    sheet.text(label, 80 * mm, y, { width: 74 * mm, align: 'right', pale: true })
    cell(sheet, value, right, y)
    y += 5 * mm
  }
  sheet.text(say('page.paper.to-pay'), 60 * mm, y + 1 * mm, { size: 12, strong: true, width: 86 * mm, align: 'right' })
  sheet.text(figures.money(letter.total), 146 * mm, y + 1 * mm, {
    size: 12,
    strong: true,
    width: 44 * mm,
    align: 'right',
  })
  y += 12 * mm
  sheet.text(say('page.paper.payment'), left, y, { size: 10, strong: true })
  const references = letter.lines.flatMap(line => line.reference ?? []).join(', ')
  writeFacts(
    sheet,
    [
      { label: say('page.letter.pay-by'), value: figures.day(letter.payBy) },
      { label: say('page.letter.references'), value: references || letter.lines.map(line => line.number).join(', ') },
      ...accountsOf(letter, say),
    ],
    left,
    y + 6 * mm,
    110 * mm,
  )
  return sheet.bytes()
}

type Statement = z.output<(typeof statement)['output']>

export async function statementPdf(facts: Statement): Promise<Buffer> {
  const say = wordsIn(facts.language)
  const figures = figuresIn(facts.language)
  const { seller, buyer } = facts
  const sheet = openSheet({ title: say('page.paper.statement'), on: facts.until, seller, buyer, foot: '', say })
  let y = 92 * mm
  sheet.text(
    say('page.paper.period', { from: figures.day(facts.from), until: figures.day(facts.until) }),
    left,
    80 * mm,
  )
  for (const account of facts.accounts) {
    const row = (cells: readonly [string, string, string, string, string], strong = false) => {
      if (y > bottom - 10 * mm) {
        sheet.page()
        y = 30 * mm
      }
      sheet.text(cells[0], left, y, { width: 26 * mm, strong })
      sheet.text(cells[1], 47 * mm, y, { width: 58 * mm, strong })
      cell(sheet, cells[2], 128 * mm, y, strong)
      cell(sheet, cells[3], 160 * mm, y, strong)
      cell(sheet, cells[4], right, y, strong)
      y += 5.4 * mm
    }
    row(
      [
        say('page.paper.date'),
        say('page.paper.text'),
        say('page.paper.due'),
        say('page.paper.amount'),
        `${say('page.paper.balance')} ${account.currency}`,
      ],
      true,
    )
    sheet.rule(y - 0.6 * mm, true)
    row([figures.day(facts.from), say('page.paper.opening'), '', '', figures.amount(account.opening)])
    for (const one of account.rows)
      row([
        figures.day(one.on),
        [say(`page.paper.movement.${one.what}`), one.number].filter(Boolean).join(' '),
        one.dueOn ? figures.day(one.dueOn) : '',
        figures.amount(one.amount),
        figures.amount(one.balance),
      ])
    sheet.rule(y - 0.6 * mm)
    row([figures.day(facts.until), say('page.paper.closing'), '', '', figures.amount(account.closing)], true)
    y += 6 * mm
  }
  if (facts.accounts.length === 0) sheet.text(say('page.paper.nothing-moved'), left, y)
  return sheet.bytes()
}
