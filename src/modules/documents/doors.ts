import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { closeReaders, type Finding, readInChild, type Reading, writeSearchablePdfInChild } from './reading/index.ts'
import { type FieldName, type Recognition, recognise } from './recognition/index.ts'

/** What `kontor read --json` says of one file: one line each, absent facts null. Scripts build on these names. */
export interface ReadLine {
  readonly file: string
  /** How many pages were read. */
  readonly pages: number
  readonly language: string | null
  readonly kind: string | null
  readonly sender: { readonly name: string | null; readonly vatNumber: string | null; readonly iban: string | null }
  readonly number: string | null
  readonly issuedOn: string | null
  readonly dueOn: string | null
  readonly currency: string | null
  readonly net: string | null
  readonly vat: string | null
  readonly total: string | null
  readonly iban: string | null
  readonly reference: string | null
  /** The same and more, with place and confidence: names are the keys above, and senderName, senderVatNumber, addressee, …. */
  readonly fields: readonly object[]
  readonly text: string
  readonly warnings: readonly string[]
  readonly error: string | null
}

const usage = `kontor read FILE… [--json] [--visible-only] [--language xx] [--pdf OUT.pdf]
  --json          one JSON line a file instead of a summary
  --visible-only  ignores e-invoices inside a file: only what stands on its pages counts
  --language xx   the language of the papers, where it should not be guessed
  --pdf OUT.pdf   writes the searchable, upright PDF of the one file named
`

interface Asked {
  readonly files: readonly string[]
  readonly json: boolean
  readonly visibleOnly: boolean
  readonly language: string | null
  /** Where the searchable PDF goes. */
  readonly pdf: string | null
}

/**
 * The tool `kontor read`: files to fields, with no server and no database. Files are read two at a time in children that can be
 * killed; the lines come in the order of the files. Answers 0 also when files could not be read (their line says why), 2 when
 * the call itself was wrong.
 */
export async function readFiles(argv: string[], out: Writable): Promise<number> {
  const asked = parse(argv)
  if (typeof asked === 'string') {
    await write(out, `${asked}\n${usage}`)
    return 2
  }
  try {
    const ahead: Promise<string>[] = []
    for (const file of asked.files) {
      ahead.push(lineOf(file, asked))
      if (ahead.length >= atOnce) await write(out, await (ahead.shift() as Promise<string>))
    }
    for (const line of ahead) await write(out, await line)
    return 0
  } finally {
    closeReaders()
  }
}

const atOnce = 2

function parse(argv: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'visible-only': { type: 'boolean' },
        language: { type: 'string' },
        pdf: { type: 'string' },
      },
    })
    if (positionals.length === 0) return 'No file was named.'
    if (values.language !== undefined && !/^[a-z]{2,3}(?:-[A-Za-z]+)?$/.test(values.language))
      return 'The language is a code such as sv or nb.'
    if (values.pdf !== undefined && positionals.length !== 1) return '--pdf goes with one file.'
    return {
      files: positionals,
      pdf: values.pdf ? path.resolve(values.pdf) : null,
      json: values.json ?? false,
      visibleOnly: values['visible-only'] ?? false,
      language: values.language ?? null,
    }
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain')
}

async function lineOf(file: string, asked: Asked): Promise<string> {
  const reading = await readOne(file, asked.pdf)
  const recognition =
    reading.error === null && reading.text.length + reading.parts.length > 0 ? recogniseOne(reading, asked) : null
  const line = readLine(file, reading, recognition, asked.language)
  return asked.json ? `${JSON.stringify(line)}\n` : summary(line, recognition)
}

type Answer = Pick<Reading, 'pages' | 'text' | 'language' | 'warnings' | 'error' | 'parts'> & {
  readonly whole: Reading | null
}

async function readOne(file: string, pdf: string | null): Promise<Answer> {
  const about = await stat(file).catch((thrown: NodeJS.ErrnoException) => thrown)
  if (about instanceof Error)
    return failed(about.code === 'ENOENT' ? 'file-not-found' : 'file-not-readable', about.code)
  if (!about.isFile()) return failed('not-a-file')
  const [source, name] = [path.resolve(file), path.basename(file)]
  const whole = pdf ? await writeSearchablePdfInChild(source, name, pdf) : await readInChild(source, name)
  return { ...whole, whole }
}

function failed(name: string, code?: string): Answer {
  return {
    pages: [],
    text: '',
    language: null,
    warnings: [],
    parts: [],
    error: code ? { name, data: { code } } : { name },
    whole: null,
  }
}

function recogniseOne(reading: Answer, asked: Asked): Recognition | null {
  if (!reading.whole) return null
  return recognise(reading.whole, {
    visibleOnly: asked.visibleOnly,
    ...(asked.language ? { language: asked.language } : {}),
  })
}

function readLine(file: string, reading: Answer, recognition: Recognition | null, language: string | null): ReadLine {
  const value = (name: FieldName): string | null =>
    recognition?.fields.find(field => field.name === name)?.value ?? null
  return {
    file,
    pages: reading.pages.length,
    language: language ?? reading.language,
    kind: recognition?.kind ?? null,
    sender: { name: value('senderName'), vatNumber: value('senderVatNumber'), iban: value('iban') },
    number: value('number'),
    issuedOn: value('issuedOn'),
    dueOn: value('dueOn'),
    currency: value('currency'),
    net: value('net'),
    vat: value('vat'),
    total: value('total'),
    iban: value('iban'),
    reference: value('reference'),
    fields: (recognition?.fields ?? []).map(
      ({ name, value: said, page, box, confidence, sure, reasons, alternatives }) => ({
        name,
        value: said,
        page,
        box,
        confidence,
        sure,
        reasons,
        alternatives,
      }),
    ),
    text: reading.text,
    warnings: reading.warnings.map(sentence),
    error: reading.error ? sentence(reading.error) : null,
  }
}

/** `pages-not-read (read 500, of 10000)`: the finding's name, then its data. */
function sentence(finding: Finding): string {
  const data = Object.entries(finding.data ?? {}).map(([key, value]) => `${key} ${value}`)
  return data.length === 0 ? finding.name : `${finding.name} (${data.join(', ')})`
}

function summary(line: ReadLine, recognition: Recognition | null): string {
  const head = `${line.file}: ${line.error ?? `${line.kind ?? 'nothing recognised'}, ${line.pages} ${line.pages === 1 ? 'page' : 'pages'}, ${line.language ?? 'language unknown'}`}`
  const fields = (recognition?.fields ?? [])
    .filter(field => field.name !== 'kind')
    .map(field => `  ${field.sure ? '✓' : '?'} ${field.name.padEnd(24)} ${field.value}`)
  return [head, ...fields, ...line.warnings.map(warning => `  ! ${warning}`), ''].join('\n')
}
