import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changed, confirmed, inserted, type Line, merged, type Sheet, trying, unsent, without } from './lines.ts'

type Step = readonly ['type' | 'new' | 'remove' | 'send' | 'lose' | 'other', number, string]

/** Two people write through one server, answers are lost, and afterwards everybody has what everybody typed. */
test('whatever is typed, sent twice, lost on the way or written by another: nothing is lost, nothing doubled', () => {
  const step = fc.tuple(
    fc.constantFrom('type', 'new', 'remove', 'send', 'lose', 'other'),
    fc.nat({ max: 30 }),
    fc.string({ maxLength: 5 }),
  ) as fc.Arbitrary<Step>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      let server = new Map<string, Line>()
      let sheet: Sheet = { lines: [], kept: new Map(), tried: new Set() }
      const wanted = new Map<string, string>()
      let made = 0
      for (const [what, n, typed] of steps) {
        const line = sheet.lines[n % Math.max(1, sheet.lines.length)]
        if (what === 'new') {
          const lineId = `mine-${made++}`
          sheet = { ...sheet, lines: inserted(sheet.lines, { lineId, itemId: null, after: line?.lineId ?? null }) }
        } else if (what === 'type' && line) {
          const text = `${typed}.`
          sheet = { ...sheet, lines: changed(sheet.lines, line.lineId, text) }
          wanted.set(line.lineId, text)
        } else if (what === 'remove' && line) {
          sheet = { ...sheet, lines: without(sheet.lines, line.lineId) }
          wanted.delete(line.lineId)
        } else if (what === 'other') {
          const lineId = `other-${made++}`
          server = new Map(server).set(lineId, { lineId, itemId: null, position: n, typed: 'theirs' })
          wanted.set(lineId, 'theirs')
          sheet = merged(sheet, [...server.values()])
        } else {
          const sent = unsent(sheet)
          sheet = trying(sheet, sent.lines)
          for (const one of sent.lines) server.set(one.lineId, one)
          for (const id of sent.removed) server.delete(id)
          if (what === 'send') sheet = merged(confirmed(sheet, sent.lines, sent.removed), [...server.values()])
        }
      }
      const last = unsent(sheet)
      for (const one of last.lines) server.set(one.lineId, one)
      for (const id of last.removed) server.delete(id)
      const kept = [...server.values()].filter(one => one.typed !== '')
      assert.deepEqual(new Map(kept.map(one => [one.lineId, one.typed])), wanted)
      const places = sheet.lines.map(one => one.position)
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      )
    }),
    { numRuns: 300 },
  )
})

test('between any two lines there is room for five hundred', () => {
  let lines: Line[] = inserted([], { lineId: '0', itemId: null, after: null })
  for (let n = 1; n < 500; n++) lines = inserted(lines, { lineId: String(n), itemId: null, after: '0' })
  assert.equal(new Set(lines.map(line => line.position)).size, 500)
  assert.deepEqual(
    lines.slice(0, 3).map(line => line.lineId),
    ['0', '499', '498'],
  )
})
