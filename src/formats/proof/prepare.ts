import { isClear, languageOf } from './language.ts'
import type { Passage, Prepared, ProofLanguage, ProofQuestion } from './model.ts'
import { ownWords } from './plain.ts'
import { sentencesOf } from './sentences.ts'

/** Cuts a text at its empty lines; each part at its place. */
export function paragraphsOf(text: string): { readonly offset: number; readonly text: string }[] {
  const parts: { offset: number; text: string }[] = []
  const gap = /\n[ \t]*\n\s*/g
  let from = 0
  for (let match = gap.exec(text); ; match = gap.exec(text)) {
    const until = match?.index ?? text.length
    if (text.slice(from, until).trim()) parts.push({ offset: from, text: text.slice(from, until) })
    if (!match) return parts
    from = gap.lastIndex
  }
}

/** What every rule looks at: the writer's own words, in passages that know their language. */
export function prepare(question: ProofQuestion): Prepared {
  const own = ownWords(question.text)
  const whole = languageOf(own, [question.officeLanguage])
  const voted = majority(own, question.officeLanguage)
  const language: ProofLanguage = question.language ?? voted?.language ?? question.officeLanguage
  const inOne = (field: Passage['field'], offset: number, text: string): Passage => {
    const found = languageOf(text)
    return { field, offset, text, language: isClear(found) ? found.language : language }
  }
  const passages = paragraphsOf(own).map(({ offset, text }) => inOne('text', offset, text))
  if (question.subject?.trim()) passages.unshift(inOne('subject', 0, question.subject))
  const clear = isClear(whole) ? whole.language : null
  const sure = question.language !== null || clear === language || (voted?.sure ?? false)
  return { question, language, sure, passages, own }
}

/** The language of most sentences, by their length: one foreign sentence does not turn a letter. */
function majority(
  own: string,
  office: ProofLanguage,
): { readonly language: ProofLanguage; readonly sure: boolean } | null {
  const votes = new Map<ProofLanguage, number>()
  for (const { text } of sentencesOf(own)) {
    const found = languageOf(text, [office])
    if (found && found.score >= 1) votes.set(found.language, (votes.get(found.language) ?? 0) + text.length)
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  if (!first) return null
  return { language: first[0], sure: first[1] >= 60 && first[1] >= 1.1 * (second?.[1] ?? 0) }
}
