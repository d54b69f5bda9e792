import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readAnyBooks } from '../../formats/books/index.ts'
import { newId } from '../../kernel/ids.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import { organisations, systemPrincipalId } from '../../kernel/platform/first-run.ts'
import {
  exportBooks,
  exportFormats,
  getSettings,
  importBooks,
  listImports,
  setUpBooks,
} from '../../modules/ledger/contract.ts'
import { wordRefusal } from '../../surfaces/wording.ts'
import type { Composed } from '../compose.ts'
import { type CliCaller, callerOf, withKontor } from './with-kontor.ts'

const usage = `npx kontor books import FILE [--dry-run] [--json]
npx kontor books export [--format ${exportFormats.join('|')}] [--from DAY] [--to DAY] [--out FILE, or - for standard output] [--json]
      [--as EMAIL] [--token TOKEN] [--organisation ID]
import takes another program's books in (SIE 4, SAF-T, D406, XML Auditfile), all of a file or nothing; where no books have been
begun here, they begin with the file's year. --dry-run tells what it would do.
export writes the office's books, checked before they are handed out; without --from and --to the financial year of today.
Without --as it is done by whoever holds this machine.`

/** The doors `kontor books import` and `kontor books export`. */
export async function runBooks(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      out: { type: 'string' },
      as: { type: 'string' },
      token: { type: 'string' },
      organisation: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const [verb, file, ...others] = positionals
  const known = values.format === undefined || exportFormats.some(one => one === values.format)
  if (!known || others.length > 0 || !((verb === 'import' && file) || (verb === 'export' && !file))) {
    console.error(usage)
    return 2
  }
  return withKontor(async composed => {
    const hand: Hand = { composed, caller: await holderOf(composed, values), json: values.json ?? false }
    return verb === 'import' ? takeIn(hand, file!, values['dry-run'] ?? false) : write(hand, values)
  })
}

interface Hand {
  readonly composed: Composed
  readonly caller: CliCaller
  readonly json: boolean
}

type Given = Readonly<
  Partial<Record<'as' | 'token' | 'organisation' | 'format' | 'from' | 'to' | 'out', string | undefined>>
>

/** A colleague named, or Kontor itself in the one organisation there is. */
async function holderOf(composed: Composed, given: Given): Promise<CliCaller> {
  if (given.as ?? given.token ?? process.env['KONTOR_AS'] ?? process.env['KONTOR_TOKEN'])
    return callerOf(composed, given)
  const all = await organisations(composed.ground)
  const office = given.organisation ? all.find(({ id }) => id === given.organisation) : all.length === 1 ? all[0] : null
  if (!office)
    throw new Error(
      `choose the organisation with --organisation: ${all.map(({ id, name }) => `${id} (${name})`).join(', ')}`,
    )
  return { organisationId: office.id, principalId: systemPrincipalId, mandateId: null }
}

function refused({ composed }: Hand, refusal: Parameters<typeof wordRefusal>[2]): 1 {
  const language = nearestLanguage(process.env['LC_ALL'] ?? process.env['LANG'])
  const worded = wordRefusal(composed.kernel.registry, language, refusal)
  console.error(JSON.stringify({ status: 'refused', refusal: worded }))
  return 1
}

async function act(hand: Hand, command: string, input: unknown, dryRun: boolean) {
  const { composed, caller } = hand
  return composed.kernel.dispatch({ ...caller, command, input, dryRun, requestId: newId(), surface: 'cli' })
}

async function ask(hand: Hand, query: string, input: unknown) {
  return hand.composed.kernel.ask({ ...hand.caller, query, input, requestId: newId() })
}

async function takeIn(hand: Hand, file: string, dryRun: boolean): Promise<number> {
  const bytes = await readFile(file)
  if (!dryRun) await beginWhereNone(hand, bytes)
  const outcome = await act(
    hand,
    importBooks.name,
    { fileName: basename(file), content: bytes.toString('base64') },
    dryRun,
  )
  if (outcome.status === 'refused') return refused(hand, outcome.refusal)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  const plan = outcome.output as ReturnType<(typeof importBooks)['output']['parse']>
  if (hand.json) console.log(JSON.stringify(outcome.output))
  else {
    const did = dryRun ? 'would take in' : 'took in'
    console.log(
      `${did} ${plan.entries} entries with ${plan.lines} lines from ${file} (${plan.format}), ${plan.company}, ${plan.from} to ${plan.until}`,
    )
    if (plan.opening > 0) console.log(`opening balances of ${plan.opening} accounts`)
    if (plan.accounts.length > 0) console.log(`new accounts: ${plan.accounts.map(one => one.number).join(', ')}`)
    if (plan.renumbered > 0) console.log(`${plan.renumbered} entries had no number of their own: series X`)
    if (plan.leftOut > 0) console.log(`${plan.leftOut} entries were left out: nothing stands in them`)
    for (const one of plan.findings)
      console.log(`${one.line === null ? '' : `line ${one.line}: `}${one.name} ${one.detail}`)
  }
  return 0
}

/** Books that have not been begun begin with the file's year, by the chart of the office's country. */
async function beginWhereNone(hand: Hand, bytes: Buffer): Promise<void> {
  const answer = await ask(hand, getSettings.name, {})
  if (answer.status === 'refused') return
  const settings = answer.output as { mode: string | null; proposed: string }
  if (settings.mode !== null) return
  const year = yearOf(bytes)
  if (!year) return
  const input = { mode: 'books', chart: settings.proposed, yearFrom: year.from, yearUntil: year.to }
  const begun = await act(hand, setUpBooks.name, input, false)
  if (begun.status === 'done')
    console.error(`began the books with the year ${year.from} to ${year.to}, chart ${settings.proposed}`)
}

function yearOf(bytes: Buffer): { from: string; to: string } | null {
  try {
    return readAnyBooks(bytes).books.years[0] ?? null
  } catch {
    // the act itself says what is wrong with the file
    return null
  }
}

async function write(hand: Hand, given: Given): Promise<number> {
  const usual = await ask(hand, listImports.name, {})
  if (usual.status === 'refused') return refused(hand, usual.refusal)
  const format = given.format ?? (usual.output as { usual: string | null }).usual ?? 'hledger'
  const input = { format, ...(given.from ? { from: given.from } : {}), ...(given.to ? { until: given.to } : {}) }
  const answer = await ask(hand, exportBooks.name, input)
  if (answer.status === 'refused') return refused(hand, answer.refusal)
  const { content, ...facts } = answer.output as ReturnType<(typeof exportBooks)['output']['encode']>
  const bytes = Buffer.from(content, 'base64')
  const out = given.out ?? facts.name
  if (out === '-') process.stdout.write(bytes)
  else await writeFile(out, bytes)
  const checked = facts.schema ? `checked by ${facts.schema} and own rules` : 'checked by own rules and read back'
  if (hand.json) (out === '-' ? console.error : console.log)(JSON.stringify({ ...facts, file: out }))
  else console.error(`${out}: ${facts.entries} entries, ${facts.from} to ${facts.until}, ${checked}`)
  return 0
}
