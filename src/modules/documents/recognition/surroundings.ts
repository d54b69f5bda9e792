import type { Guess } from './found.ts'
import type { Label } from './labels.ts'
import type { Sheet } from './layout.ts'
import type { RecogniseOptions } from './types.ts'

const countryOfLanguage: Readonly<Record<string, string>> = {
  sv: 'SE',
  nb: 'NO',
  nl: 'NL',
  ro: 'RO',
  pt: 'PT',
  de: 'DE',
  fr: 'FR',
}

/** Whose country a paper is from: its VAT number, its account, its language, or the office's own. */
export function senderCountry(
  vatNumbers: readonly Guess[],
  ibans: readonly string[],
  language: string | null,
  options: RecogniseOptions,
): string | null {
  const said = vatNumbers.find(one => one.confidence > 0.6)?.value.slice(0, 2) ?? ibans[0]?.slice(0, 2)
  return said ?? countryOfLanguage[language ?? ''] ?? options.country ?? null
}

/** When the text is too short for its language to be known, its labels say it. */
export function languageOfLabels(labels: readonly Label[]): string | null {
  const votes = new Map<string, number>()
  for (const label of labels)
    for (const language of label.languages) votes.set(language, (votes.get(language) ?? 0) + 1 / label.languages.size)
  const order = [...votes].sort((a, b) => b[1] - a[1])
  return order[0] && order[0][1] >= 1.5 && order[0][1] > 1.3 * (order[1]?.[1] ?? 0) ? order[0][0] : null
}

/** Signs of a country that writes the month first. */
export function isAmerican(text: string): boolean {
  const head = text.slice(0, 20_000)
  return (
    /\b[A-Z]{2} \d{5}(?:-\d{4})?\b/.test(head) ||
    /\bUnited States\b|\bUSA\b/.test(head) ||
    (/\$/.test(head) && !/VAT|GST|€|£/.test(head))
  )
}

/** Till rolls have short rows throughout, and are no wide sheets. */
export function isNarrow(sheet: Sheet): boolean {
  const rows = sheet.rows
  const words = rows.reduce((sum, row) => sum + row.tokens.length, 0) / Math.max(1, rows.length)
  const [height, width] = [sheet.height.get(1) ?? 1, sheet.width.get(1) ?? 1]
  return rows.length > 5 && words < 5.5 && height / width > 0.6
}
