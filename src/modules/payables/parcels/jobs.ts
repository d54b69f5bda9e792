/** Puts the file of a parcel together, sends it, and begins the month's by itself where the books are kept elsewhere. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type ZipEntry, zipOf } from '../../../formats/zip/write.ts'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { getSettings } from '../../ledger/contract.ts'
import * as c from '../contract.ts'
import type { Table } from './contents.ts'
import { listPdf } from './list-pdf.ts'

type ToWrite = (typeof c.parcelToWrite)['output']['_zod']['output']

/** A figure stands as it is; words that a spreadsheet would take for a formula are kept words. */
const cellOf = (text: string): string => {
  const safe = /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d+(\.\d+)?$/.test(text)) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Semicolons, UTF-8 with its mark: what spreadsheets of these countries open as a table. */
export const csvOf = ({ heads, rows }: Pick<Table, 'heads' | 'rows'>): Buffer =>
  Buffer.from(`\uFEFF${[heads, ...rows].map(cells => cells.map(cellOf).join(';')).join('\r\n')}\r\n`)

interface Told {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** All that stands in it, the manifest last: it tells what each file is and what it must be. */
export async function* entriesOf(
  known: ToWrite,
  paper: (digest: string) => Promise<Uint8Array>,
): AsyncGenerator<ZipEntry> {
  const told: Told[] = []
  const entry = (name: string, bytes: Uint8Array): ZipEntry => {
    told.push({ name, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') })
    return { name, bytes }
  }
  const { title, office, language: lang, madeAt: at, tables, papers } = known
  yield entry(`${title}.pdf`, await listPdf({ title, office, lang, at, tables }))
  for (const table of tables) yield entry(`${table.name}.csv`, csvOf(table))
  const taken = new Set<string>()
  for (const one of papers) {
    const name = taken.has(one.name) ? `${taken.size} ${one.name}` : one.name
    taken.add(name)
    yield entry(`papers/${name}`, await paper(one.digest))
  }
  const manifest = {
    format: 'kontor-parcel',
    version: 1,
    office,
    month: known.month.toString().slice(0, 7),
    madeAt: at.toString(),
    counts: {
      bills: tables[0]!.rows.length,
      bankLines: tables[2]!.rows.length,
      papers: papers.length,
      late: known.late,
    },
    papers: papers.map(one => ({ bill: one.bill, name: one.name, sha256: one.digest })),
    files: told,
  }
  yield { name: 'manifest.json', bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }
}

export const writeParcelBody = implementJob(c.writeParcelJob, {
  retryLimit: 5,
  expireSeconds: 600,
  async run(run, { parcelId: id }) {
    const known = await run.query(c.parcelToWrite, { id })
    if (!known.awaited) return
    const entries = entriesOf(known, digest => run.files.bytes(run.organisationId, Buffer.from(digest, 'hex')))
    const name = `parcel-${known.month.toString().slice(0, 7)}.zip`
    const at = known.madeAt.toZonedDateTimeISO('UTC').toPlainDateTime()
    const file = await run.files.put(run.organisationId, Readable.from(zipOf(entries, at)), {
      name,
      mediaType: 'application/zip',
      limitBytes: 4_000_000_000,
    })
    const digest = file.digest.toString('hex')
    const kept = { id, fileId: file.id, digest, name, papers: known.papers.length }
    await done(run.dispatch(c.recordParcel, kept, 'record'))
  },
})

async function done(outcome: Promise<{ readonly status: string }>): Promise<void> {
  const told = await outcome
  if (told.status !== 'done') throw new Error(JSON.stringify(told))
}

/** Servers take mails of this size; what is larger is handed over another way. */
const mostMailed = 15_000_000

export const sendParcelJobBody = implementJob(c.sendParcelJob, {
  run: async (run, { parcelId: id }) => {
    const { mail, to, subject, body, file } = await run.query(c.parcelLetter, { id })
    if (mail !== 'sending' || !to || !file) return
    const door = mailDoor()
    if (!door) return done(run.dispatch(c.recordParcelSent, { id, mail: 'no-door', error: null }, 'no-door'))
    const error = file.sizeBytes > mostMailed ? `${file.sizeBytes} > ${mostMailed}` : await send(run, door, id)
    await done(run.dispatch(c.recordParcelSent, { id, mail: error === null ? 'sent' : 'failed', error }, 'sent'))

    async function send(by: JobRun, out: NonNullable<typeof door>, parcelId: string): Promise<string | null> {
      const content = await by.files.bytes(by.organisationId, Buffer.from(file!.digest, 'hex'))
      const attachments = [{ name: file!.name, mediaType: 'application/zip', content: Buffer.from(content) }]
      return out
        .send({ to: to!, subject, text: body, id: `parcel-${parcelId}`, attachments })
        .then(() => null)
        .catch((fault: Error) => fault.message.slice(0, 500))
    }
  },
})

/** On the third of a month the one before is put together; who sends it is told by a task. */
export const monthlyParcelBody = implementJob(c.monthlyParcelJob, {
  schedule: { cron: '20 6 3 * *', zone: 'organisation' },
  run: async run => {
    const { mode } = await run.query(getSettings, {})
    if (mode !== 'none') return
    const { month, bills, lines } = await run.query(c.previewParcel, {})
    if (bills + lines > 0) await done(run.dispatch(c.makeParcel, { month: month.toString() }, 'make'))
  },
})
