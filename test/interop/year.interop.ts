/**
 * An office's year, small (120 papers, 8 people; bench/year.ts makes it whole): it is taken in, one colleague goes on holiday, and
 * her deputy works a day from the hand-over sheet alone. The clock and the keystrokes are printed.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { join } from 'node:path'
import { playDay } from '../journeys/year-day.ts'
import { openYearOffice } from '../journeys/year-office.ts'
import { pictured } from '../journeys/watch.ts'

const papers = Number(process.env['YEAR_PAPERS'] ?? 120)
const people = Number(process.env['YEAR_PEOPLE'] ?? 8)

const office = await openYearOffice({ papers, people, scans: false }, () => {})
after(() => office.close())

test('the year came in whole: every paper read, all but the last days confirmed, what was due done', () => {
  const { report } = office
  assert.equal(report.papers, papers)
  assert.ok(report.documents >= papers, 'mails bring their bills beside them')
  assert.ok(report.confirmed >= report.documents * 0.9, JSON.stringify(report))
  assert.ok(report.tasksDone > papers * 0.5, JSON.stringify(report))
})

test('she goes on holiday; her deputy works a day from the sheet; she comes back and sees what was done', async t => {
  const day = await playDay(office, join(import.meta.dirname, '../../.tmp/pictures/year'), page => pictured(t, page))
  for (const line of day.lines) t.diagnostic(line)
  assert.deepEqual(day.wrongs, [])
})
