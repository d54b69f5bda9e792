import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { runCalendar } from './calendar.ts'

const folder = mkdtempSync(join(tmpdir(), 'kontor-calendar-'))

async function run(lines: readonly string[], ...argv: string[]): Promise<{ code: number; out: string }> {
  const file = join(folder, 'one.ics')
  writeFileSync(file, lines.join('\r\n'))
  const written: string[] = []
  const out = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk))
      done()
    },
  })
  return { code: await runCalendar(['expand', file, ...argv], out), out: written.join('') }
}

const meeting = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:a',
  'SUMMARY:Monday meeting',
  'DTSTART;TZID=Europe/Stockholm:20260323T090000',
  'DURATION:PT1H',
  'RRULE:FREQ=WEEKLY',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:b',
  'SUMMARY:Outing',
  'DTSTART;VALUE=DATE:20260330',
  'END:VEVENT',
  'END:VCALENDAR',
]

test('instances as one JSON line an event', async () => {
  const { code, out } = await run(
    meeting,
    '--from',
    '2026-03-20',
    '--to',
    '2026-04-01',
    '--zone',
    'Europe/Stockholm',
    '--json',
  )
  assert.equal(code, 0)
  assert.deepEqual(
    out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as unknown),
    [
      {
        uid: 'a',
        summary: 'Monday meeting',
        allDay: false,
        zone: 'Europe/Stockholm',
        instances: [
          { start: '2026-03-23T08:00:00Z', end: '2026-03-23T09:00:00Z', status: null },
          { start: '2026-03-30T07:00:00Z', end: '2026-03-30T08:00:00Z', status: null },
        ],
      },
      {
        uid: 'b',
        summary: 'Outing',
        allDay: true,
        zone: null,
        instances: [{ start: '2026-03-30', end: '2026-03-31', status: null }],
      },
    ],
  )
  assert.match(
    (await run(meeting, '--from', '2026-03-20', '--to', '2026-03-25', '--zone', 'Europe/Stockholm')).out,
    /2026-03-23T09:00/,
  )
})

test('what cannot be read is told with its line; what was asked wrongly with how to ask', async () => {
  const broken = await run([...meeting.slice(0, 7), 'RRULE:FREQ=NEVER', ...meeting.slice(7)], '--json')
  assert.deepEqual([broken.code, JSON.parse(broken.out)], [1, { error: 'ical-rule', line: 8 }])
  assert.equal((await run(meeting, '--from', 'yesterday')).code, 2)
  assert.equal((await run(meeting, '--zone', 'Nowhere')).code, 2)
})
