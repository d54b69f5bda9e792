/** A sentence that names parts and their sum. */
import { amountsIn, written } from '../amounts.ts'
import { found, type Passage, type ProofFinding } from '../model.ts'
import { sentenceAround } from '../sentences.ts'
import { anywhere, whole, wholeOf, wordsOf } from '../words/index.ts'

const inTotal = whole(anywhere(words => words.inTotal))
const ofWhich = whole(
  anywhere(words => words.ofWhich),
  'iu',
)

/** A sentence that names its parts and their sum. */
export function inline(passage: Passage): ProofFinding[] {
  const money = amountsIn(passage.text).filter(amount => amount.money)
  const seen = new Set<number>()
  return [...passage.text.matchAll(inTotal)].flatMap(cue => {
    const sentence = sentenceAround(passage.text, cue.index, cue.index + cue[0].length)
    if (
      seen.has(sentence.from) ||
      passage.text.slice(sentence.from, sentence.from + sentence.text.length).includes('=')
    )
      return []
    const within = money.filter(
      one => one.start >= sentence.from && one.end <= sentence.from + sentence.text.length + 1,
    )
    const result = within.find(one => one.start >= cue.index + cue[0].length)
    if (!result) return []
    const parts = within.filter(one => one.end <= cue.index)
    if (parts.length < 2) return []
    const before = passage.text.slice(sentence.from, cue.index)
    const plain = before.replace(/\b(?:for|för|voor|pentru|para)\b/giu, '')
    if (
      wholeOf(passage.language, 'no sum', () => wordsOf[passage.language].noSum).test(plain) ||
      /\d\s*(?:st|x|×)\b/iu.test(plain)
    )
      return []
    seen.add(sentence.from)
    const taxes = parts.filter(one => vatBefore.test(passage.text.slice(Math.max(0, one.start - 24), one.start)))
    const all = parts.reduce((sum, one) => sum + one.hundredths, 0)
    const ways = [all, all - taxes.reduce((sum, one) => sum + one.hundredths, 0)]
    const after = within.find(one => one.start > result.end)
    if (after && !ofWhich.test(passage.text.slice(result.end, after.start))) ways.push(all + after.hundredths)
    const tolerance = result.decimals || !parts.some(one => one.decimals) ? 0 : 99
    if (ways.some(way => Math.abs(way - result.hundredths) <= tolerance)) return []
    return [
      found(passage, result.start, result.end, {
        rule: 'sum',
        severity: 'loud',
        data: { said: written(result.hundredths), is: written(all) },
        suggestion: written(all),
      }),
    ]
  })
}
const vatBefore = whole(
  anywhere(words => words.vat),
  'iu',
)
