import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { languages } from '../../../kernel/language/catalogue.ts'
import { workingCalendar } from '../../work/contract.ts'
import { findPromisesIn } from './find.ts'
import { notPromised, promised } from './sentences-for-tests.ts'

const today = Temporal.PlainDate.from('2026-11-24')
const { isWorkday } = workingCalendar('SE')
const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`

test('of the planted promises in six languages nearly all are found for their day, and next to none that is none', t => {
  const tally = { found: 0, wanted: 0, wrong: 0, clean: 0, anyLanguage: 0 }
  const missed: string[] = []
  for (const language of languages) {
    for (const [text, on] of promised[language]) {
      tally.wanted++
      const [one, ...more] = findPromisesIn(text, { language, today, isWorkday })
      if (one && String(one.on) === on && more.length === 0) tally.found++
      else missed.push(`${language} missed: ${text} (${one?.on ?? 'nothing'})`)
      if (findPromisesIn(text, { today, isWorkday }).some(found => String(found.on) === on)) tally.anyLanguage++
    }
    for (const text of notPromised[language]) {
      tally.clean++
      if (findPromisesIn(text, { language, today, isWorkday }).length === 0) continue
      tally.wrong++
      missed.push(`${language} wrongly: ${text}`)
    }
  }
  t.diagnostic(
    `recall ${share(tally.found, tally.wanted)}, without the language ${share(tally.anyLanguage, tally.wanted)}`,
  )
  t.diagnostic(
    `precision ${share(tally.found, tally.found + tally.wrong)}; ${share(tally.wrong, tally.clean)} taken wrongly`,
  )
  assert.ok(tally.found / tally.wanted >= 0.95 && tally.wrong / tally.clean <= 0.05, missed.join('\n'))
})

test('the place is where the words stand, whatever lies around, and nothing that is typed makes it stumble', () => {
  const text =
    'Hej!\n\nTack för ditt brev kl. 14.30 den 23.11. Vi återkommer senast onsdag. Kan ni höra av er på fredag?\n\nMvh'
  const [one, ...more] = findPromisesIn(text, { language: 'sv', today, isWorkday })
  assert.deepEqual([one!.words, String(one!.on), more], ['Vi återkommer senast onsdag.'.slice(0, -1), '2026-11-25', []])
  assert.equal(text.slice(one!.place, one!.place + one!.words.length), one!.words)
  const [named] = findPromisesIn('Johan skickar ritningen på fredag', { language: 'sv', today, isWorkday })
  assert.equal(named!.who, 'Johan')
  assert.equal(one!.who, null, 'a pronoun is no name')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), around => {
      for (const found of findPromisesIn(`${around}\n\nYou will have it on Friday.`, { today, isWorkday }))
        assert.ok(Temporal.PlainDate.compare(found.on, today) >= 0)
    }),
    { numRuns: 50 },
  )
})
