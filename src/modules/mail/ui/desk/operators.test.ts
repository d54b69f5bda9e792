import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asked, type OperatorWords } from './operators.ts'

const boxes = ['open', 'done', 'waiting']
const swedish: OperatorWords = {
  operator: name =>
    ({
      from: 'från',
      to: 'till',
      has: 'har',
      is: 'är',
      in: 'i',
      label: 'etikett',
      before: 'före',
      since: 'efter',
    })[name],
  attachment: 'bilaga',
  unread: 'oläst',
  flagged: 'flaggad',
  box: name => ({ open: 'Öppna', done: 'Klara', waiting: 'Besvarade' })[name] ?? name,
}
const ask = (typed: string) => asked(typed, boxes, swedish)

test('operators are understood in English and in one’s own language, with and without accents', () => {
  assert.deepEqual(ask('hyra från:anna har:bilaga'), { text: 'hyra', from: 'anna', attachments: true })
  assert.deepEqual(ask('fran:"Anna Nyman" is:unread'), { from: 'Anna Nyman', unread: true })
  assert.deepEqual(ask('to:bo@example.org i:klara in:done'), { to: 'bo@example.org', box: 'done' })
  assert.deepEqual(ask('before:2026-11-05 efter:2026-9'), { before: '2026-11-05', since: '2026-09-01' })
  assert.deepEqual(ask('after:2025 label:Hyra is:flaggad'), { since: '2025-01-01', label: 'Hyra', flagged: true })
})

test('what is not finished or says nothing asks for nothing; what is no operator is looked for as it stands', () => {
  assert.deepEqual(ask('hyra from:'), { text: 'hyra' })
  assert.deepEqual(ask('before:2026-02-31 has:x in:nowhere is:?'), {})
  assert.deepEqual(ask('https://example.org 10:15 Re: "två ord"'), { text: 'https://example.org 10:15 Re: "två ord"' })
  assert.deepEqual(ask(''), {})
})

test('anything typed gives words that can be asked', () => {
  fc.assert(
    fc.property(fc.string(), typed => {
      const { text } = ask(typed)
      assert.ok(text === undefined || (typeof text === 'string' && text.trim() === text && text.length <= typed.length))
    }),
  )
})
