import type { SayFunction } from '../../../../web/language/Say.tsx'
import type { CaseKeys, FiguresOf } from '../words.ts'

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The three tables as one file, with semicolons, as spreadsheets of these countries read it. */
export function csvOf({ months, kinds, causes }: FiguresOf, say: SayFunction<CaseKeys>): string {
  const rows: (string | number | null)[][] = [
    [
      say('page.figures.month'),
      say('choice.cases.sort.question'),
      say('choice.cases.sort.complaint'),
      say('choice.cases.sort.request'),
      say('page.figures.kept'),
      say('page.figures.broken'),
    ],
    ...months.map(one => [one.month, one.questions, one.complaints, one.requests, one.kept, one.broken]),
    [],
    [
      say('field.cases.causeId'),
      say('page.figures.count'),
      say('page.figures.before'),
      say('page.figures.repeats'),
      say('choice.cases.verdict.not'),
      say('page.figures.remedies'),
    ],
    ...causes.map(one => [
      one.title ?? say('page.figures.no-cause'),
      one.count,
      one.before,
      one.repeats,
      one.not,
      one.remedies.map(sum => `${sum.amount} ${sum.currency}`).join(' '),
    ]),
    [],
    [
      say('field.cases.kindId'),
      say('page.figures.count'),
      say('page.figures.kept'),
      say('page.figures.broken'),
      say('choice.cases.verdict.content'),
      say('choice.cases.verdict.partly'),
      say('choice.cases.verdict.not'),
    ],
    ...kinds.map(one => [one.title, one.count, one.kept, one.broken, one.content, one.partly, one.not]),
  ]
  return `\ufeff${rows.map(row => row.map(cell).join(';')).join('\r\n')}\r\n`
}

/** Gives a text as a file to keep. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
