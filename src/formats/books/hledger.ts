/** A plain-text journal that hledger reads (hledger.org, journal format): for checking with another program, or leaving for it. */
import { sumOf, writeAmount } from './amounts.ts'
import type { AccountType, BookAccount, Books } from './model.ts'

const roots: Readonly<Record<AccountType, readonly [name: string, letter: string]>> = {
  asset: ['assets', 'A'],
  liability: ['liabilities', 'L'],
  equity: ['equity', 'E'],
  income: ['revenues', 'R'],
  cost: ['expenses', 'X'],
}

/** `assets:1930 Bank`: colons make levels, two blanks end a name, and a semicolon begins a comment, so that none stays in it. */
export function hledgerAccount({ number, name, type }: BookAccount): string {
  const words = `${number} ${name}`
    .replace(/[:;|"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${type ? roots[type][0] : 'other'}:${words}`
}

const plain = (text: string): string => text.replace(/[;|]/g, ',').replace(/\s+/g, ' ').trim()

export function writeHledger(books: Books): string {
  const { currency } = books
  const names = new Map(books.accounts.map(account => [account.number, hledgerAccount(account)]))
  const lines = [
    `; ${plain(books.company.name)}, ${books.span ? `${books.span.from} to ${books.span.to}` : ''}`,
    `; ${plain(books.program.name)} ${plain(books.program.version)}, ${books.madeOn}`,
    'decimal-mark .',
    `commodity 1000.${'0'.repeat(writeAmount(0n, currency).split('.')[1]?.length ?? 0)} ${currency}`,
    '',
    ...books.accounts.map(account => {
      const type = account.type ? `  ; type: ${roots[account.type][1]}` : ''
      return `account ${hledgerAccount(account)}${type}`
    }),
    '',
  ]
  const posting = (account: string, amount: bigint, comment = ''): string =>
    `    ${names.get(account) ?? account}  ${writeAmount(amount, currency)} ${currency}${comment ? `  ; ${comment}` : ''}`
  const opening = (books.years[0]?.opening ?? []).filter(one => one.dimensions.length === 0 && one.amount !== 0n)
  if (opening.length > 0) {
    lines.push(`${books.years[0]!.from} * (opening) opening balances`)
    for (const one of opening) lines.push(posting(one.account, one.amount))
    const rest = sumOf(opening.map(one => one.amount))
    if (rest !== 0n) lines.push(`    equity:opening balances  ${writeAmount(-rest, currency)} ${currency}`)
    lines.push('')
  }
  for (const entry of books.entries) {
    lines.push(
      `${entry.on} * (${plain(`${entry.series}${entry.number}`).replace(/[()]/g, '')}) ${plain(entry.text)}`.trimEnd(),
    )
    for (const line of entry.lines) {
      const tags = [
        ...line.dimensions.map(part => `d${plain(part.dimension)}: ${plain(part.value).replaceAll(',', ' ')}`),
        ...(line.text ? [plain(line.text)] : []),
      ]
      lines.push(posting(line.account, line.amount, tags.join(', ')))
    }
    lines.push('')
  }
  return lines.join('\n')
}
