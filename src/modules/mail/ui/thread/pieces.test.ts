import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pieces } from './pieces.ts'

test('addresses become links, the rest stays as it was written', () => {
  assert.deepEqual(pieces('See https://example.org/a?b=1. Or (info@example.org), javascript:alert(1)'), [
    { text: 'See ' },
    { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
    { text: '. Or (' },
    { text: 'info@example.org', href: 'mailto:info@example.org' },
    { text: '), javascript:alert(1)' },
  ])
  fc.assert(
    fc.property(fc.string(), text => {
      const all = pieces(text)
      assert.equal(all.map(piece => piece.text).join(''), text)
      assert.ok(all.every(({ href }) => !href || /^(https?:|mailto:)/.test(href)))
    }),
  )
})
