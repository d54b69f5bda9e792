import type { DocumentKind } from '../../../modules/documents/recognition/types.ts'
import type { Chance } from './chance.ts'
import { type DateStyle, day } from './formats.ts'
import { drawMark } from './layouts/marks.ts'
import { type Fact, drawFacts } from './layouts/parts.ts'
import type { Mark, Office } from './parties/types.ts'
import { proseOf } from './prose/index.ts'
import type { LetterWords, Occasion, Sender } from './prose/types.ts'
import { type Drawn, Sheet } from './sheet.ts'
import { truthOf } from './truth.ts'
import type { Language, Sheaf, Truth } from './types.ts'

export interface LetterCall {
  readonly language: Language
  readonly office: Office
  readonly issuedOn: string
  /** Last day of what is permitted, asked or certified. */
  readonly until: string
  readonly from: string
  readonly number: string
  readonly person?: string
  readonly chance: Chance
}

/** The text column of letters. */
export const letterLeft = 70
export const letterWide = 455

const left = letterLeft
const wide = letterWide

const style: Readonly<Record<Language, DateStyle>> = {
  sv: 'iso',
  nb: 'points',
  nl: 'long',
  ro: 'points',
  pt: 'long',
  en: 'long',
}

export const letterDay = (language: Language, iso: string): string => day(language, style[language], iso)

export const occasionOf = (call: LetterCall): Occasion => ({
  office: call.office.name,
  street: call.office.street,
  today: letterDay(call.language, call.issuedOn),
  until: letterDay(call.language, call.until),
  from: letterDay(call.language, call.from),
  person: call.person ?? call.office.people[0]?.name ?? call.office.name,
})

export const sheetFor = (
  title: string,
  author: string,
  issuedOn: string,
  face: 'serif' | 'arimo' | 'plex' | 'open',
): Sheet => new Sheet({ title, author, writtenAt: new Date(`${issuedOn}T08:00:00Z`), face })

export const fileStem = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/æ/g, 'ae')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 60)

const drawSender = (sheet: Sheet, sender: Sender, mark: Mark, colour: string): void => {
  drawMark(sheet, mark, left, 44, 34, colour, sender.name)
  sheet.text(sender.name, left + 44, sender.unit === undefined ? 66 : 58, {
    size: 13,
    weight: 'bold',
    colour,
    field: 'senderName',
  })
  if (sender.unit !== undefined) sheet.text(sender.unit, left + 44, 73, { size: 9, colour: '#44433f' })
}

const drawFootOf = (sheet: Sheet, sender: Sender): void => {
  const parts = [sender.street, sender.town, sender.phone, sender.mail].filter(part => part !== '')
  sheet.rule(left, 786, left + wide, 786, { colour: '#8a8880', width: 0.5 })
  sheet.text(parts.join('   ·   '), left, 799, { size: 7.4, colour: '#55534e' })
  if (sender.organisation !== undefined)
    sheet.text(sender.organisation, left + wide, 799, { size: 7.4, align: 'right', field: 'organisationNumber' })
}

/** A pen stroke of a signature: no two alike, none readable. */
export const drawSignature = (sheet: Sheet, x: number, y: number, chance: Chance): void => {
  const { doc } = sheet
  let at = x
  doc.moveTo(at, y)
  for (let i = 0; i < 7; i++) {
    const next = at + chance.whole(9, 17)
    doc.bezierCurveTo(
      at + 3,
      y - chance.whole(4, 22),
      next - 4,
      y + chance.whole(-2, 14),
      next,
      y - chance.whole(-3, 6),
    )
    at = next
  }
  doc.lineWidth(1.1).strokeColor('#1f2f6b').stroke()
}

export interface LetterShape {
  readonly kind: DocumentKind
  readonly mark: Mark
  readonly colour: string
  readonly face: 'serif' | 'arimo' | 'plex' | 'open'
  readonly confidential?: boolean
  readonly validity?: boolean
  readonly addressee?: string
}

/** A letter on letterhead: address, case block, subject, paragraphs, signature. */
export const drawLetter = async (
  call: LetterCall,
  words: LetterWords,
  shape: LetterShape,
  more: Partial<Truth> = {},
): Promise<Sheaf> => {
  const { labels } = proseOf(call.language)
  const { sender, subject } = words
  const on = occasionOf(call)
  const sheet = sheetFor(subject, sender.name, call.issuedOn, shape.face)
  drawSender(sheet, sender, shape.mark, shape.colour)
  if (shape.confidential)
    sheet.text(labels.confidential, left + wide, 58, { size: 10, weight: 'bold', align: 'right', tracking: 1 })
  const facts: Fact[] = [
    { label: labels.date, value: on.today, field: 'issuedOn' },
    { label: labels.caseNumber, value: call.number, field: 'number' },
    { label: labels.handledBy, value: sender.signer },
    ...(shape.validity ? [{ label: labels.validUntil, value: on.until, field: 'validUntil' }] : []),
  ]
  drawFacts(sheet, facts, left + 262, 122, 90, { size: 9, leading: 13.5 })
  const lines = [
    call.office.name,
    ...(shape.addressee === undefined ? [] : [shape.addressee]),
    call.office.street,
    call.office.town,
  ]
  lines.forEach((text, i) =>
    sheet.text(text, left, 122 + i * 13.5, { size: 9.6, field: i === 0 ? 'addressee' : undefined }),
  )
  let y = sheet.prose(subject, left, 218, wide, { size: 12.5, weight: 'bold', leading: 16, field: 'subject' }) + 10
  for (const paragraph of words.paragraphs(on))
    y = sheet.prose(paragraph, left, y, wide, { size: 10, leading: 14.6 }) + 8
  y += 14
  sheet.text(labels.regards, left, y, { size: 10 })
  drawSignature(sheet, left + 6, y + 34, call.chance)
  sheet.text(sender.signer, left, y + 62, { size: 10 })
  sheet.text(sender.role, left, y + 75, { size: 9, colour: '#55534e' })
  drawFootOf(sheet, sender)
  return sheafOf(call, await sheet.end(), `${fileStem(subject)}.pdf`, {
    kind: shape.kind,
    senderName: sender.name,
    organisationNumber: sender.organisation?.replace(/\s/g, '') ?? null,
    addressee: call.office.name,
    number: call.number,
    issuedOn: call.issuedOn,
    validUntil: shape.validity ? call.until : null,
    subject,
    confidential: shape.confidential ?? false,
    ...more,
  })
}

export const sheafOf = (call: LetterCall, drawn: Drawn, name: string, truth: Partial<Truth>): Sheaf => ({
  name,
  pdf: drawn.pdf,
  truth: truthOf(drawn, { language: call.language, ...truth }),
})
