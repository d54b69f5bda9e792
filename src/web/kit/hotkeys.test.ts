import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activeHotkeys, addHotkeys, find, type Hotkey, keyParts, matches, type Stroke } from './hotkeys.ts'

const stroke = (key: string, held: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const hotkey = (keys: string, label = keys): Hotkey => ({ keys, label, run: () => {} })

test('a stroke is the one written, with just what is held', () => {
  assert.ok(matches('j', stroke('j')))
  assert.ok(!matches('j', stroke('j', { ctrlKey: true })))
  assert.ok(matches('mod+k', stroke('k', { ctrlKey: true })))
  assert.ok(matches('mod+enter', stroke('Enter', { ctrlKey: true })))
  assert.ok(matches('shift+x', stroke('X', { shiftKey: true })))
  assert.ok(!matches('x', stroke('X', { shiftKey: true })))
  assert.ok(matches('esc', stroke('Escape')))
})

test('a sign is itself, however the keyboard makes it', () => {
  assert.ok(matches('?', stroke('?', { shiftKey: true })))
  assert.ok(matches('/', stroke('/', { shiftKey: true })))
  assert.ok(matches('+', stroke('+')))
})

test('the newest part wins', () => {
  const [older, newer] = [hotkey('e', 'edit'), hotkey('e', 'complete')]
  assert.equal(find([[older], [newer]], stroke('e'), null), newer)
})

test('two strokes wait for the second', () => {
  const [desk, other] = [hotkey('g d'), hotkey('d')]
  assert.equal(find([[desk, other]], stroke('g'), null), 'first')
  assert.equal(find([[desk, other]], stroke('d'), 'g'), desk)
  assert.equal(find([[desk, other]], stroke('d'), null), other)
  assert.equal(find([[desk, other]], stroke('x'), 'g'), null)
})

test('help lists each key once, the newest meaning', () => {
  const window = globalThis as unknown as { window?: object }
  window.window = { addEventListener: () => {}, removeEventListener: () => {} }
  const removeFirst = addHotkeys([hotkey('e', 'edit'), hotkey('j', 'next')])
  const removeSecond = addHotkeys([hotkey('e', 'complete'), { ...hotkey('k', 'hidden'), silent: true }])
  assert.deepEqual(
    activeHotkeys().map(({ label }) => label),
    ['complete', 'next'],
  )
  removeSecond()
  assert.deepEqual(
    activeHotkeys().map(({ label }) => label),
    ['edit', 'next'],
  )
  removeFirst()
  assert.deepEqual(activeHotkeys(), [])
})

test('keys are printed as they stand on the keyboard', () => {
  assert.deepEqual(keyParts('mod+k'), ['Ctrl', 'K'])
  assert.deepEqual(keyParts('g d'), ['g', 'd'])
  assert.deepEqual(keyParts('enter'), ['Enter'])
})
