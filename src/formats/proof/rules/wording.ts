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
import { apart, folded } from '../near.ts'
import { sentencesOf } from '../sentences.ts'
import { lettered, wholeOf, wordsOf } from '../words/index.ts'

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

/** In brackets stand also remarks that are meant to be there. */
const meant =
  /^(?:sic|\.\.\.|…|\d.*|[ivxlc]+|image.*|cid:.*|bild.*|bilde.*|foto.*|imagine.*|imagem.*|afbeelding.*|ext|extern.*|external.*|spam.*|x|✓|\p{Lu}|\p{L}|pdf|docx?|en|sv|nb|nl|ro|pt|utkast|draft|kladd|concept|ciornă|rascunho|url|link|lenke|länk|[\p{L}-]+\d+.*|.*\d{4}.*|ja|nej|nei|yes|no|da|nu|sim|não|red\.?|min|vår|our|my|onze|n\.?red\.?|redacted|sladdet|maskad|cc|bcc)$/iu

function placeholders(passage: Passage): ProofFinding[] {
  const { text } = passage
  const places: [number, number][] = []
  const add = (start: number, length: number) => {
    if (!places.some(([from, until]) => start < until && from < start + length)) places.push([start, start + length])
  }
  const all = (expression: RegExp, fits: (match: RegExpExecArray) => boolean = () => true) => {
    for (const match of text.matchAll(expression)) if (fits(match)) add(match.index, match[0].length)
  }
  all(/\{\{?[^{}\n]{1,60}\}\}?/g)
  all(/\[{1,2}([^[\]\n]{1,60})\]{1,2}(?!\()/g, match => !meant.test(match[1]!.trim()) && /\p{L}{2}/u.test(match[1]!))
  all(
    /[«‹]([^»›\n]{1,40})[»›]/g,
    match => /^[\p{L}_]+(?:[ _-][\p{L}_]+)?$/u.test(match[1]!.trim()) && field.test(match[1]!.trim()),
  )
  all(
    /<{1,2}\s*([\p{L}_][\p{L}\p{N}_ -]{1,40})\s*>{1,2}/gu,
    match => !/^(?:b|i|p|br|div|span|strong|em|ul|li|a)$/i.test(match[1]!),
  )
  all(/(?<![\p{L}\p{N}])%[A-ZÅÄÖ_]{3,30}%(?![\p{L}\p{N}])/gu)
  all(
    /(?<![\p{L}\p{N}])\$\{?[A-Za-z_]{4,30}\}?(?![\p{L}\p{N}])/gu,
    match => /[{_]/.test(match[0]) || /^\$[a-z]/.test(match[0]),
  )
  all(
    /(?<![\p{L}\p{N}])(?:X{3,}|x{3,}|X{2,}(?=[ .:/-]X{2})|x{2,}(?=[ .:/-]x{2}))(?:[ .:/-]?[Xx]{2,})*(?![\p{L}\p{N}])/gu,
    match => !/^X{3}(?:I|V|L)/u.test(match[0]),
  )
  all(
    /(?<![\p{L}\p{N}])(?:[Nn]{2,3}|[Dd]{2}|[Yy]{4}|[Åå]{4}|[Mm]{2})[-./ ](?:[Mm]{2}|[Dd]{2})[-./ ](?:[Dd]{2}|[Yy]{4}|[Åå]{4}|[Jj]{4}|[Aa]{4})(?![\p{L}\p{N}])/gu,
  )
  all(/(?<![\p{L}\p{N}])(?:DD|YYYY|ÅÅÅÅ|JJJJ|AAAA)[-./](?:MM)[-./]?(?:DD|YYYY|ÅÅÅÅ|JJJJ|AAAA)?(?![\p{L}\p{N}])/gu)
  all(/(?<![\p{L}\p{N}])(?:TODO|FIXME|TBD|TBA|TBC|N\.?N\.?B|NTB)(?![\p{L}\p{N}])/gu)
  all(/lorem ipsum|dolor sit amet/giu)
  all(/\?{3,}/g, match => !/[!\p{L}]$/u.test(text.slice(Math.max(0, match.index - 1), match.index)))
  // a line to be signed stands alone; within a sentence it waits to be filled
  all(/_{3,}|(?:\.\s?){6,}|…{3,}/g, match => {
    const line = text.slice(
      text.lastIndexOf('\n', match.index) + 1,
      (text.indexOf('\n', match.index) + 1 || text.length + 1) - 1,
    )
    const behind = line.slice(line.indexOf(match[0]) + match[0].length).trim()
    return (
      /\p{L}{2}.*\s/u.test(line.slice(0, line.indexOf(match[0]))) &&
      /\p{L}{3}/u.test(behind) &&
      !/\.{6,}\s*[\d\p{Sc}]/u.test(line)
    )
  })
  const words = wordsOf[passage.language]
  const filled = wholeOf(passage.language, 'fill in', () => words.fillIn.join('|'))
  all(new RegExp(`[([<{«*]\\s*(?:${lettered(words.fillIn.join('|'))})[^\\n]{0,30}?[)\\]>}»*]`, 'giu'))
  all(
    filled,
    match =>
      /^\s*$/.test(text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)) &&
      /^[\s.:]*$/.test(
        text.slice(match.index + match[0].length, (text.indexOf('\n', match.index) + 1 || text.length + 1) - 1),
      ),
  )
  return places.map(([start, end]) => found(passage, start, end, { rule: 'placeholder', severity: 'loud' }))
}

const field =
  /^(?:.*(?:name|namn|navn|naam|nume|nome|date|datum|dato|data|adress|adresse|adres|adresă|address|morada|endereço|företag|firma|bedrijf|company|empresa|kund|kunde|klant|client|cliente|belopp|beløp|bedrag|sumă|suma|montante|valor|amount|title|titel|tittel|titlu|título|first|last|förnamn|efternamn|fornavn|etternavn|voornaam|achternaam|prenume|apelido|nr|nummer|number|număr|número|mottagare|mottaker|ontvanger|destinatar|destinatário|recipient|ort|sted|plaats|city|telefon|email|e-post|avsändare|sender|fält|felt|veld|câmp|campo|text|tekst))$/iu

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
    `(?<![\\p{L}\\p{N}.,])(${numbers.slice(1).join('|')}|[2-9])\\s+(?:\\p{L}+\\s+){1,5}?\\p{L}+:[ \\t]*\\n((?:[ \\t]*(?:[-*•–]|\\d{1,2}[.)])[ \\t]+[^\\n]+(?:\\n|$))+)`,
    'giu',
  )
  return [...passage.text.matchAll(expression)].flatMap(match => {
    const said = index(match[1]!)
    const is = match[2]!.trim().split('\n').length
    return said > 1 && is > 1 && said !== is
      ? [
          found(passage, match.index, match.index + match[1]!.length, {
            rule: 'count',
            severity: 'quiet',
            data: { said, is },
          }),
        ]
      : []
  })
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

