/** What was left unfinished, said twice, said in another language, or spelled unlike the directory. */
import { languageOf } from '../language.ts'
import {
  found,
  foundOfAll,
  type Passage,
  type Prepared,
  type ProofFinding,
  proofLanguages,
  type ProofLanguage,
  type Rule,
} from '../model.ts'
import { sentencesOf } from '../sentences.ts'
import { wordsOf } from '../words/index.ts'
import { names } from './names.ts'
import { placeholders } from './placeholders.ts'

export const wording: Rule = prepared => [
  ...subject(prepared),
  ...prepared.passages.flatMap(passage => [...placeholders(passage), ...doubles(passage), ...counts(passage)]),
  ...languages(prepared),
  ...recipientLanguage(prepared),
  ...names(prepared),
]

function subject({ question }: Prepared): ProofFinding[] {
  if (question.purpose !== 'mail' && question.purpose !== 'invitation') return []
  if (question.subject === null || question.subject.trim() !== '') return []
  return [foundOfAll({ rule: 'subject', severity: 'quiet' })]
}

function doubles(passage: Passage): ProofFinding[] {
  const twice = new RegExp(`^(?:${wordsOf[passage.language].twice})$`, 'iu')
  return [
    ...passage.text.matchAll(/(?<![\p{L}\p{N}'’-])(\p{L}+)([ \t]+|[ \t]*\n[ \t]*)\1(?![\p{L}\p{N}'’-])/giu),
  ].flatMap(match => {
    const [all, word] = match as unknown as [string, string]
    const second = all.slice(all.length - word.length)
    if (twice.test(word) || word.length < 2) return []
    // names of firms and places: Duran Duran, Baden Baden
    if (
      /^\p{Lu}/u.test(word) &&
      /^\p{Lu}/u.test(second) &&
      match.index > 0 &&
      !/[.!?:]\s*$/.test(passage.text.slice(0, match.index).trimEnd())
    )
      return []
    if (/\n/.test(match[2]!) && (/^\p{Lu}/u.test(second) || passage.text.slice(0, match.index).endsWith('\n')))
      return []
    if (/\t/.test(match[2]!)) return []
    return [
      found(passage, match.index, match.index + all.length, {
        rule: 'double',
        severity: 'quiet',
        data: { word },
        suggestion: word,
      }),
    ]
  })
}

/** `three points:` and then four of them. */
function counts(passage: Passage): ProofFinding[] {
  const { numbers } = wordsOf[passage.language]
  const index = (word: string) =>
    /^\d+$/.test(word) ? Number(word) : numbers.findIndex(one => new RegExp(`^(?:${one})$`, 'iu').test(word)) + 1
  const expression = new RegExp(
    `(?<![\\p{L}\\p{N}.,])(${numbers.slice(1).join('|')}|[2-9])\\s+(?:\\p{L}+\\s+){0,5}?\\p{L}+:[ \\t]*\\n((?:[ \\t]*(?:[-*•–]|\\d{1,2}[.)])[ \\t]+[^\\n]+(?:\\n|$))+)`,
    'giu',
  )
  // `two papers: the contract, the form and the receipt.`
  const inLine = new RegExp(
    `(?<![\\p{L}\\p{N}.,])(${numbers.slice(1).join('|')}|[2-9])\\s+\\p{L}+(?:\\s+\\p{L}+)?:[ \\t]+(\\p{L}[\\p{L} '’-]*(?:, [\\p{L} '’-]+)*,? (?:and|och|og|en|și|e) [\\p{L} '’-]+)(?=[.!\\n]|$)`,
    'giu',
  )
  const say = (match: RegExpExecArray, is: number) => {
    const said = index(match[1]!)
    const place = [match.index, match.index + match[1]!.length] as const
    return said > 1 && is > 1 && said !== is
      ? [found(passage, ...place, { rule: 'count', severity: 'quiet', data: { said, is } })]
      : []
  }
  return [
    ...[...passage.text.matchAll(expression)].flatMap(match => say(match, match[2]!.trim().split('\n').length)),
    ...[...passage.text.matchAll(inLine)].flatMap(match => say(match, namedIn(match[2]!))),
  ]
}

