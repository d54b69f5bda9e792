import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { consequencesOf, type Paper, type Rule } from './consequences.ts'
import { documentKinds } from './contract.ts'
import { cleanLine, cleanName, cleanText } from './clean-text.ts'
import { type KnownField, surenessOf } from './document-fields.ts'
import { dayOf, normalField } from './field-value.ts'
import { catalogues } from './messages/index.ts'
import { bandsOf, jaccard, shinglesOf } from './near-duplicate.ts'
import { packLines, unpackLines } from './reading-pack.ts'
import { standardRule } from './plan-store.ts'
import { keepUntil } from './retention.ts'
import { standardClasses, standardRules } from './standard-plan.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const paper: Paper = {
  kind: 'bill',
  name: 'scan.pdf',
  senderName: 'Lindholmens',
  number: '40718',
  subject: null,
  issuedOn: day('2026-11-11'),
  dueOn: day('2026-12-11'),
  validUntil: null,
  total: { minor: 1398000n, currency: 'SEK' },
  receivedOn: day('2026-11-24'),
  class: 1,
}
const around = {
  classCode: null,
  wording: 'Pay {sender} ({number}): {subject} {total}',
  today: day('2026-11-24'),
  locale: 'sv-SE',
}

test('the task never falls before today, never after the deadline, never on a weekend unless today is one', () => {
  const rule = standardRule('bill')
  fc.assert(
    fc.property(
      fc.integer({ min: -400, max: 400 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 6 }),
      (until, before, shift) => {
        const today = day('2026-11-23').add({ days: shift })
        const dueOn = today.add({ days: until })
        const { task } = consequencesOf(
          { ...paper, dueOn },
          { ...around, today, rule: { ...rule, days_before_due: before } },
        )
        const due = task!.dueOn!
        assert.ok(Temporal.PlainDate.compare(due, today) >= 0)
        if (until >= 0) assert.ok(Temporal.PlainDate.compare(due, dueOn) <= 0)
        if (due.dayOfWeek > 5) assert.ok(due.equals(today))
      },
    ),
  )
})

test('wording leaves out what the paper does not say, with the punctuation before it', () => {
  const title = (changes: Partial<Paper>, rule: Rule = standardRule('bill')) =>
    consequencesOf({ ...paper, ...changes }, { ...around, rule }).task?.title.replace(/\s/gu, ' ')
  assert.equal(title({}), 'Pay Lindholmens (40718) 13 980,00 SEK')
  assert.equal(title({ number: null, subject: 'ink' }), 'Pay Lindholmens: ink 13 980,00 SEK')
  assert.equal(title({ senderName: null, number: null, total: null }), 'Pay scan.pdf')
  assert.equal(title({ number: null, total: null }, { ...standardRule('bill'), title: '{number}{total}' }), 'scan.pdf')
})

test('a contract without an end makes no task; one with an end makes it in time for the notice', () => {
  const rule = standardRule('contract')
  const of = (validUntil: string | null) =>
    consequencesOf(
      { ...paper, kind: 'contract', dueOn: null, validUntil: validUntil ? day(validUntil) : null },
      { ...around, rule },
    ).task?.dueOn?.toString() ?? null
  assert.equal(of(null), null)
  assert.equal(of('2027-12-31'), '2027-09-22')
})

test('advertising makes no task and is proposed for discarding; an edited task keeps what the rule says elsewhere', () => {
  const advertising = consequencesOf(
    { ...paper, kind: 'advertising' },
    { ...around, rule: standardRule('advertising') },
  )
  assert.deepEqual([advertising.task, advertising.discardProposed], [null, true])
  const edited = consequencesOf(paper, {
    ...around,
    rule: standardRule('bill'),
    task: { title: 'Ask Oskar', ownerId: 'x' },
  }).task
  assert.deepEqual(
    [edited?.title, edited?.ownerId, edited?.role, edited?.ifLate],
    ['Ask Oskar', 'x', null, 'costs-money'],
  )
  assert.equal(consequencesOf(paper, { ...around, rule: standardRule('bill'), task: null }).task, null)
})

test('retention runs from the end of the year, the day, or the end of validity', () => {
  const facts = { receivedOn: day('2026-11-24'), issuedOn: day('2026-02-28'), validUntil: day('2028-02-29') }
  assert.equal(keepUntil(7, 'year-end', facts)?.toString(), '2033-12-31')
  assert.equal(keepUntil(2, 'document-day', facts)?.toString(), '2028-02-28')
  assert.equal(keepUntil(1, 'validity-end', facts)?.toString(), '2029-02-28')
  assert.equal(keepUntil(null, 'year-end', facts), null)
})

