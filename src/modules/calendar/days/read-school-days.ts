/**
 * School holidays as they are published: a calendar file (RFC 5545) or a table. Of a table the layout is given, or guessed from what
 * its cells look like: columns that hold dates are from and until, the first other one with words is what it is called.
 */
import { rowsOf, type Row } from '../../../formats/bank/read/csv.ts'
import { expand } from '../../../formats/ical/expand.ts'
import { parseIcal } from '../../../formats/ical/component.ts'
import { IcalRefused } from '../../../formats/ical/refused.ts'
import type { DayLayout } from '../contract/day-commands.ts'

export interface SchoolStretch {
  readonly from: string
  /** The last day, which is of it. */
  readonly until: string
  readonly title: string
}

export interface SchoolDaysRead {
  readonly layout: DayLayout | null
  readonly sample: string[][]
  readonly stretches: readonly SchoolStretch[]
  /** The first line that cannot be read. */
  readonly badLine: number | null
}

const signs = { semicolon: ';', comma: ',', tab: '\t' } as const
/** More than any school closes, and longer than any holiday is. */
const [mostStretches, longestDays] = [2_000, 120]
const day_ms = 86_400_000
const span = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2150, 0, 1) }

const isCalendar = (file: string): boolean => /^\s*BEGIN:VCALENDAR/i.test(file)

export function readSchoolDays(file: string, given: DayLayout | null, usual: string): SchoolDaysRead {
  return isCalendar(file) ? fromCalendar(file, usual) : fromTable(file, given, usual)
}

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10)

function fromCalendar(file: string, usual: string): SchoolDaysRead {
  const none = { layout: null, sample: [] }
  try {
    const stretches = parseIcal(file)
      .flatMap(calendar => expand(calendar, span))
      .slice(0, mostStretches)
      .map(({ start, end, summary }) => ({
        from: dayText(start),
        until: dayText(Math.max(start, end - 1)),
        title: (summary?.trim() || usual).slice(0, 200),
      }))
    return { ...none, stretches: inOrder(stretches), badLine: stretches.length > 0 ? null : 1 }
  } catch (thrown) {
    if (!(thrown instanceof IcalRefused)) throw thrown
    return { ...none, stretches: [], badLine: Math.max(1, thrown.line) }
  }
}

/** `2026-10-26`, `26.10.2026`, `10/26/2026`, as the order says; null for anything else and for days that there are not. */
export function dayIn(cell: string, order: DayLayout['dates']): string | null {
  const parts = /^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})\.?$/.exec(cell.trim())?.slice(1) ?? eightDigits(cell, order)
  if (!parts) return null
  const [a, b, c] = parts.map(Number) as [number, number, number]
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
  const at = Date.UTC(year, month - 1, day)
  if (year < 2000 || year > 2149 || new Date(at).getUTCMonth() !== month - 1 || new Date(at).getUTCDate() !== day)
    return null
  return dayText(at)
}

const eightDigits = (cell: string, order: DayLayout['dates']): string[] | null =>
  order === 'ymd' ? (/^(\d{4})(\d{2})(\d{2})$/.exec(cell.trim())?.slice(1) ?? null) : null

const rowsBy = (file: string, separator: DayLayout['separator']): readonly Row[] => {
  try {
    return rowsOf(file.replace(/^\uFEFF/, ''), signs[separator])
  } catch {
    // A quoted cell without an end: it is no table of this separator.
    return []
  }
}

/** How a table seems to be laid out; null where no column holds days. */
export function guessLayout(file: string): DayLayout | null {
  let best: { layout: DayLayout; hits: number } | null = null
  for (const separator of ['semicolon', 'comma', 'tab'] as const) {
    const rows = rowsBy(file, separator).slice(0, 50)
    for (const dates of ['ymd', 'dmy', 'mdy'] as const) {
      const columns = Math.max(0, ...rows.map(({ cells }) => cells.length))
      const hits = Array.from(
        { length: columns },
        (_, n) => rows.filter(({ cells }) => dayIn(cells[n] ?? '', dates)).length,
      )
      const most = Math.max(0, ...hits)
      const days = hits.flatMap((count, n) => (count > 0 && count * 2 >= most ? [n] : []))
      const total = days.reduce((sum, n) => sum + hits[n]!, 0)
      if (days.length === 0 || total <= (best?.hits ?? 0)) continue
      const title = Array.from({ length: columns }, (_, n) => n).find(
        n => !days.includes(n) && rows.some(({ cells }) => /\p{L}{3}/u.test(cells[n] ?? '')),
      )
      const header = rows[0] !== undefined && dayIn(rows[0].cells[days[0]!] ?? '', dates) === null
      best = {
        layout: { separator, dates, from: days[0]!, until: days[1] ?? null, title: title ?? null, header },
        hits: total,
      }
    }
  }
  return best?.layout ?? null
}

function fromTable(file: string, given: DayLayout | null, usual: string): SchoolDaysRead {
  const layout = given ?? guessLayout(file)
  if (!layout) return { layout: null, sample: [], stretches: [], badLine: 1 }
  const rows = rowsBy(file, layout.separator)
  const sample = rows.slice(0, 6).map(({ cells }) => [...cells])
  const stretches: SchoolStretch[] = []
  let badLine: number | null = rows.length === 0 ? 1 : null
  for (const { cells, line } of rows.slice(layout.header ? 1 : 0, mostStretches)) {
    const from = dayIn(cells[layout.from] ?? '', layout.dates)
    const written = layout.until === null ? '' : (cells[layout.until] ?? '')
    const until = written === '' ? from : dayIn(written, layout.dates)
    const fits = from && until && until >= from && Date.parse(until) - Date.parse(from) <= longestDays * day_ms
    if (!fits) {
      badLine ??= line
      continue
    }
    const title = layout.title === null ? '' : (cells[layout.title] ?? '')
    stretches.push({ from, until, title: (title || usual).slice(0, 200) })
  }
  return { layout, sample, stretches: inOrder(stretches), badLine: badLine ?? (stretches.length > 0 ? null : 1) }
}

/** Each once, the earliest first. */
const inOrder = (stretches: readonly SchoolStretch[]): SchoolStretch[] =>
  [...new Map(stretches.map(one => [`${one.from} ${one.title}`, one])).values()].sort(
    (a, b) => a.from.localeCompare(b.from) || a.title.localeCompare(b.title),
  )
