import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datesIn, daysAfter, daysBetween, isoDate, monthOf } from './date.ts'
import { vocabularies } from './vocabulary/index.ts'
import { phrasesOf } from './vocabulary/vocabulary.ts'

const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test('every day comes back from every writing with a year of four digits', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...vocabularies), fc.nat({ max: 8 }), (iso, { months }, way) => {
      const [year = '', month = '', day = ''] = iso.split('-')
      const names = phrasesOf(months[Number(month) - 1] ?? '')
      const name = names[way % names.length] ?? ''
      const ways = [
        `${year}-${month}-${day}`,
        `${day}.${month}.${year}`,
        `${Number(day)}/${Number(month)}/${year}`,
        `${day}-${month}-${year}`,
        `${Number(day)} ${name} ${year}`,
        `${Number(day)}. ${name} ${year}`,
        `${Number(day)} de ${name} de ${year}`,
        `den ${Number(day)} ${name} ${year}`,
        `${year}${month}${day}`,
      ]
      const text = ways[way] ?? ''
      const found = datesIn(`vom ${text}, bitte`)
      assert.equal(found.length, 1, text)
      assert.ok(
        found[0]?.readings.some(one => one.iso === iso),
        `${text} → ${JSON.stringify(found)}`,
      )
    }),
  )
})

test('two readings where day and month could be exchanged, one where not', () => {
  assert.deepEqual(
    datesIn('03/04/2026')[0]?.readings.map(one => one.iso),
    ['2026-04-03', '2026-03-04'],
  )
  assert.deepEqual(
    datesIn('13/04/2026')[0]?.readings.map(one => one.iso),
    ['2026-04-13'],
  )
  assert.deepEqual(
    datesIn('04/13/26')[0]?.readings.map(one => one.iso),
    ['2026-04-13'],
  )
  assert.deepEqual(
    datesIn('August 3 , 2014')[0]?.readings.map(one => one.iso),
    ['2014-08-03'],
  )
})

test('what is no date', () => {
  for (const text of [
    '2026-02-30',
    '31.04.2026',
    '1.2.3',
    '99/99/2026',
    '12345678',
    '1.234.567',
    '00.00.0000',
    '530-2195',
    '10.1.2.3',
    '13/13/2026',
    '5 xyz 2026',
  ]) {
    assert.deepEqual(datesIn(text), [], text)
  }
})

test('no text takes long', () => {
  for (const text of ['1/'.repeat(20_000), '1 '.repeat(20_000), `${'a'.repeat(50_000)} 1`, '12 janu'.repeat(5000)]) {
    const begun = performance.now()
    datesIn(text)
    assert.ok(performance.now() - begun < 500, text.slice(0, 10))
  }
})

test('days and months', () => {
  assert.equal(daysAfter('2026-01-17', 30), '2026-02-16')
  assert.equal(daysAfter('2028-02-28', 1), '2028-02-29')
  assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2)
  assert.equal(isoDate(2026, 2, 29), null)
  assert.equal(monthOf('Março'), 3)
  assert.equal(monthOf('mars'), 3)
  assert.equal(monthOf('okt.'), 10)
})
