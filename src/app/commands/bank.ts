import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Statement, type StatementFile, type StatementLine, StatementRefused } from '../../formats/bank/model.ts'
import { readStatement } from '../../formats/bank/read.ts'
import { largestFile_bytes } from '../../formats/bank/read/parts.ts'
import { decimalOfMoney, type Money } from '../../kernel/money.ts'

const usage = `kontor bank read FILE… [--json] [--currency SEK]
  --json      one JSON line a file instead of a list
  --currency  of the account, where a table does not say it
Prints what stands in files of a bank: camt, MT940, BgMax, OCR giro, CODA, CSV. Nothing is stored.
`

/**
 * The tool `kontor bank read`: a statement's lines, with no server and no database. Ends with 0 where all files were read, 1 where one
 * was not (its line says why), 2 where the call itself was wrong.
 */
export async function runBank(argv: string[], out: NodeJS.WritableStream = process.stdout): Promise<number> {
  const asked = parse(argv)
  if (typeof asked === 'string') {
    out.write(`${asked}\n${usage}`)
    return 2
  }
  let failed = false
  for (const file of asked.files) {
    const answer = await readOne(file, asked.currency)
    failed ||= typeof answer === 'string'
    out.write(asked.json ? `${JSON.stringify(jsonOf(file, answer))}\n` : listOf(file, answer))
  }
  return failed ? 1 : 0
}

interface Asked {
  readonly files: readonly string[]
  readonly json: boolean
  readonly currency: string | undefined
}

function parse(argv: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, currency: { type: 'string' } },
    })
    const [verb, ...files] = positionals
    if (verb !== 'read') return verb ? `There is no “bank ${verb}”.` : 'Say what to do.'
    if (files.length === 0) return 'No file was named.'
    if (values.currency !== undefined && !/^[A-Z]{3}$/.test(values.currency))
      return 'A currency is three letters, such as SEK.'
    return { files, json: values.json ?? false, currency: values.currency }
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

/** The file, or in words why it is not read. */
async function readOne(file: string, currency: string | undefined): Promise<StatementFile | string> {
  try {
    const about = await stat(file)
    if (!about.isFile()) return 'not-a-file'
    if (about.size > largestFile_bytes) return 'statement-too-large'
    return readStatement(await readFile(file), { name: path.basename(file), ...(currency ? { currency } : {}) })
  } catch (thrown) {
    if (thrown instanceof StatementRefused) return thrown.message
    const { code } = thrown as NodeJS.ErrnoException
    if (code === undefined) throw thrown
    return code === 'ENOENT' ? 'file-not-found' : `file-not-readable (${code})`
  }
}

const money = (amount: Money | null) => amount && { amount: decimalOfMoney(amount), currency: amount.currency }

function jsonOf(file: string, answer: StatementFile | string): object {
  if (typeof answer === 'string')
    return { file, format: null, version: null, statements: [], findings: [], error: answer }
  const { format, version, findings } = answer
  return { file, format, version, statements: answer.statements.map(statementJson), findings, error: null }
}

function statementJson(one: Statement): object {
  const { kind, account, id, sequence, from, to, opening, closing, lines } = one
  const balance = (at: Statement['opening']) => at && { on: at.on, ...money(at.amount) }
  return {
    kind,
    account,
    id,
    sequence,
    from,
    to,
    opening: balance(opening),
    closing: balance(closing),
    lines: lines.map(lineJson),
  }
}

function lineJson({ amount, exchange, fee, references, reference, batch, ...rest }: StatementLine): object {
  const told = (one: StatementLine['references'][number]) => ({ ...one, amount: money(one.amount) })
  return {
    ...rest,
    ...money(amount),
    exchange: exchange && { ...money(exchange.original), rate: exchange.rate },
    fee: money(fee),
    reference: reference && told(reference),
    references: references.map(told),
    batch: batch && { ...batch, sum: money(batch.sum) },
  }
}

function listOf(file: string, answer: StatementFile | string): string {
  if (typeof answer === 'string') return `${file}: ${answer}\n`
  const rows: string[] = [`${file}: ${answer.version ?? answer.format}`]
  for (const one of answer.statements) {
    const balances = [one.opening, one.closing].map(at => (at ? decimalOfMoney(at.amount) : '?')).join(' → ')
    rows.push(`  ${one.account.number} ${one.account.currency ?? ''} ${one.from ?? ''} – ${one.to ?? ''} ${balances}`)
    for (const line of one.lines)
      rows.push(
        `    ${line.bookedOn} ${decimalOfMoney(line.amount).padStart(14)}  ${[line.counterparty?.name, line.reference?.value, line.text.replaceAll('\n', ' ')].filter(Boolean).join(' · ')}`,
      )
  }
  for (const { name, line, data } of answer.findings)
    rows.push(
      `  ! ${name}${line === null ? '' : ` (line ${line})`}${Object.entries(data)
        .map(([key, value]) => ` ${key} ${value}`)
        .join(',')}`,
    )
  return `${rows.join('\n')}\n`
}
