/** Whom a text greets, and whether that is whom it goes to. */
import { found, type Passage, type Prepared, type ProofFinding, type ProofRecipient } from '../model.ts'
import { apart, folded } from '../near.ts'
import { lettered, wholeOf, wordsOf } from '../words/index.ts'
import { domainOf, isPerson, localOf, shown, tokens } from './addresses.ts'
import { mayBe } from './short-names.ts'

interface Greeted {
  readonly passage: Passage
  readonly start: number
  readonly words: string
  readonly names: readonly string[]
}

/** Whom the first lines greet, by name. */
function greeted(prepared: Prepared): Greeted | null {
  for (const passage of prepared.passages.filter(one => one.field === 'text').slice(0, 3)) {
    const words = wordsOf[passage.language]
    const name = `[\\p{Lu}][\\p{L}'’.-]*`
    const expression = new RegExp(
      `^[ \\t]*(?:${caseless(words.greeting)}|${caseless('hi|hello|dear|hey')})[ ,]+((?:(?:${caseless(words.titles)})\\.?\\s+)*)((?:${name})(?:(?:\\s+(?:och|og|and|en|și|e|&|van|de|der|den|von|da|dos|do|di|la|af)|\\s*,)?\\s+(?:${name})){0,6})\\s*(?:[,!.:–-]|$)`,
      'mu',
    )
    const match = expression.exec(passage.text)
    if (!match) continue
    const who = match[2]!
    const people = tokens(who).filter(
      one =>
        !new RegExp(
          `^(?:${caseless(words.everybody)}|${caseless(words.titles)}|och|og|and|van|der|den|de|von|dos|da|do)$`,
          'iu',
        ).test(one),
    )
    const everybody = wholeOf(passage.language, 'everybody', () => words.everybody)
    if (people.length === 0 || everybody.test(who.split(/\s+/)[0] ?? '')) return null
    const start = match.index + match[0].indexOf(who, match[0].length - who.length - 2 < 0 ? 0 : 0)
    return { passage, start, words: who, names: people }
  }
  return null
}

/** Letters of either case, in an expression that otherwise minds them. */
const caseless = (body: string): string =>
  lettered(body).replace(
    /(\\[pP]\{\w+\}|\\.)|\[([^\]]*)\]|(\p{L})/gu,
    (_whole, kept: string | undefined, letters: string | undefined, letter: string | undefined) =>
      kept ?? `[${bothCases(letters ?? letter!)}]`,
  )
const bothCases = (letters: string): string =>
  /\\/.test(letters) ? letters : [...new Set([...letters.toLowerCase(), ...letters.toUpperCase()])].join('')

export function wrongGreeting(prepared: Prepared): ProofFinding[] {
  const { recipients } = prepared.question
  const persons = recipients.filter(one => one.role === 'to' && isPerson(one))
  if (persons.length === 0 || persons.length < recipients.filter(one => one.role === 'to').length) return []
  const who = greeted(prepared)
  if (!who) return []
  const all = recipients.flatMap(one => [
    ...tokens(one.knownName ?? ''),
    ...tokens(one.name ?? ''),
    ...tokens(one.email ? localOf(one.email) : ''),
    ...tokens(one.email ? domainOf(one.email) : ''),
  ])
  if (who.names.some(name => all.some(token => mayBe(name, token)))) return misspelt(who, persons)
  const place = { start: who.start, end: who.start + who.words.length }
  const nearest = persons
    .flatMap(one => tokens(one.knownName ?? one.name ?? ''))
    .find(token => who.names.some(name => token.length >= 4 && apart(name, token) <= (token.length > 6 ? 2 : 1)))
  if (nearest) {
    const right = persons
      .flatMap(one => (one.knownName ?? one.name ?? '').match(/[\p{L}'’-]+/gu) ?? [])
      .find(part => folded(part) === nearest)
    return [
      found(who.passage, place.start, place.end, {
        rule: 'name',
        severity: 'quiet',
        data: { name: right ?? nearest },
        suggestion: right ?? null,
      }),
    ]
  }
  // initials alone, as in `ab@…`, may be anybody's
  if (persons.every(one => !(one.knownName ?? one.name))) {
    if (persons.some(one => localOf(one.email ?? '').length < 4)) return []
  }
  return [
    found(who.passage, place.start, place.end, {
      rule: 'greeting',
      severity: 'loud',
      data: { greeted: who.words, recipient: persons.map(shown).join(', ') },
    }),
  ]
}

/** `Hej Brigitta` to Birgitta, where her surname is right. */
function misspelt(who: Greeted, persons: readonly ProofRecipient[]): ProofFinding[] {
  const parts = who.words.match(/[\p{L}'’-]{3,}/gu) ?? []
  const known = persons.flatMap(one => `${one.knownName ?? one.name ?? ''}`.match(/[\p{L}'’-]{2,}/gu) ?? [])
  let from = 0
  return parts.flatMap(part => {
    const at = who.words.indexOf(part, from)
    from = at + part.length
    if (
      known.some(
        one =>
          one.toLowerCase() === part.toLowerCase() ||
          (mayBe(folded(part), folded(one)) && folded(one) !== folded(part)),
      )
    )
      return []
    const near = known.find(
      one => one.length >= 3 && apart(part.toLowerCase(), one.toLowerCase()) <= (one.length > 6 ? 2 : 1),
    )
    return near
      ? [
          found(who.passage, who.start + at, who.start + at + part.length, {
            rule: 'name',
            severity: 'quiet',
            data: { name: near },
            suggestion: near,
          }),
        ]
      : []
  })
}