/** So many are named; where one of them is a pair itself, nobody knows. */
function namedIn(line: string): number {
  const ands = line.match(/(?<!\p{L})(?:and|och|og|en|și|e)(?!\p{L})/giu)?.length ?? 0
  return ands === 1 && line.split(/\s+/).length <= 24 ? line.split(/,? (?:and|och|og|en|și|e) |, /iu).length : 0
}

/** A sentence that is clearly of another language than the rest. */
function languages(prepared: Prepared): ProofFinding[] {
  if (!prepared.sure && prepared.question.language === null) return []
  const findings: ProofFinding[] = []
  for (const passage of prepared.passages) {
    for (const sentence of sentencesOf(passage.text)) {
      const of = languageOf(sentence.text)
      if (
        !of ||
        of.language === prepared.language ||
        of.words < 4 ||
        of.score < 1.6 ||
        of.ahead < 1.2 ||
        of.score / of.words < 0.25
      )
        continue
      const own = languageOf(sentence.text.replace(/["“”«»].*?["“”«»]/gu, ' '))
      if (own?.language !== of.language) continue
      findings.push(
        found(passage, sentence.start, sentence.start + sentence.text.length, {
          rule: 'language',
          severity: 'quiet',
          data: { language: of.language, main: prepared.language },
        }),
      )
    }
  }
  const closing = prepared.passages.slice(-3).flatMap(passage => {
    for (const language of proofLanguages) {
      if (language === prepared.language) continue
      const match = new RegExp(`(?<=^|\\n)[ \\t]*(${wordsOf[language].closing})(?=[ \\t,.!]*(?:\\n|$))`, 'iu').exec(
        passage.text,
      )
      if (!match || new RegExp(`^(?:${wordsOf[prepared.language].closing})$`, 'iu').test(match[1]!.trim())) continue
      if (
        findings.some(
          one => one.at!.start <= passage.offset + match.index && passage.offset + match.index < one.at!.end,
        )
      )
        continue
      return [
        found(passage, match.index, match.index + match[0].length, {
          rule: 'language',
          severity: 'quiet',
          data: { language, main: prepared.language },
        }),
      ]
    }
    return []
  })
  // a letter in two languages says everything twice, and means to
  if (bilingual(prepared)) return []
  return [...findings.slice(0, 5), ...closing.slice(0, 1)]
}

function bilingual(prepared: Prepared): boolean {
  const counts = new Map<ProofLanguage, number>()
  for (const passage of prepared.passages)
    counts.set(passage.language, (counts.get(passage.language) ?? 0) + passage.text.length)
  const [, second] = [...counts.values()].sort((a, b) => b - a)
  return second !== undefined && second > 0.35 * prepared.passages.reduce((all, one) => all + one.text.length, 0)
}

function recipientLanguage(prepared: Prepared): ProofFinding[] {
  if (!prepared.sure) return []
  const spoken = prepared.question.recipients.filter(
    one => one.role === 'to' && one.language && (proofLanguages as readonly string[]).includes(one.language),
  )
  if (spoken.length === 0 || spoken.some(one => one.language === prepared.language)) return []
  // Swedes and Norwegians read each other
  const near = (a: string, b: string) => (a === 'sv' && b === 'nb') || (a === 'nb' && b === 'sv')
  if (spoken.some(one => near(one.language!, prepared.language))) return []
  const [first] = spoken
  return [
    foundOfAll({
      rule: 'recipient-language',
      severity: 'quiet',
      data: {
        recipient: first!.knownName ?? first!.name ?? first!.email ?? '',
        language: first!.language!,
        main: prepared.language,
      },
    }),
  ]
}