test('sure needs everything needed, nothing doubtful among what is asked, a known sender for money, no open duplicate', () => {
  const field = (value: string, sure = true): KnownField => ({ value, sure })
  const bill = new Map([
    ['kind', field('bill')],
    ['senderName', field('A')],
    ['number', field('1')],
    ['issuedOn', field('2026-11-11')],
    ['dueOn', field('2026-12-11')],
    ['currency', field('SEK')],
    ['total', field('10.00')],
    ['iban', field('x')],
  ] as const) as Map<Parameters<typeof surenessOf>[0] extends ReadonlyMap<infer K, unknown> ? K : never, KnownField>
  const fine = {
    kind: 'bill',
    senderKnown: true,
    changedAccounts: [],
    duplicateOpen: false,
    incomplete: false,
  } as const
  assert.equal(surenessOf(bill, fine).sure, true)
  assert.deepEqual(surenessOf(bill, { ...fine, senderKnown: false }).doubts, ['senderName'])
  assert.equal(surenessOf(bill, { ...fine, duplicateOpen: true }).sure, false)
  assert.equal(surenessOf(bill, { ...fine, incomplete: true }).sure, false)
  const changed = surenessOf(bill, { ...fine, changedAccounts: ['iban'] })
  assert.deepEqual([changed.sure, changed.doubts], [false, ['iban']])
  for (const name of bill.keys()) {
    const doubtful = new Map(bill).set(name, { ...bill.get(name)!, sure: false })
    assert.equal(surenessOf(doubtful, fine).sure, false, `${name} doubtful`)
  }
  const without = new Map(bill)
  without.delete('dueOn')
  assert.deepEqual([surenessOf(without, fine).sure, surenessOf(without, fine).missing], [false, ['dueOn']])
  assert.deepEqual(surenessOf(new Map(bill).set('total', field('10.005')), fine).doubts, ['total'])
})

const word = fc.stringMatching(/^[a-zåäöșț]{2,9}$/)

test('texts 95% alike share a band; texts without a word in common share none', () => {
  let shared = 0
  let tried = 0
  fc.assert(
    fc.property(fc.array(word, { minLength: 400, maxLength: 600 }), fc.nat(), (words, at) => {
      const changed = words.toSpliced(at % words.length, 1, 'zzzzzz')
      const index = jaccard(shinglesOf(words.join(' ')), shinglesOf(changed.join(' ')))
      if (index < 0.95) return
      tried++
      const bands = new Set(bandsOf(words.join(' ')))
      if (bandsOf(changed.join(' ')).some(band => bands.has(band))) shared++
      const other = bandsOf(words.map(w => `${w}q1`).join(' '))
      assert.ok(!other.some(band => bands.has(band)))
    }),
    { numRuns: 60 },
  )
  assert.ok(tried > 40 && shared >= tried - 1, `${shared} of ${tried} found`)
})

test('a text too short has no bands; accents and case do not count', () => {
  assert.deepEqual(bandsOf('Tack för ert brev'), [])
  const text = Array.from({ length: 60 }, (_, i) => `Ärende${i} Șoseaua`).join(' ')
  assert.deepEqual(bandsOf(text), bandsOf(text.normalize('NFD').toUpperCase()))
})

test('lines of words survive packing, their places to a ten-thousandth', () => {
  const place = fc.float({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.record({ text: fc.string(), box: fc.tuple(place, place, place, place), confidence: place }), {
          minLength: 1,
          maxLength: 5,
        }),
        { maxLength: 5 },
      ),
      lines => {
        const back = unpackLines(packLines(lines.map(words => ({ words, box: [0, 0, 0, 0] as const }))))
        assert.deepEqual(
          back.map(line => line.map(({ text }) => text)),
          lines.map(line => line.map(({ text }) => text)),
        )
        back
          .flat()
          .forEach((one, i) =>
            one.box.forEach((value, side) =>
              assert.ok(Math.abs(value - lines.flat()[i]!.box[side]!) <= 0.00005 + 1e-9),
            ),
          )
      },
    ),
  )
})

test('values of fields are taken in one writing only, and taken again unchanged', () => {
  assert.equal(normalField('iban', 'SE45 5000 0000 0583 9825 7466'), 'SE4550000000058398257466')
  assert.equal(normalField('iban', 'SE45 5000 0000 0583 9825 7467'), null)
  assert.equal(normalField('dueOn', '2026-02-29'), null)
  assert.equal(normalField('currency', 'sek'), 'SEK')
  assert.equal(normalField('currency', 'XYZ'), null)
  assert.equal(normalField('kind', 'invoice'), null)
  assert.equal(dayOf('2026-13-01'), null)
  fc.assert(
    fc.property(
      fc.constantFrom('total', 'issuedOn', 'number', 'iban', 'senderName', 'kind', 'currency'),
      fc.string({ maxLength: 60 }),
      (name, typed) => {
        const once = normalField(name as 'total', typed)
        if (once !== null) assert.equal(normalField(name as 'total', once), once)
      },
    ),
  )
})

test('any text becomes one that the database takes; any name one without folders', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      for (const clean of [cleanText(text), cleanLine(text), cleanName(text)])
        assert.ok(clean.isWellFormed() && !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(clean))
      assert.ok(!/[/\\]/.test(cleanName(text)) && cleanName(text).length > 0)
    }),
  )
})

test('every kind has a rule, every rule a class, every class a name, every kind a task wording, in six languages', () => {
  assert.deepEqual(standardRules.map(({ kind }) => kind).sort(), [...documentKinds].sort())
  for (const [language, messages] of Object.entries(catalogues)) {
    const words: Readonly<Record<string, unknown>> = messages
    for (const { code } of standardClasses)
      assert.equal(typeof words[`plan.${code}`], 'string', `${language} plan.${code}`)
    for (const kind of documentKinds)
      for (const key of [`task.${kind}`, `choice.kind.${kind}`])
        assert.equal(typeof words[key], 'string', `${language} ${key}`)
  }
  for (const { classCode } of standardRules)
    assert.ok(
      standardClasses.some(({ code }) => code === classCode),
      classCode,
    )
})

test('every message has the same parameters in all six languages', () => {
  const paramsOf = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort()
  for (const [key, message] of Object.entries(catalogues.en)) {
    for (const [language, messages] of Object.entries(catalogues))
      assert.deepEqual(paramsOf((messages as Record<string, unknown>)[key]), paramsOf(message), `${language} ${key}`)
  }
})
