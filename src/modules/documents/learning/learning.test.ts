import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recognise } from '../recognition/index.ts'
import { layOut } from '../recognition/layout.ts'
import type { FieldName } from '../recognition/types.ts'
import { heldForSure, type PlaceLesson, withLessons } from './lesson.ts'
import { type OddBill, oddSenders } from './odd-bills-for-tests.ts'
import { bothPlaces, type Place, placeOf } from './place.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const options = { country: 'SE', today }
const eyes = { language: 'sv', country: 'SE' }

/** What is kept of one sender, as confirming keeps it. */
class Pupil {
  readonly lessons = new Map<FieldName, PlaceLesson>()

  read({ reading }: OddBill) {
    return withLessons(reading, recognise(reading, options), [...this.lessons.values()], 'SE')
  }

  /** A person confirms the paper: corrects what is wrong; gives the fields that were. */
  confirm(bill: OddBill): { wrong: FieldName[]; surelyWrong: FieldName[] } {
    const fields = this.read(bill)
    const wrong: FieldName[] = []
    const surelyWrong: FieldName[] = []
    for (const [name, value] of Object.entries(bill.truth) as [FieldName, string][]) {
      const field = fields.find(one => one.name === name)
      const lesson = this.lessons.get(name)
      if (field?.value === value) {
        if (lesson && field.lessonId) this.lessons.set(name, { ...lesson, held: lesson.held + 1 })
        continue
      }
      wrong.push(name)
      if (field?.sure && field.lessonId) surelyWrong.push(name)
      const place = placeOf(layOut(bill.reading), name, value, eyes)
      if (place) this.learn(name, lesson ? bothPlaces(lesson.says, place) : place)
    }
    return { wrong, surelyWrong }
  }

  learn(name: FieldName, says: Place) {
    this.lessons.set(name, { id: `${name}`, about: 'place', topic: name, says, held: 0 })
  }
}

const asked = (bill: OddBill) => Object.keys(bill.truth).length

test('twenty senders with odd bills: what two corrections teach holds for the next twelve', t => {
  let [first, afterOne, afterTwo, fields, later, surelyWrong, sure] = [0, 0, 0, 0, 0, 0, 0]
  for (const sender of oddSenders) {
    const pupil = new Pupil()
    first += pupil.confirm(sender.bill(0)).wrong.length
    afterOne += pupil.confirm(sender.bill(1)).wrong.length
    for (let n = 2; n < 14; n += 1) {
      const bill = sender.bill(n)
      sure += pupil.read(bill).filter(field => field.sure && field.lessonId).length
      const result = pupil.confirm(bill)
      if (n === 2) afterTwo += result.wrong.length
      later += result.wrong.length
      surelyWrong += result.surelyWrong.length
      fields += asked(bill)
    }
  }
  const atFirst = oddSenders.reduce((sum, sender) => sum + asked(sender.bill(0)), 0)
  t.diagnostic(
    `wrong at first sight ${first} of ${atFirst}; on the second bill ${afterOne}; on the third ${afterTwo}; on bills 3 to 14 ${later} of ${fields}; ` +
      `${sure} fields sure by a lesson (held ${heldForSure} times), ${surelyWrong} of them wrong`,
  )
  assert.ok(first >= 0.6 * atFirst, `the bills are odd: ${first} of ${atFirst}`)
  assert.ok(afterTwo <= 0.05 * atFirst, `after two corrections ${afterTwo} of ${atFirst} are wrong`)
  assert.equal(surelyWrong, 0)
  assert.ok(sure > 100)
})

test('without lessons nothing is other than before', () => {
  for (const sender of oddSenders) {
    const { reading } = sender.bill(3)
    const plain = recognise(reading, options)
    assert.deepEqual(
      withLessons(reading, plain, [], 'SE').map(({ lessonId, ...field }) => (assert.equal(lessonId, null), field)),
      plain.fields,
    )
  }
})
