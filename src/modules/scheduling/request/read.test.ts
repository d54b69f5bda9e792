import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingCalendar } from '../../work/contract.ts'
import { readRequest, type RequestSettings } from './read.ts'

const people = [
  { id: 'karin', name: 'Karin Öberg' },
  { id: 'samir', name: 'Samir Haddad' },
  { id: 'johan', name: 'Johan Almgren' },
  { id: 'anna-berg', name: 'Anna Berg' },
  { id: 'anna-lund', name: 'Anna Lund' },
]
const settings = (language: string): RequestSettings => ({
  language,
  today: Temporal.PlainDate.from('2026-11-24'),
  calendar: workingCalendar('SE'),
  people,
  equipment: ['Screen', 'Whiteboard'],
  sites: ['Kungsgatan 4'],
})
const read = (text: string, language = 'en') => {
  const { title, minutes, fromOn, untilOn, must, may, room, equipment, seats } = readRequest(text, settings(language))
  return [title, minutes, fromOn && `${fromOn}/${untilOn}`, must.join(), may.join(), room, equipment.join(), seats]
}

test('what is typed while the caller is on the line, in six languages', () => {
  const wanted = ['design review', 90, '2026-11-24/2026-11-27', 'karin,samir', 'johan', true, 'Screen', 0]
  for (const [language, line] of [
    ['en', 'design review 90 min with karin samir maybe johan by fri room with screen'],
    ['sv', 'design review 1,5 tim med karin och samir gärna johan senast fre rum med skärm'],
    ['nb', 'design review halvannen time med karin og samir gjerne johan senest fredag møterom med skjerm'],
    ['nl', 'design review anderhalf uur met karin en samir eventueel johan uiterlijk vrijdag zaal met scherm'],
    ['ro', 'design review 90 minute cu karin și samir eventual johan până vineri sală cu ecran'],
    ['pt', 'design review 1h30 com karin e samir talvez johan até sexta sala com ecrã'],
  ] as const)
    assert.deepEqual(read(line, language), wanted, line)
})

test('on a day, in a week, for so many, without a length', () => {
  assert.deepEqual(read('board meeting on thu for 8 people'), [
    'board meeting',
    60,
    '2026-11-26/2026-11-26',
    '',
    '',
    false,
    '',
    8,
  ])
  assert.deepEqual(read('planering v49 med karin öberg', 'sv')[2], '2026-11-30/2026-12-06')
  assert.deepEqual(read('half an hour with @samir'), ['', 30, null, 'samir', '', false, '', 0])
  assert.equal(readRequest('weekly standup 15 min with karin', settings('en')).weeks, 8)
  assert.equal(readRequest('talk #kungs room', settings('en')).site, 'Kungsgatan 4')
})

test('a name that several bear is asked about, one that nobody bears stays in the title', () => {
  const { unclear, must, title } = readRequest('lunch with anna karin zebedee', settings('en'))
  assert.deepEqual(unclear, [{ typed: 'anna', choices: [people[3], people[4]] }])
  assert.deepEqual([must, title], [['karin'], 'lunch zebedee'])
})

test('any line is read without a fault, and keeps its words', () => {
  for (const line of [
    '',
    '   ',
    'with',
    '@',
    '90',
    'room with',
    'by by by',
    '999999999999h',
    'med och & med',
    '~',
    '#',
    ',',
  ])
    for (const language of ['en', 'sv', 'nb', 'nl', 'ro', 'pt']) {
      const { minutes } = readRequest(line, settings(language))
      assert.ok(minutes >= 5 && minutes <= 1440)
    }
})
