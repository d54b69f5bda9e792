import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { type Check, checkInvoiceFile } from '../../formats/einvoice/check.ts'
import { checkSchema } from '../../formats/einvoice/schema-check.ts'

/** What `kontor check-invoice --json` says of one file: one line each. Scripts build on these names. */
export interface CheckLine {
  readonly file: string
  readonly syntax: 'ubl' | 'cii' | null
  readonly profile: string | null
  readonly findings: readonly {
    readonly rule: string
    readonly severity: 'fatal' | 'warning'
    readonly location: string
    readonly message: string
  }[]
  /** Why nothing was checked; null where it was. */
  readonly error: string | null
}

const usage = `kontor check-invoice FILE… [--json]
  Checks e-invoices (UBL, CII, hybrid PDF) by EN 16931, and by Peppol BIS 3, CIUS-RO, NLCIUS or XRechnung where they say
  that they keep to it; by the schema of their syntax too, where the folder KONTOR_SCHEMAS has it (findings of the rule
  XSD). No server is needed. Answers 1 when a file breaks a fatal rule or could not be checked.
  --json   one JSON line a file: {file, syntax, profile, findings: [{rule, severity, location, message}], error}
`

/** The tool `kontor check-invoice`: files against the rules, with no server and no database. */
export async function checkInvoices(argv: string[], out: Writable): Promise<number> {
  const asked = parse(argv)
  if (typeof asked === 'string') {
    await write(out, `${asked}\n${usage}`)
    return 2
  }
  let passed = true
  try {
    for (const file of asked.files) {
      const line = await lineOf(file)
      passed &&= line.error === null && line.findings.every(one => one.severity !== 'fatal')
      await write(out, asked.json ? `${JSON.stringify(line)}\n` : summary(line))
    }
  } finally {
    closeReaders?.()
  }
  return passed ? 0 : 1
}

function parse(argv: string[]): { readonly files: readonly string[]; readonly json: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    return positionals.length === 0 ? 'No file was named.' : { files: positionals, json: values.json ?? false }
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain')
}

async function lineOf(file: string): Promise<CheckLine> {
  const bytes = await readFile(file).catch((thrown: NodeJS.ErrnoException) => thrown)
  if (bytes instanceof Error) return failed(file, bytes.code === 'ENOENT' ? 'file-not-found' : 'file-not-readable')
  const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-'
  const found = isPdf ? await insidePdf(file) : { checked: checkInvoiceFile(bytes), xml: bytes }
  if (typeof found === 'string') return failed(file, found)
  if (!found || found.checked === null) return failed(file, 'no-e-invoice')
  const { checked, xml } = found
  if (typeof checked === 'string') return failed(file, checked)
  const findings = checked.findings.map(({ rule, severity, location, message }) => ({
    rule,
    severity,
    location,
    message,
  }))
  const broken = (await checkSchema(xml)).problems.map(({ line, message }) => ({
    rule: 'XSD',
    severity: 'fatal' as const,
    location: `line ${line}`,
    message,
  }))
  return { file, syntax: checked.syntax, profile: checked.profile, findings: [...broken, ...findings], error: null }
}

function failed(file: string, error: string): CheckLine {
  return { file, syntax: null, profile: null, findings: [], error }
}

let closeReaders: (() => void) | null = null

/** The XML inside a hybrid PDF is taken out as every paper is read: in a child that can be killed. */
async function insidePdf(file: string): Promise<{ checked: Check | string; xml: Uint8Array } | string | null> {
  const reading = await import('../../modules/documents/reading/index.ts')
  closeReaders = reading.closeReaders
  const { parts, error } = await reading.readInChild(file, file)
  if (error) return error.name
  for (const part of parts) {
    if (!/xml/i.test(part.mediaType) && !/\.xml$/i.test(part.name)) continue
    const checked = checkInvoiceFile(part.bytes)
    if (checked !== null) return { checked, xml: part.bytes }
  }
  return null
}

function summary({ file, profile, syntax, findings, error }: CheckLine): string {
  if (error) return `${file}: ${error}\n`
  const fatal = findings.filter(one => one.severity === 'fatal').length
  const head = `${file}: ${syntax}, ${profile}: ${fatal} fatal, ${findings.length - fatal} warnings`
  const lines = findings.map(
    one => `  ${one.severity === 'fatal' ? '✗' : '!'} ${one.rule.padEnd(22)} ${one.message}\n      ${one.location}`,
  )
  return `${[head, ...lines].join('\n')}\n`
}
