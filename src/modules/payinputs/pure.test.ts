import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fileOf, type FileInput, hoursOf, type Layout } from './files.ts'
import { daysOf } from './months.ts'
import { kindFinder, minutesOf, readPasted } from './pasted.ts'
import { type InputFacts, type PayeeFacts, problemsOf } from './problems.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const november = daysOf('2026-11')
const eva: PayeeFacts = { id: 'eva', expects_hours: false, from_on: day('2020-01-01'), until_on: null, handed_in: true }
let made = 0
const input = (over: Partial<InputFacts> & { on?: string; until?: string }): InputFacts => ({
  id: `i${++made}`,
  payee_id: 'eva',
  kind: 'hours',
  on_day: day(over.on ?? '2026-11-10'),
  until_day: day(over.until ?? over.on ?? '2026-11-10'),
  minutes: 480,
  amount_minor: null,
  source: 'clerk',
  ...over,
})
const codes = (inputs: readonly InputFacts[], payee = eva, today = '2026-12-03') =>
  problemsOf([payee], inputs, november, { country: 'SE', today: day(today) }).map(({ code }) => code)

test('what cannot be: 25 hours, work on a day away, twice the same, outside the month', () => {
  assert.deepEqual(codes([input({})]), [])
  assert.deepEqual(codes([input({ minutes: 1200 }), input({ kind: 'overtime', minutes: 300 })]), ['day-too-long'])
  assert.deepEqual(codes([input({}), input({ kind: 'sick', minutes: null })]), ['beside-absence'])
  assert.deepEqual(codes([input({}), input({})]), ['twice'])
  assert.deepEqual(codes([input({ on: '2026-12-01' })]), ['outside'])
  const week = { kind: 'vacation', minutes: null, on: '2026-11-09', until: '2026-11-13' } as const
  assert.deepEqual(codes([input(week), input({ ...week, kind: 'sick', until: '2026-11-10' })]), ['absence-twice'])
  assert.deepEqual(codes([input({ ...week, kind: 'away' })]), ['away-unspecified'])
  assert.deepEqual(codes([input({ minutes: -60, source: 'correction' })]), [])
})

test('what is missing: working days that have come, and a month nobody called complete', () => {
  const expects = { ...eva, expects_hours: true }
  assert.deepEqual(codes([], expects, '2026-11-10'), ['no-hours'])
  assert.deepEqual(codes([input({ on: '2026-11-02' })], expects, '2026-11-03'), ['gap'])
  assert.deepEqual(codes([input({ on: '2026-11-02' })], expects, '2026-11-02'), [])
  assert.deepEqual(codes([], { ...expects, from_on: day('2026-12-01') }), [])
  const whole = { kind: 'parental', minutes: null, on: '2026-11-01', until: '2026-11-30' } as const
  assert.deepEqual(codes([input(whole)], { ...expects, handed_in: false }), ['not-handed-in'])
})

test('a pasted table is read whole or not at all', () => {
  const find = kindFinder({ overtime: '240' }, kind => (kind === 'vacation' ? 'Semester' : ''))
  const read = readPasted(
    'Nr;Slag;Dag;Antal\r\n1004;240;2026-11-12;2,5;Stocktaking\n1004;semester;2026-11-16–2026-11-20\n1005;bonus;2026-11-30;1 200,50',
    find,
  )
  assert.ok(read.ok)
  assert.deepEqual(
    read.rows.map(row => [row.number, row.kind, `${row.on}`, `${row.until}`, row.minutes, row.amount, row.note]),
    [
      ['1004', 'overtime', '2026-11-12', '2026-11-12', 150, null, 'Stocktaking'],
      ['1004', 'vacation', '2026-11-16', '2026-11-20', null, null, ''],
      ['1005', 'bonus', '2026-11-30', '2026-11-30', null, '1200.50', ''],
    ],
  )
  assert.deepEqual(readPasted('1004;hours;2026-11-12;8\n1004;hours;2026-11-31;8', find), { ok: false, line: 2 })
  assert.deepEqual(readPasted('1004;hours;2026-11-12;', find), { ok: false, line: 1 })
  assert.deepEqual([minutesOf('7:30'), minutesOf('7.5'), minutesOf('x')], [450, 450, null])
})

test('whatever is pasted, reading ends in rows or in a line, never in a fault', () => {
  const find = kindFinder({}, () => '')
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), text => {
      const read = readPasted(text, find)
      assert.ok(read.ok ? read.rows.length > 0 : read.line >= 1)
    }),
    { numRuns: 200 },
  )
})

const layout: Layout = {
  format: 'csv',
  separator: 'semicolon',
  decimalSign: 'comma',
  header: true,
  columns: ['number', 'code', 'from', 'hours', 'amount', 'note'],
  codes: { hours: '010' },
}
const line = (over: Partial<FileInput>): FileInput => ({
  number: '1004',
  name: 'Eva',
  kind: 'hours',
  from: day('2026-11-12'),
  until: day('2026-11-12'),
  minutes: 450,
  days: [],
  dailyMinutes: 480,
  amount: null,
  note: '',
  ...over,
})
const vacation = line({ kind: 'vacation', minutes: null, days: [day('2026-11-12'), day('2026-11-13')] })
const bonus = line({ kind: 'bonus', minutes: null, amount: { minor: -120_050n, currency: 'SEK' }, note: '=1+1;x' })

test('the table is in the office’s layout, and nothing in it runs as a formula', () => {
  const file = fileOf(layout, [line({}), vacation, bonus])
  assert.equal(
    file.text,
    [
      'number;code;from;hours;amount;note',
      '1004;010;2026-11-12;7,50;;',
      '1004;vacation;2026-11-12;16,00;;',
      '1004;bonus;2026-11-12;;-1200,50;"\'=1+1;x"',
      '',
    ].join('\r\n'),
  )
  assert.deepEqual([file.lines, file.left], [3, 0])
  assert.equal(hoursOf(-90), '-1.50')
})

test('PAXml has a line for each day, and says how many amounts it cannot carry', () => {
  const file = fileOf({ ...layout, format: 'paxml', codes: {} }, [line({}), vacation, bonus])
  assert.deepEqual([file.lines, file.left], [3, 1])
  assert.match(
    file.text,
    /<tidtrans anstid="1004">\s*<tidkod>TID<\/tidkod>\s*<datum>2026-11-12<\/datum>\s*<timmar>7\.50</,
  )
  assert.equal(file.text.match(/<tidkod>SEM</g)?.length, 2)
  // an amount goes under the pay code of its kind, where the office gave one
  const coded = fileOf({ ...layout, format: 'paxml', codes: { [bonus.kind]: '0911' } }, [line({}), bonus])
  assert.deepEqual([coded.lines, coded.left], [2, 0])
  assert.match(
    coded.text,
    /<lonart>0911<\/lonart>\s*<datum>[\d-]+<\/datum>\s*<belopp>-?[\d.]+<\/belopp>\s*<\/lonetrans>\s*<\/lonetransaktioner>\s*<tidtransaktioner>/,
  )
})