/** Words that begin large and are a letter or two from a name that the office knows. */
function names(prepared: Prepared): ProofFinding[] {
  const known = prepared.question.names
  if (known.length === 0) return []
  const parts = new Map<string, string>()
  for (const name of known)
    for (const part of name.match(/[\p{L}'’-]{3,}/gu) ?? [])
      if (/^\p{Lu}/u.test(part)) parts.set(part.toLowerCase(), part)
  const phrases = known.map(name => name.toLowerCase())
  const findings: ProofFinding[] = []
  for (const passage of prepared.passages) {
    for (const match of passage.text.matchAll(
      /(?<![\p{L}\p{N}@._/-])(\p{Lu}[\p{L}'’-]{2,})(?:\s+(\p{Lu}[\p{L}'’-]{1,}))?(?:\s+(\p{Lu}[\p{L}'’-]{1,}))?/gu,
    )) {
      const written = match.slice(1).filter(part => part !== undefined)
      // beside a name that is right, one that is nearly right
      for (const [index, part] of written.entries()) {
        if (parts.has(part.toLowerCase())) continue
        const beside = [written[index - 1], written[index + 1]].filter(one => one !== undefined)
        const near = nearName(part, beside, known, parts)
        if (!near) continue
        const bare = near.toLowerCase()
        if (
          part.toLowerCase() === `${bare}s` ||
          part.toLowerCase() === `${bare}’s` ||
          part.toLowerCase() === `${bare}'s`
        )
          continue
        const start = match.index + match[0].indexOf(part)
        if (phrases.includes(part.toLowerCase())) continue
        findings.push(
          found(passage, start, start + part.length, {
            rule: 'name',
            severity: 'quiet',
            data: { name: near },
            suggestion: near,
          }),
        )
      }
    }
  }
  return findings.filter((one, index, all) => all.findIndex(other => other.words === one.words) === index).slice(0, 6)
}

/** The name meant: one whose other part stands beside it; alone only where it is long and a letter away. */
function nearName(
  part: string,
  beside: readonly string[],
  known: readonly string[],
  parts: ReadonlyMap<string, string>,
): string | null {
  const lower = part.toLowerCase()
  for (const name of known) {
    const of = name.match(/[\p{L}'’-]{2,}/gu) ?? []
    if (of.length < 2) continue
    for (const [index, one] of of.entries()) {
      const neighbours = [of[index - 1], of[index + 1]]
        .filter(other => other !== undefined)
        .map(other => other.toLowerCase())
      if (
        one.length < 3 ||
        Math.abs(one.length - part.length) > 2 ||
        !beside.some(other => neighbours.includes(other.toLowerCase()))
      )
        continue
      const distance = apart(lower, one.toLowerCase(), 2)
      if (distance > 0 && distance <= (one.length > 5 ? 2 : 1) && lower !== `${one.toLowerCase()}s`) return one
    }
  }
  if (part.length < 6) return null
  for (const [key, name] of parts) {
    if (key.length < 6 || Math.abs(key.length - lower.length) > 1 || key[0] !== lower[0]) continue
    if (apart(lower, key, 1) === 1 && !inflected(lower, key)) return name
    if (folded(lower) === folded(key)) return name
  }
  return null
}

/** A name with an ending: Hisings, Löfs, Annas, Annei. */
const inflected = (written: string, name: string): boolean =>
  written.startsWith(name) || written.slice(0, -1) === name.slice(0, -1)
