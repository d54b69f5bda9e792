/** Days in view of today. */
import { dayOf, type FoundDate } from '../dates.ts'
import { found, type Passage, type Prepared, type ProofFinding } from '../model.ts'
import { sentenceAround } from '../sentences.ts'
import { whole, wholeOf, wordsOf } from '../words/index.ts'

type Day = Temporal.PlainDate

/** What a day is in view of today: gone by though it is spoken of as ahead, of the year before, or a holiday. */
export function byToday(prepared: Prepared, passage: Passage, date: FoundDate, on: Day): ProofFinding[] {
  const { today, holiday, purpose } = prepared.question
  const words = wordsOf[passage.language]
  const sentence = sentenceAround(passage.text, date.start, date.end)
  const rest = `${passage.text.slice(sentence.from, date.start)} ${passage.text.slice(date.end, sentence.from + sentence.text.length)}`
  const has = (name: 'ahead' | 'behind' | 'meeting') => {
    const expression = wholeOf(passage.language, name, () => words[name])
    return expression.test(rest)
  }
  const far = today.until(on).days
  const place = (what: Parameters<typeof found>[3]) => [found(passage, date.start, date.end, what)]
  if (far < 0) {
    // the start of a stretch may lie behind
    if (date.year !== null && staleYear(today, on, passage, date) && !has('behind'))
      return place({ rule: 'year', severity: 'loud', data: { on: on.toString(), year: today.year }, suggestion: null })
    if (has('ahead') && !has('behind')) {
      const sure = date.year !== null || date.weekday !== null || far > -120
      return sure
        ? place({
            rule: 'past',
            severity: far > -400 || date.year !== null ? 'loud' : 'quiet',
            data: { on: on.toString() },
          })
        : []
    }
    if (purpose === 'invitation' && date.weekday !== null && !has('behind'))
      return place({ rule: 'past', severity: 'loud', data: { on: on.toString() } })
    if (passage.field === 'subject' && has('meeting') && !minutes.test(passage.text) && date.year !== null)
      return place({ rule: 'past', severity: 'quiet', data: { on: on.toString() } })
    return []
  }
  if (date.year !== null && date.year > today.year + 30 && has('ahead'))
    return place({ rule: 'year', severity: 'quiet', data: { on: on.toString(), year: today.year } })
  const free = holiday(on)
  if (free && far < 400 && (has('meeting') || purpose === 'invitation'))
    return place({ rule: 'holiday', severity: 'quiet', data: { on: on.toString() } })
  return []
}

const minutes = whole('minutes|protokoll|referat|notulen|verslag|proces-verbal|procesul-verbal|ata', 'iu')

/** In the first weeks of a year the hand still writes the old one: a letter's own date, or a day nearly a year ago. */
function staleYear(today: Day, on: Day, passage: Passage, date: FoundDate): boolean {
  const now = dayOf(today.year, on.month, on.day)
  if (!now || on.year !== today.year - 1 || Math.abs(today.until(now).days) > 60) return false
  const line = passage.text.slice(
    passage.text.lastIndexOf('\n', date.start) + 1,
    passage.text.indexOf('\n', date.end) < 0 ? undefined : passage.text.indexOf('\n', date.end),
  )
  const rest = line.replace(passage.text.slice(date.start, date.end), '').replace(/[\s,.:]/g, '')
  const dateline = rest.length <= 22 && /^[\p{L}-]*$/u.test(rest) && passage.field === 'text'
  if (dateline && Math.abs(today.until(now).days) <= 21) return true
  return today.month === 1 && today.day <= 31 && on.month <= 3
}
