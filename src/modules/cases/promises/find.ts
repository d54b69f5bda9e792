/** Finds promises in what somebody wrote: sentences in which they, or somebody they name, will do a thing by a day. */
import { type Language, languages } from '../../../kernel/language/catalogue.ts'
import { dayIn } from './days.ts'
import { plainLetters } from './letters.ts'
import { promiseWords } from './words.ts'

export interface FoundPromise {
  /** Where the words begin in the text. */
  readonly place: number
  readonly words: string
  /** Who promised, where the sentence names somebody; null is whoever wrote it. */
  readonly who: string | null
  readonly on: Temporal.PlainDate
}

export interface PromiseReading {
  /** Left out: each of the six is tried. */
  readonly language?: Language | undefined
  /** The day on which it was written. */
  readonly today: Temporal.PlainDate
  readonly isWorkday: (on: Temporal.PlainDate) => boolean
}

/** No text is read further than this. */
const mostCharacters = 20_000
const mostPromises = 50
const longest = 600

interface Sentence {
  readonly place: number
  readonly text: string
  readonly asks: boolean
}

/** A sentence ends at its mark before a capital, at an empty line or a line of a list; "27.11. kl. 14" ends none. */
const ends = /[.!?…]+(?=\s+[\p{Lu}"“„«–-]|\s*$)|\n\s*\n|\n(?=\s*[-–•*>]|\s*\p{Lu})/gu

function sentencesIn(text: string): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  const take = (until: number, mark: string) => {
    const raw = text.slice(from, until)
    const lead = raw.length - raw.trimStart().length
    const words = raw.trim()
    // what is quoted was said by somebody else, and was found there
    if (words && words.length <= longest && !words.startsWith('>'))
      found.push({ place: from + lead, text: words, asks: mark.includes('?') })
    from = until + mark.length
  }
  for (const end of text.matchAll(ends)) take(end.index, end[0])
  take(text.length, '')
  return found
}

const holds = (pattern: RegExp, text: string): boolean => {
  pattern.lastIndex = 0
  return pattern.test(text)
}

const name = /^[-–•*\s]*(\p{Lu}[\p{Ll}]+(?:[ -]\p{Lu}[\p{Ll}]+)?)[:\s]/u

/** Whoever writes, or whom they write to, is no name. */
const pronouns =
  /^(?:I|We|You|It|They|Vi|Jag|Ni|Du|Det|De|Jeg|Dere|Ik|Wij|U|Je|Het|Eu|Noi|Dumneavoastră|Nós|Isto|Isso|Den|Dit|Dat|Han|Hon|Hun|He|She)$/u

/** A sentence of minutes that begins with a name: "Johan skickar ritningen på fredag". */
function namedIn(sentence: string, plain: string, language: Language): string | null {
  const said = name.exec(sentence)?.[1]
  if (!said || pronouns.test(said)) return null
  const behind = plain
    .slice(sentence.indexOf(said) + said.length)
    .trimStart()
    .replace(/^:\s*/, '')
  const { does } = promiseWords[language]
  does.lastIndex = 0
  return does.exec(behind)?.index === 0 ? said : null
}

function readSentence(
  sentence: Sentence,
  language: Language,
  { today, isWorkday }: PromiseReading,
): FoundPromise | null {
  const plain = plainLetters(sentence.text)
  const { says, not } = promiseWords[language]
  const who = namedIn(sentence.text, plain, language)
  if (!who && !holds(says, plain)) return null
  if (holds(not, plain)) return null
  const on = dayIn(plain, language, today, isWorkday)
  return on && { place: sentence.place, words: sentence.text, who, on }
}

/** Promises with a day, in the order of the text. */
export function findPromisesIn(text: string, reading: PromiseReading): FoundPromise[] {
  const tried = reading.language ? [reading.language] : languages
  const found: FoundPromise[] = []
  for (const sentence of sentencesIn(text.slice(0, mostCharacters))) {
    if (sentence.asks || found.length >= mostPromises) continue
    for (const language of tried) {
      const promise = readSentence(sentence, language, reading)
      if (!promise) continue
      found.push(promise)
      break
    }
  }
  return found
}
