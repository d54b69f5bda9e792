/** What a colleague is written when a bill is asked about, in their language. */
import { type Language, translate } from '../../../kernel/language/catalogue.ts'
import { linkMark } from '../../../kernel/outside/link.ts'
import { catalogues } from '../words.ts'

export interface Asking {
  readonly name: string
  readonly supplier: string
  readonly number: string
  readonly total: string
  readonly question: string
  readonly from: string
  readonly office: string
  /** What is confidential is told on the page alone. */
  readonly isQuiet: boolean
}

/** Subject and body; the body holds `linkMark` where the link goes. */
export function writeQuestion(language: Language, asking: Asking): { subject: string; body: string } {
  const words = catalogues[language]
  const say = (key: keyof typeof words, params: Record<string, string> = {}) => translate(words[key], params, language)
  const { name, supplier, number, total, question, from, office, isQuiet } = asking
  const about = { supplier, number, total, office }
  return {
    subject: say(isQuiet ? 'letter.question.subject-quiet' : 'letter.question.subject', about).slice(0, 200),
    body: [
      say('letter.question.greeting', { name }),
      say(isQuiet ? 'letter.question.asks-quietly' : 'letter.question.asks', about),
      ...(question.trim() && !isQuiet ? [question.trim()] : []),
      `${say('letter.question.where')}\n${linkMark}`,
      `${say('letter.question.regards')}\n${from}\n${office}`,
    ].join('\n\n'),
  }
}
