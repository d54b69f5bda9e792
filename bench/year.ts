/**
 * An office's year: its papers come through intake day by day, are read, confirmed and become work; then a colleague goes on holiday
 * and her deputy works a day from the hand-over sheet alone, in a browser. Pictures of that day go to .tmp/pictures/year.
 * `node bench/year.ts [--papers 4000] [--people 25] [--scans] [--json]`
 */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWeb } from '../src/app/build-web.ts'
import { playDay } from '../test/journeys/year-day.ts'
import { openYearOffice } from '../test/journeys/year-office.ts'

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '4000' },
    people: { type: 'string', default: '25' },
    scans: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const call = { papers: Number(values.papers), people: Number(values.people), scans: values.scans }
const tell = (line: string): void => console.error(line)

await buildWeb(tell)
const loadBefore = loadavg()[0]
const office = await openYearOffice(call, tell)
try {
  const day = await playDay(office, join(import.meta.dirname, '../.tmp/pictures/year'))
  for (const line of day.lines) tell(line)
  if (day.wrongs.length > 0) throw new Error(day.wrongs.join('; '))
  const figures = {
    bench: 'year',
    ...call,
    ...office.report,
    perSecond: office.report.papers / office.report.seconds,
    day_s: day.seconds,
    day_strokes: day.strokes,
    loadBefore,
    loadAfter: loadavg()[0],
  }
  console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
} finally {
  await office.close()
}
process.exit(0)
