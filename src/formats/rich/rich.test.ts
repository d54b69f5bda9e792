import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanRich } from './clean.ts'
import { docOfLines, type RichDoc } from './doc.ts'
import { fieldsIn, picturesIn, textOf } from './walk.ts'

const p = (...content: unknown[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, ...(marks.length ? { marks } : {}) })

test('what the editor writes stays; what nobody knows is refused, not repaired', () => {
  const file = '019aa000-0000-7000-8000-000000000001'
  const known = doc(
    { type: 'heading', attrs: { level: 2 }, content: [text('Title', { type: 'bold' })] },
    p(text('Dear '), { type: 'field', attrs: { name: 'recipient.name' } }, { type: 'hardBreak' }),
    { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [p(text('one'))] }] },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', attrs: { colspan: 1, rowspan: 1, colwidth: [120] }, content: [p(text('a'))] },
          ],
        },
      ],
    },
    { type: 'picture', attrs: { fileId: file, width: 300, height: 200, alt: 'Map' } },
    { type: 'pageBreak' },
  )
  const cleaned = cleanRich(known)
  assert.deepEqual(cleaned, known)
  assert.deepEqual(fieldsIn(cleaned as RichDoc), ['recipient.name'])
  assert.deepEqual(picturesIn(cleaned as RichDoc), [file])
  for (const bad of [
    doc({ type: 'script' }),
    doc(p({ type: 'iframe' })),
    doc(p(text('x', { type: 'comment' }))),
    doc({ type: 'picture', attrs: { fileId: 'https://elsewhere.example/a.png' } }),
    doc(p({ type: 'field', attrs: { name: 'x{y' } })),
    doc({ type: 'table', content: [p(text('x'))] }),
    { type: 'paragraph' },
    [],
    null,
  ])
    assert.equal(cleanRich(bad), null, JSON.stringify(bad))
})

test('addresses that run something are words; attributes and signs nobody knows are left out', () => {
  const link = (href: string) => ({ type: 'link', attrs: { href, target: '_blank', onclick: 'x()' } })
  assert.deepEqual(cleanRich(doc(p(text('a', link('javascript:alert(1)'))))), doc(p(text('a'))))
  const kept = cleanRich(doc(p(text('a\u0000\u0007', link('https://a.example/')))))
  assert.deepEqual(kept, doc(p(text('a', { type: 'link', attrs: { href: 'https://a.example/' } }))))
})

test('what is too deep or too large is refused before it is walked through', () => {
  let deep: unknown = p(text('x'))
  for (let n = 0; n < 5000; n++) deep = { type: 'blockquote', content: [deep] }
  assert.equal(cleanRich(doc(deep)), null)
  assert.equal(cleanRich(doc(...Array.from({ length: 30_000 }, () => p()))), null)
})

test('fields are filled where something is known, and stay visible where nothing is', () => {
  const letter = docOfLines('{recipient.salutation}', 'We owe you {ask.Amount}.')
  const values = new Map([['recipient.salutation', 'Hej Karin,']])
  assert.equal(
    textOf(letter, name => values.get(name)),
    'Hej Karin,\nWe owe you {Amount}.',
  )
})

test('whatever is sent, cleaning never throws, and what is clean stays as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), value => {
      const once = cleanRich({ type: 'doc', content: [value] })
      if (once) assert.deepEqual(cleanRich(once), once)
    }),
    { numRuns: 300 },
  )
})
