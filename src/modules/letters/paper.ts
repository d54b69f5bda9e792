/** A letter's row as what its sheet is laid out from. */
import type { RichDoc } from '../../formats/rich/doc.ts'
import { fieldsIn, type Values } from '../../formats/rich/walk.ts'
import { fieldsInLine, fillLine, type Known, longDay, valuesOf } from './known.ts'
import { type HeadRow, knownOf, letterheadOf, type LetterRow, matterTitle, type Reading } from './letter-row.ts'
import type { Letterhead, SheetFacts } from './paper/sheet.ts'
import { usualSide } from './paper/windows.ts'
import { wordsIn } from './words.ts'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

export const headOf = (row: HeadRow, country: string): Letterhead => ({
  name: row.name,
  address: linesOf(row.address),
  reach: linesOf(row.reach),
  numbers: linesOf(row.numbers),
  logo:
    row.logo_file_id && row.logo_width && row.logo_height
      ? { fileId: row.logo_file_id, width: row.logo_width, height: row.logo_height }
      : null,
  window: row.window_side ?? usualSide(country),
})

export interface LaidOut {
  readonly facts: SheetFacts
  readonly values: ReadonlyMap<string, string | null>
  /** Names of its fields that nothing is known for. */
  readonly missing: readonly string[]
}

/** Fields that get their value by finishing: they are missing in no draft. */
const later = new Set(['number'])

export function sheetOf(
  known: Known,
  head: Letterhead,
  text: Pick<LetterRow, 'subject' | 'body' | 'enclosures'>,
): LaidOut {
  const say = wordsIn(known.language)
  const values = valuesOf(known)
  const valueOf: Values = name => values.get(name) ?? undefined
  const signer = [known.signerName, known.signerRole].filter(Boolean)
  const references = [
    { label: say('page.paper.date'), value: longDay(known.datedOn, known.language) },
    { label: say('page.paper.number'), value: known.number ?? '' },
    { label: say('page.paper.your-reference'), value: known.yourReference },
  ]
  const fields = new Set([...fieldsInLine(text.subject), ...fieldsIn(text.body)])
  return {
    facts: {
      head,
      address: linesOf(known.recipient),
      references: references.filter(({ value }) => value !== ''),
      subject: fillLine(text.subject, values),
      body: text.body,
      values: valueOf,
      closing: say('page.paper.closing'),
      signer,
      enclosures: text.enclosures ? `${say('page.paper.enclosures')}: ${text.enclosures}` : '',
      contents: say('page.paper.contents'),
    },
    values,
    missing: [...fields].filter(name => !values.get(name) && !later.has(name)),
  }
}

export async function layOut(at: Reading, row: LetterRow): Promise<LaidOut> {
  const known = await knownOf(at, row, await matterTitle(at, row.matter_id))
  const head = headOf(await letterheadOf(at), at.office.country)
  return sheetOf(known, head, row)
}

/** A template shows its fields by their names. */
export function templateSheet(
  head: Letterhead,
  text: { readonly language: Known['language']; readonly subject: string; readonly body: RichDoc },
  today: Temporal.PlainDate,
): SheetFacts {
  const say = wordsIn(text.language)
  return {
    head,
    address: [say('page.template.addressee'), ''],
    references: [{ label: say('page.paper.date'), value: longDay(today, text.language) }],
    subject: text.subject,
    body: text.body,
    values: () => undefined,
    closing: say('page.paper.closing'),
    signer: [say('page.template.signer')],
    enclosures: '',
    contents: say('page.paper.contents'),
  }
}
