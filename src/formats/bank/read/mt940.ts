/**
 * MT940, the customer statement of SWIFT (Standards Release Guide, category 9), as banks send it: with or without the blocks of a
 * SWIFT message around it, pages of one statement apart, free or structured information in tag 86.
 */
import type { Money } from '../../../kernel/money.ts'
import {
  type Balance,
  type Counterparty,
  type Day,
  type Statement,
  type StatementFile,
  type StatementFinding,
  type StatementLine,
  StatementRefused,
} from '../model.ts'
import { checkBalance } from './balance.ts'
import { readInformation } from './mt940-information.ts'
import { accountOf, bicOf, commaAmount, dayOf, linesOf, needDay, said, shortDay } from './parts.ts'

interface Field {
  readonly tag: string
  readonly lines: string[]
  /** In the file, from 1. */
  readonly at: number
}

/** Whether a text begins like MT940: an account in tag 25, and a statement number, a balance or an entry. */
export function looksLikeMt940(text: string): boolean {
  const head = text.slice(0, 20_000)
  return /(?:^|\n|\{4:\s*):25:/.test(head) && /(?:^|\n):(?:28C?|60[FM]|61):/.test(head)
}

export function readMt940(text: string): StatementFile {
  const findings: StatementFinding[] = []
  const pages = statementsOf(fieldsOf(linesOf(text))).map(fields => readPage(fields, findings))
  if (pages.length === 0) throw new StatementRefused('statement-broken', 1, 'no statement stands in it')
  const statements = joinPages(pages, findings)
  for (const statement of statements) findings.push(...checkBalance(statement.statement, statement.at))
  return { format: 'mt940', version: null, statements: statements.map(one => one.statement), findings }
}

/** Tags and what belongs to them; `-` ends a message, what stands outside is not read. */
function fieldsOf(lines: readonly string[]): Field[] {
  const fields: Field[] = []
  let open: Field | null = null
  for (const [index, whole] of lines.entries()) {
    // The envelope of a SWIFT message: {1:…}{2:…}{4: before, -} after.
    const line = whole.replace(/^\{1:.*\{4:\s*/, '').replace(/^\u001a+|\u0001|\u0003/g, '')
    const tag = /^:(\d{2,3}[A-Z]?|NS):(.*)$/su.exec(line)
    if (tag?.[1]) {
      open = { tag: tag[1], lines: [tag[2] ?? ''], at: index + 1 }
      fields.push(open)
    } else if (/^-(?:\}.*|XXX)?\s*$/.test(line)) {
      open = null
      fields.push({ tag: '-', lines: [], at: index + 1 })
    } else if (open && line.trim() !== '') open.lines.push(line)
  }
  return fields
}

/** Fields of one message each: a new one begins at tag 20 (or at tag 25 where the bank leaves 20 out). */
function statementsOf(fields: readonly Field[]): Field[][] {
  const groups: Field[][] = []
  let group: Field[] | null = null
  for (const field of fields) {
    if (field.tag === '-') {
      group = null
      continue
    }
    const begins = field.tag === '20' || (field.tag === '25' && (group === null || group.some(one => one.tag === '25')))
    if (begins) {
      group = []
      groups.push(group)
    }
    // The number of the message type (`:940:`) stands before the first tag of some banks.
    if (group && field.tag.length <= 3 && !/^9[0-9]{2}$/.test(field.tag)) group.push(field)
  }
  return groups
}

interface Page {
  readonly at: number
  readonly statement: Statement
  readonly number: string | null
  readonly page: number | null
  readonly begins: boolean
  readonly ends: boolean
}

function readPage(fields: readonly Field[], findings: StatementFinding[]): Page {
  const find = (...tags: string[]): Field | undefined => fields.find(field => tags.includes(field.tag))
  const at = fields[0]?.at ?? 1
  const opening = find('60F', '60M', '60')
  const closing = fields.findLast(field => field.tag === '62F' || field.tag === '62M' || field.tag === '62')
  const account = find('25')
  if (!account) throw new StatementRefused('statement-broken', at, 'tag 25 (the account) is missing')
  if (opening && !closing)
    throw new StatementRefused(
      'statement-truncated',
      fields.at(-1)?.at ?? at,
      'tag 62 (the closing balance) is missing',
    )
  const first = opening ? readBalance(opening) : null
  const last = closing ? readBalance(closing) : null
  const currency = first?.amount.currency ?? last?.amount.currency ?? currencyOf(account) ?? 'EUR'
  if (!opening || !closing) findings.push({ name: 'balance-missing', line: at, data: {} })
  const number = /^\s*(\d*)(?:\/(\d+))?/.exec(find('28C', '28')?.lines[0] ?? '')
  const lines = readLines(fields, currency)
  const days = lines.map(line => line.bookedOn).sort()
  return {
    at,
    number: said(number?.[1]),
    page: number?.[2] ? Number(number[2]) : null,
    begins: opening?.tag !== '60M',
    ends: closing?.tag !== '62M',
    statement: {
      kind: 'statement',
      account: readAccount(account, currency),
      id: find('20')?.lines[0]?.trim() ?? '',
      sequence: said(find('28C', '28')?.lines[0]),
      from: first?.on ?? days[0] ?? null,
      to: last?.on ?? days.at(-1) ?? null,
      opening: first,
      closing: last,
      lines,
    },
  }
}

/** `C100722EUR3,47`. */
function readBalance(field: Field): Balance {
  const match = /^([CD])(\d{6})([A-Z]{3})\s*([\d.,]+)\s*$/.exec(field.lines[0]?.trim() ?? '')
  if (!match?.[1] || !match[2] || !match[3] || !match[4])
    throw new StatementRefused('statement-broken', field.at, `tag ${field.tag} is no balance`)
  const amount = commaAmount(match[4], match[3], field.at)
  return {
    on: needDay(shortDay(match[2], 'ymd'), field.at, `“${match[2]}”`),
    amount: match[1] === 'D' ? { minor: -amount.minor, currency: amount.currency } : amount,
  }
}

const trailingCurrency = /\s?(EUR|SEK|NOK|DKK|USD|GBP|CHF|PLN|CZK|HUF|RON|ISK|[A-Z]{3})$/

function currencyOf(account: Field): string | null {
  const text = account.lines[0]?.trim() ?? ''
  return accountOf(text)?.scheme === 'iban' ? null : (trailingCurrency.exec(text)?.[1] ?? null)
}

/** `NL91ABNA0417164300EUR`, `ABNANL2A/123456789`, `50880050/0194777000888`, `1291.99.348EUR`. */
function readAccount(field: Field, currency: string): Statement['account'] {
  const text = field.lines.join('').trim()
  const [before, after] = text.includes('/')
    ? [text.slice(0, text.indexOf('/')), text.slice(text.indexOf('/') + 1)]
    : ['', text]
  const bic = bicOf(before)
  const bare = accountOf(after)?.scheme === 'iban' ? after : after.replace(new RegExp(`\\s?${currency}$`), '')
  // A German bank's number without its BIC is told as bank code and account together.
  const number = accountOf(bic || !/^\d+$/.test(before) ? bare : `${before}${bare}`) ?? {
    scheme: 'account' as const,
    number: text,
  }
  return { ...number, bic, name: null, currency }
}

function readLines(fields: readonly Field[], currency: string): StatementLine[] {
  const lines: StatementLine[] = []
  let open: { field: Field; information: string[] } | null = null
  const close = (): void => {
    if (open) lines.push(readLine(open.field, open.information, currency, lines.length + 1))
    open = null
  }
  for (const field of fields) {
    if (field.tag === '61') {
      close()
      open = { field, information: [] }
    } else if (field.tag === '86' && open) open.information.push(...field.lines)
    // After the closing balance tag 86 speaks of the whole statement.
    else if (field.tag.startsWith('62')) close()
  }
  close()
  return lines
}

const entry =
  /^(?<value>\d{6})(?<booked>\d{4})?(?<mark>R[CD]|E[CD]|[CD]R?)(?<funds>[A-Z])?\s?(?<amount>\d[\d]*(?:[,.]\d*)?)(?<code>[A-Z][A-Z0-9 ]{3})?(?<rest>.*)$/su

function readLine(field: Field, information: readonly string[], currency: string, position: number): StatementLine {
  // Some banks break the line before the amount.
  const [first = '', ...more] = field.lines
  const broken = /^\d{6}(?:\d{4})?R?[CD]$/.test(first.trim()) && more.length > 0
  const match = entry.exec(broken ? first.trim() + (more.shift() ?? '') : first)?.groups
  if (!match?.['value'] || !match['mark'] || !match['amount'])
    throw new StatementRefused('statement-broken', field.at, `“${first.slice(0, 40)}” is no entry of tag 61`)
  const valueOn = needDay(valueDay(match['value']), field.at, `“${match['value']}”`)
  const bookedOn = match['booked'] ? bookedNear(valueOn, match['booked'], field.at) : valueOn
  const plain = commaAmount(match['amount'], currency, field.at)
  const mark = match['mark'].replace(/(?<=^[CD])R$/, '').replace(/^E/, '')
  // RC takes back a credit, so it is money out; RD the other way.
  const out = mark === 'D' || mark === 'RC'
  const { customer, bank, extra } = referencesOf(match['rest'] ?? '', more)
  const told = readInformation(information)
  const counterparty = told.counterparty ?? rabobank(match['code'], customer, extra)
  const text = told.text || (counterparty?.name === extra ? '' : extra) || ''
  return {
    position,
    fileLine: field.at,
    bookedOn,
    valueOn,
    amount: out ? { minor: -plain.minor, currency } : plain,
    exchange: exchangeOf(extra, currency),
    fee: null,
    bankRef: bank,
    endToEndId: told.endToEndId,
    instructionId: notNone(customer),
    code: said(match['code']),
    counterparty,
    references: told.references,
    reference: told.references[0] ?? null,
    text,
    reversal: mark.startsWith('R') || told.reversal,
    batch: null,
  }
}

/** German banks count interest in months of thirty days, and write 30 February: it is the month's last day. */
function valueDay(text: string): Day | null {
  for (const day of [text.slice(4), '30', '29', '28']) {
    if (day > text.slice(4)) continue
    const found = shortDay(text.slice(0, 4) + day, 'ymd')
    if (found || text.slice(4) > '31') return found
  }
  return null
}

/** The booking day has no year: it is the one nearest to the value day. */
function bookedNear(valueOn: Day, monthAndDay: string, line: number): Day {
  const year = Number(valueOn.slice(0, 4))
  const [month, day] = [Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(2))]
  const candidates = [year - 1, year, year + 1].flatMap(one => dayOf(one, month, day) ?? [])
  const distance = (one: Day): number => Math.abs(Date.parse(one) - Date.parse(valueOn))
  candidates.sort((a, b) => distance(a) - distance(b))
  return needDay(candidates[0] ?? null, line, `“${monthAndDay}”`)
}

/** Sixteen signs of the customer's, `//` and the bank's, and what stands after or beneath them. */
function referencesOf(rest: string, more: readonly string[]): { customer: string; bank: string | null; extra: string } {
  const cut = rest.indexOf('//')
  const beneath = more
    .map(line => line.trim())
    .join(' ')
    .trim()
  if (cut >= 0 && cut <= 16) {
    const after = rest.slice(cut + 2)
    return { customer: rest.slice(0, cut), bank: notNone(after.slice(0, 23)), extra: said(after.slice(23)) ?? beneath }
  }
  return { customer: rest.slice(0, 16), bank: null, extra: said(rest.slice(16)) ?? beneath }
}

/** Rabobank wrote the other side's account and name where others have references. */
function rabobank(code: string | undefined, customer: string, extra: string): Counterparty | null {
  if (!/^N(?:\d{3}|MSC)$/.test(code ?? '') || extra === '') return null
  const digits = /^P?(\d{4,10})\s*$/.exec(customer)?.[1]
  const account = digits ? { scheme: 'account' as const, number: digits.replace(/^0+/, '') } : null
  return { name: extra, account: account?.number ? account : null, bic: null }
}

/** `/OCMT/USD100,00/EXCH/1,25/` in the supplementary details. */
function exchangeOf(extra: string, currency: string): StatementLine['exchange'] {
  const match = /\/OCMT\/([A-Z]{3})([\d,]+)/.exec(extra)
  if (!match?.[1] || !match[2] || match[1] === currency) return null
  const original: Money = commaAmount(match[2], match[1], 0)
  return { original, rate: /\/EXCH\/([\d,.]+)/.exec(extra)?.[1]?.replace(',', '.') ?? null }
}

function notNone(text: string): string | null {
  const value = said(text)
  return value === null || /^(?:NONREF|NOREF|NOT ?PROVIDED)$/i.test(value) ? null : value
}

/** Pages of one statement become one: its lines must be counted together, so that twins on two pages stay two. */
function joinPages(pages: readonly Page[], findings: StatementFinding[]): Page[] {
  const whole: Page[] = []
  for (const page of pages) {
    const before = whole.at(-1)
    const follows =
      before !== undefined &&
      !before.ends &&
      !page.begins &&
      before.number === page.number &&
      before.statement.account.number === page.statement.account.number
    if (!follows) {
      if (!page.begins) findings.push({ name: 'pages-missing', line: page.at, data: { page: page.page ?? 0 } })
      whole.push(page)
      continue
    }
    const lines = [...before.statement.lines]
    for (const line of page.statement.lines) lines.push({ ...line, position: lines.length + 1 })
    const { closing, to } = page.statement
    whole[whole.length - 1] = {
      ...before,
      ends: page.ends,
      statement: { ...before.statement, sequence: before.number, closing, to, lines },
    }
  }
  return whole
}
