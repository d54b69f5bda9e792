/** The text says that something comes with it, and nothing does. */
import { found, type Rule } from '../model.ts'
import { lettered, wordsOf } from '../words/index.ts'
import { sentenceAround } from '../sentences.ts'

const kept = new Map<string, { readonly says: readonly RegExp[]; readonly not: readonly RegExp[] }>()

function expressions(language: keyof typeof wordsOf) {
  const known = kept.get(language)
  if (known) return known
  const words = wordsOf[language]
  const made = {
    says: words.attached.map(one => new RegExp(`(?<![\\p{L}\\p{N}])(?:${lettered(one)})`, 'giu')),
    not: words.notAttached.map(one => new RegExp(`(?<![\\p{L}\\p{N}])(?:${lettered(one)})`, 'iu')),
  }
  kept.set(language, made)
  return made
}

export const attachments: Rule = prepared => {
  if (prepared.question.attachments.length > 0 || prepared.question.purpose === 'letter') return []
  for (const passage of prepared.passages) {
    const { says, not } = expressions(passage.language)
    for (const say of says)
      for (const match of passage.text.matchAll(say)) {
        const sentence = sentenceAround(passage.text, match.index, match.index + match[0].length)
        if (
          not.some(one => one.test(sentence.text)) ||
          /\?\s*$/.test(passage.text.slice(sentence.from, sentence.from + sentence.text.length + 1))
        )
          continue
        // a link in its place is enough
        if (/https?:\/\//.test(sentence.text)) continue
        const end = match.index + match[0].trimEnd().length
        return [found(passage, match.index, end, { rule: 'attachment', severity: 'loud' })]
      }
  }
  return []
}
