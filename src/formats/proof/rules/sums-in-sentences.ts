/** A sentence that names parts and their sum. */
import { type Amount, amountsIn, written } from '../amounts.ts'
import type { Passage, ProofFinding } from '../model.ts'
import { sentenceAround } from '../sentences.ts'
import { anywhere, whole, wholeOf, wordsOf } from '../words/index.ts'
import { wrongly } from './wrongly.ts'

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
    const { result, parts, from } = summed(passage.text, money, within, sentence.from, cue)
    if (!result || parts.length < 2) return []
    const before = passage.text.slice(from, cue.index)
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
    return [wrongly(passage, result, 'sum', { said: written(result.hundredths), is: written(all) })]
  })
}
/** `… 6 840 in total` as well as `in total 6 840`; the parts may stand in the sentence right before. */
function summed(
  text: string,
  money: readonly Amount[],
  within: readonly Amount[],
  from: number,
  cue: RegExpExecArray,
): { readonly result: Amount | undefined; readonly parts: readonly Amount[]; readonly from: number } {
  const ahead = within.find(one => one.start >= cue.index + cue[0].length)
  if (!ahead) {
    const last = within.findLast(one => one.end <= cue.index)
    const isEnd = last && /^\s*$/.test(text.slice(last.end, cue.index))
    return { result: isEnd ? last : undefined, parts: within.filter(one => last && one.end <= last.start), from }
  }
  const parts = within.filter(one => one.end <= cue.index)
  // the sum begins a sentence of its own: what it is of stands in the one before, on the same line
  const opens = parts.length === 0 && cue.index - from < 4 && text.slice(0, from).trimEnd().length > 0
  if (!opens || /\n/.test(text.slice(text.slice(0, from).trimEnd().length, cue.index)))
    return { result: ahead, parts, from }
  const before = sentenceAround(text, from - 2, from - 1)
  const ends = before.from + before.text.length + 1
  return { result: ahead, parts: money.filter(one => one.start >= before.from && one.end <= ends), from: before.from }
}

const vatBefore = whole(
  anywhere(words => words.vat),
  'iu',
)
