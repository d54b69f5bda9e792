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

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
/** Days, times of day, length and title; today is Tuesday 24 November, week 48. */
const when = (text: string, language: string) => {
  const { title, minutes, fromOn, untilOn, between } = readRequest(text, settings(language))
  const days = fromOn === null ? '' : String(fromOn) === String(untilOn) ? String(fromOn) : `${fromOn}/${untilOn}`
  return [days, between ? between.map(clock).join('–') : '', minutes, title]
}

test('what secretaries write of days and times of day', () => {
  const [am, pm, lunch, week, next] = [
    '07:00–12:00',
    '12:00–18:00',
    '11:00–14:00',
    '2026-11-24/2026-11-29',
    '2026-11-30/2026-12-06',
  ]
  const friday = '2026-11-27'
  for (const [language, line, ...wanted] of [
    ['sv', 'Kan du boka ett möte med Karin nästa fredag em?', '2026-12-04', pm, 60, 'ett möte'],
    ['sv', 'budget v. 50 med karin', '2026-12-07/2026-12-13', '', 60, 'budget'],
    ['sv', 'avstämning en kvart med samir imorgon fm', '2026-11-25', am, 15, 'avstämning'],
    ['sv', 'planering på tisdag v. 49 efter lunch', '2026-12-01', pm, 60, 'planering'],
    ['sv', 'löneöversyn torsdagseftermiddag med samir', '2026-11-26', pm, 60, 'löneöversyn'],
    ['sv', 'utvecklingssamtal 1 tim inom två veckor med karin', '2026-11-24/2026-12-08', '', 60, 'utvecklingssamtal'],
    ['sv', 'intervju fre kl 14', friday, '14:00–15:00', 60, 'intervju'],
    ['sv', 'genomgång efter kl 15 på torsdag', '2026-11-26', '15:00–24:00', 60, 'genomgång'],
    ['sv', 'lunch med karin någon dag nästa vecka', next, '', 60, 'lunch'],
    ['sv', 'styrelsemöte halvdag den här veckan', week, '', 240, 'styrelsemöte'],
    ['nb', 'gjennomgang neste uke tirsdag formiddag', '2026-12-01', am, 60, 'gjennomgang'],
    ['nb', 'Møte med Karin i ettermiddag, et kvarter', '2026-11-24', pm, 15, 'Møte'],
    ['nb', 'statusmøte i løpet av uka med samir', week, '', 60, 'statusmøte'],
    ['nb', 'medarbeidersamtale fredag etter lunsj', friday, pm, 60, 'medarbeidersamtale'],
    ['nb', 'budsjett uke 50, halvannen time', '2026-12-07/2026-12-13', '', 90, 'budsjett'],
    ['nl', 'overleg volgende week dinsdagochtend met karin', '2026-12-01', am, 60, 'overleg'],
    ['nl', 'beoordelingsgesprek vrijdagmiddag, anderhalf uur', friday, pm, 90, 'beoordelingsgesprek'],
    ['nl', 'kwartiertje met samir morgenochtend', '2026-11-25', am, 15, ''],
    ['nl', 'bespreking binnen twee weken, een dagdeel', '2026-11-24/2026-12-08', '', 240, 'bespreking'],
    ['nl', 'interview donderdag om 14 uur', '2026-11-26', '14:00–15:00', 60, 'interview'],
    ['nl', 'vergadering deze week na 15 uur', week, '15:00–24:00', 60, 'vergadering'],
    ['ro', 'ședință joia după-amiază cu karin', '2026-11-26', pm, 60, 'ședință'],
    ['ro', 'întâlnire săptămâna viitoare cu samir, jumătate de oră', next, '', 30, 'întâlnire'],
    ['ro', 'discuție buget mâine dimineață', '2026-11-25', am, 60, 'discuție buget'],
    ['ro', 'interviu vineri la ora 14', friday, '14:00–15:00', 60, 'interviu'],
    ['ro', 'evaluare în următoarele două săptămâni', '2026-11-24/2026-12-08', '', 60, 'evaluare'],
    ['ro', 'ședință marți săptămâna viitoare înainte de prânz', '2026-12-01', am, 60, 'ședință'],
    ['pt', 'reunião com karin um dia da próxima semana', next, '', 60, 'reunião'],
    ['pt', 'entrevista na sexta-feira à tarde, 45 min', friday, pm, 45, 'entrevista'],
    ['pt', 'ponto de situação amanhã de manhã, meia hora', '2026-11-25', am, 30, 'ponto de situação'],
    [
      'pt',
      'Pode marcar uma reunião na terça da próxima semana depois das 15?',
      '2026-12-01',
      '15:00–24:00',
      60,
      'uma reunião',
    ],
    ['pt', 'orçamento nas próximas duas semanas com samir', '2026-11-24/2026-12-08', '', 60, 'orçamento'],
    ['en', 'catch-up with karin next week, tuesday morning', '2026-12-01', am, 60, 'catch-up'],
    ['en', 'board prep friday afternoon, half a day', friday, pm, 240, 'board prep'],
    ['en', 'one-to-one tomorrow after 3pm with samir', '2026-11-25', '15:00–24:00', 60, 'one-to-one'],
    ['en', 'review within two weeks, 90 min', '2026-11-24/2026-12-08', '', 90, 'review'],
    ['en', 'supplier call this afternoon', '2026-11-24', pm, 60, 'supplier call'],
    ['en', 'talk on thursday over lunch with karin', '2026-11-26', lunch, 60, 'talk'],
  ] as const)
    assert.deepEqual(when(line, language), wanted, line)
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
