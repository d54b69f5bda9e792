import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classify, type Example, fewestExamples, wordsOf } from './classify.ts'
import { chance, own, paperOf, usual } from './made-papers-for-tests.ts'

const examplesEach = 5
const papersEach = 20

interface Score {
  right: number
  wrong: number
  silent: number
}

/** One office in one language: what it was shown, and how it does on papers it has not seen. */
function tried(language: string, seed: number): Score {
  const draw = chance(seed)
  const [mine, others] = [Object.entries(own[language]!), Object.entries(usual[language]!)]
  const phrases = [...mine, ...others].flatMap(([, said]) => said.split('|').slice(1))
  const examples: Example[] = [
    ...mine.flatMap(([kind, said]) =>
      Array.from({ length: examplesEach }, () => ({ kind, words: wordsOf(paperOf(said, draw, phrases)) })),
    ),
    ...others.flatMap(([, said]) =>
      Array.from({ length: 8 }, () => ({ kind: null, words: wordsOf(paperOf(said, draw, phrases)) })),
    ),
  ]
  const score = { right: 0, wrong: 0, silent: 0 }
  for (const [kind, said] of [...mine, ...others.map(([, text]) => [null, text] as const)])
    for (let n = 0; n < papersEach; n += 1) {
      const found = classify(paperOf(said, draw, phrases), examples)
      if (found === null) score.silent += kind === null ? 0 : 1
      else if (found === kind) score.right += 1
      else score.wrong += 1
    }
  return score
}

test('six kinds of an office’s own in six languages, five examples each: nearly every proposal is right', t => {
  const total = { right: 0, wrong: 0, silent: 0 }
  const seed = Number(process.env['SEED'] ?? 20261122)
  for (const [at, language] of Object.keys(own).entries()) {
    const score = tried(language, seed + at)
    for (const key of ['right', 'wrong', 'silent'] as const) total[key] += score[key]
  }
  const precision = total.right / (total.right + total.wrong)
  const recall = total.right / (36 * papersEach)
  t.diagnostic(
    `precision ${(100 * precision).toFixed(1)} %, recall ${(100 * recall).toFixed(1)} % of ${36 * papersEach} papers (seed ${seed})`,
  )
  assert.ok(precision >= 0.98, `precision ${precision} (seed ${seed})`)
  assert.ok(recall >= 0.6, `recall ${recall} (seed ${seed})`)
})

test('too few examples, too few words, nothing alike: it says nothing', () => {
  const draw = chance(1)
  const said = own['sv']!['besiktning']!
  const few = Array.from({ length: fewestExamples - 1 }, () => ({ kind: 'a', words: wordsOf(paperOf(said, draw)) }))
  assert.equal(classify(paperOf(said, draw), few), null)
  const enough = [...few, ...few]
  assert.equal(classify('', enough), null)
  assert.equal(classify('Helt andra ord som ingen handling här någonsin har innehållit förut', enough), null)
})
