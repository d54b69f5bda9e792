import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Finding, marksOf } from './findings.ts'

const finding = (key: string, severity: Finding['severity'], start: number, end: number): Finding => ({
  key,
  rule: 'weekday',
  severity,
  at: { field: 'text', start, end },
  words: '',
  reason: { key: 'page.proof.weekday', params: {} },
  suggestion: null,
})

test('marks stand in their order, the louder of two in one place, none of what was let pass or of another field', () => {
  const answer = {
    language: 'en',
    text: null,
    findings: [finding('a', 'quiet', 20, 30), finding('b', 'loud', 25, 40), finding('c', 'loud', 0, 4)],
    misspellings: [
      { word: 'tset', at: { field: 'text' as const, start: 50, end: 54 }, suggestions: [] },
      { word: 'Wendesday', at: { field: 'text' as const, start: 26, end: 35 }, suggestions: [] },
    ],
  }
  assert.deepEqual(marksOf(answer, 'text', new Set(['c'])), [
    { start: 25, end: 40, tone: 'loud' },
    { start: 50, end: 54, tone: 'spelling' },
  ])
  assert.deepEqual(marksOf(answer, 'subject', new Set()), [])
})
