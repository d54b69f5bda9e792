import { isClear, languageOf } from './language.ts'
import type { Passage, Prepared, ProofLanguage, ProofQuestion } from './model.ts'
import { ownWords } from './plain.ts'

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
  const whole = languageOf(own)
  const language: ProofLanguage =
    question.language ?? (whole && whole.score >= 1 ? whole.language : question.officeLanguage)
  const passages: Passage[] = paragraphsOf(own).map(({ offset, text }) => {
    const found = languageOf(text)
    return { field: 'text', offset, text, language: isClear(found) ? found.language : language }
  })
  if (question.subject?.trim()) {
    const found = languageOf(question.subject)
    passages.unshift({
      field: 'subject',
      offset: 0,
      text: question.subject,
      language: isClear(found) ? found.language : language,
    })
  }
  return { question, language, sure: isClear(whole), passages, own }
}
