import { readFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { parseIcal } from '../../formats/ical/component.ts'
import { expand, type Instance } from '../../formats/ical/expand.ts'
import { RecurrenceTooCostly } from '../../formats/ical/recur.ts'
import { IcalRefused } from '../../formats/ical/refused.ts'

/** What `kontor calendar expand --json` says of one event: one line each. Scripts build on these names. */
export interface EventLine {
  readonly uid: string
  readonly summary: string | null
  readonly allDay: boolean
  /** Zone of the tz database; null for all-day events and zones that only the file knows. */
  readonly zone: string | null
  /** Instants in UTC; of all-day events days, the end being the day after the last. */
  readonly instances: readonly { readonly start: string; readonly end: string; readonly status: string | null }[]
}

const usage = `kontor calendar expand FILE.ics [--from 2026-01-01] [--to 2027-01-01] [--zone Europe/Stockholm] [--json]
  Tells when the events of a calendar take place: from today for a year, unless said otherwise. No server is needed.
  --zone   what days, and times without a zone, are on (default: UTC)
  --json   one JSON line an event: {uid, summary, allDay, zone, instances: [{start, end, status}]};
           {error, line} where the file cannot be read
`

interface Asked {
  readonly file: string
  readonly from: number
  readonly to: number
  readonly zone: string
  readonly json: boolean
}

/** The tool `kontor calendar`: no server, no database. */
export async function runCalendar(argv: string[], out: Writable = process.stdout): Promise<number> {
  const asked = parse(argv)
  if (typeof asked === 'string') {
    out.write(`${asked}\n${usage}`)
    return 2
  }
  try {
    const calendars = parseIcal(await readFile(asked.file))
    const lines = linesOf(calendars.flatMap(calendar => expand(calendar, asked)))
    out.write(lines.map(line => (asked.json ? `${JSON.stringify(line)}\n` : readable(line, asked.zone))).join(''))
    return 0
  } catch (thrown) {
    const { error, line } = problemOf(thrown)
    out.write(
      asked.json ? `${JSON.stringify({ error, line })}\n` : `${asked.file}: ${error}${line ? `, line ${line}` : ''}\n`,
    )
    return 1
  }
}

function parse(argv: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        zone: { type: 'string', default: 'UTC' },
        json: { type: 'boolean', default: false },
      },
    })
    const [act, file, ...more] = positionals
    if (act !== 'expand' || !file || more.length > 0) return 'What is to be expanded?'
    const { zone, json } = values
    const from = values.from ? momentIn(values.from, zone) : momentIn(Temporal.Now.plainDateISO(zone).toString(), zone)
    const to = values.to ? momentIn(values.to, zone) : from.toZonedDateTimeISO(zone).add({ years: 1 }).toInstant()
    return { file, from: from.epochMilliseconds, to: to.epochMilliseconds, zone, json }
  } catch (thrown) {
    return (thrown as Error).message
  }
}

/** A day or a local time in the zone, or an instant. */
const momentIn = (text: string, zone: string): Temporal.Instant =>
  /Z$|[+-]\d\d:?\d\d$/.test(text.slice(10))
    ? Temporal.Instant.from(text)
    : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()

function linesOf(instances: readonly Instance[]): EventLine[] {
  return [...Map.groupBy(instances, ({ uid }) => uid)].map(([uid, all]) => {
    const { summary, allDay, zone } = all[0]!
    const written = (moment: number) =>
      allDay ? new Date(moment).toISOString().slice(0, 10) : new Date(moment).toISOString().replace('.000Z', 'Z')
    return {
      uid,
      summary,
      allDay,
      zone,
      instances: all.map(({ start, end, status }) => ({ start: written(start), end: written(end), status })),
    }
  })
}

function readable({ uid, summary, allDay, instances }: EventLine, zone: string): string {
  const local = (text: string) =>
    allDay ? text : Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16)
  const times = instances.map(
    ({ start, end, status }) => `  ${local(start)} – ${local(end)}${status === 'CANCELLED' ? ' (cancelled)' : ''}`,
  )
  return `${[summary ?? uid, ...times].join('\n')}\n`
}

function problemOf(thrown: unknown): { readonly error: string; readonly line: number } {
  if (thrown instanceof IcalRefused) return { error: thrown.problem, line: thrown.line }
  if (thrown instanceof RecurrenceTooCostly) return { error: 'recurrence-too-costly', line: 0 }
  const { code } = thrown as NodeJS.ErrnoException
  if (code) return { error: code === 'ENOENT' ? 'file-not-found' : 'file-not-readable', line: 0 }
  throw thrown
}
