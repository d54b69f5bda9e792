import type { ProofLanguage } from '../model.ts'
import { en } from './en.ts'
import type { ProofWords } from './model.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'

export const wordsOf: Readonly<Record<ProofLanguage, ProofWords>> = { en, sv, nb, nl, ro, pt }

/** Letters and figures of any language: what a word is made of. */
const wordly = '\\p{L}\\p{N}'

/** A word's edge; `\\b` knows of no letter outside English. */
const edge = `(?:(?<=[${wordly}])(?![${wordly}])|(?<![${wordly}])(?=[${wordly}]))`

/** `\\w` and `\\b` as every language has them. */
export const lettered = (body: string): string => body.replaceAll('\\w', '\\p{L}').replaceAll('\\b', edge)

/** An expression that matches `body` as whole words only, whatever their letters. */
export const whole = (body: string, flags = 'giu'): RegExp =>
  new RegExp(`(?<![${wordly}])(?:${lettered(body)})(?![${wordly}])`, flags)

const kept = new Map<string, RegExp>()
/** As `whole`, made once for each language and name. */
export function wholeOf(language: ProofLanguage, name: string, body: () => string): RegExp {
  const key = `${language} ${name}`
  let expression = kept.get(key)
  if (!expression) kept.set(key, (expression = whole(body())))
  expression.lastIndex = 0
  return expression
}

/** Every language's words for one thing. */
export const anywhere = (pick: (words: ProofWords) => string): string =>
  Object.values(wordsOf)
    .map(words => pick(words))
    .join('|')
