import { drawFacts } from './layouts/parts.ts'
import {
  type LetterCall,
  drawLetter,
  drawSignature,
  fileStem,
  letterDay,
  letterLeft as left,
  letterWide as wide,
  occasionOf,
  sheafOf,
  sheetFor,
} from './letter.ts'
import { proseOf } from './prose/index.ts'
import type { Prose } from './prose/types.ts'
import type { Sheet } from './sheet.ts'
import type { Sheaf } from './types.ts'

export const authorityLetter = (call: LetterCall): Promise<Sheaf> =>
  drawLetter(call, proseOf(call.language).authority, {
    kind: 'letter',
    mark: 'arch',
    colour: '#1f3a5f',
    face: 'open',
    confidential: call.language === 'sv',
  })

export const permit = (call: LetterCall): Promise<Sheaf> =>
  drawLetter(call, proseOf(call.language).permit, {
    kind: 'permit',
    mark: 'roof',
    colour: '#0f4c81',
    face: 'open',
    validity: true,
  })

export const healthLetter = (call: LetterCall): Promise<Sheaf> =>
  drawLetter(call, proseOf(call.language).health, {
    kind: 'letter',
    mark: 'leaf',
    colour: '#166534',
    face: 'plex',
    confidential: true,
    addressee: proseOf(call.language).labels.personalAddress,
  })

export const plainLetter = (call: LetterCall): Promise<Sheaf> =>
  drawLetter(call, proseOf(call.language).private, { kind: 'letter', mark: 'roof', colour: '#27374d', face: 'serif' })

/** Contract of several clauses with both parties' signatures. */
export const lease = async (call: LetterCall): Promise<Sheaf> => {
  const prose = proseOf(call.language)
  const { lease: words } = prose
  const { sender } = prose.private
  const on = occasionOf(call)
  const sheet = sheetFor(words.title, sender.name, call.issuedOn, 'serif')
  sheet.text(words.title, sheet.width / 2, 74, {
    size: 15,
    weight: 'bold',
    align: 'centre',
    tracking: 0.6,
    field: 'subject',
  })
  let y =
    drawFacts(
      sheet,
      [
        { label: words.number, value: call.number, field: 'number' },
        { label: words.signed, value: on.today, field: 'issuedOn' },
        { label: words.landlord, value: sender.name, field: 'senderName' },
        { label: '', value: `${sender.street}, ${sender.town}` },
        { label: words.tenant, value: call.office.name, field: 'addressee' },
        { label: '', value: `${call.office.street}, ${call.office.town}` },
        { label: prose.labels.validFrom, value: on.from },
        { label: prose.labels.validUntil, value: on.until, field: 'validUntil' },
      ],
      left,
      112,
      120,
      { size: 10, leading: 15 },
    ) + 14
  words.clauses(on).forEach(([heading, text], i) => {
    sheet.text(`${i + 1}.  ${heading}`, left, y, { size: 10.5, weight: 'bold' })
    y = sheet.prose(text, left + 18, y + 15, wide - 18, { size: 10, leading: 14.2 }) + 9
  })
  y = Math.max(y + 30, 660)
  for (const [x, role, name] of [
    [left, words.landlord, sender.signer],
    [left + 245, words.tenant, call.office.people[0]?.name ?? ''],
  ] as const) {
    drawSignature(sheet, x + 10, y, call.chance)
    sheet.rule(x, y + 12, x + 190, y + 12, { width: 0.5 })
    sheet.text(name, x, y + 24, { size: 9.5 })
    sheet.text(role, x, y + 36, { size: 8, colour: '#55534e' })
  }
  return sheafOf(call, await sheet.end(), `${fileStem(words.title)}_${fileStem(call.number)}.pdf`, {
    kind: 'contract',
    senderName: sender.name,
    addressee: call.office.name,
    number: call.number,
    issuedOn: call.issuedOn,
    validUntil: call.until,
    subject: words.title,
  })
}

/** A letter of application and, on the second page, the applicant's life. */
export const application = async (call: LetterCall): Promise<Sheaf> => {
  const { application: words, labels } = proseOf(call.language)
  const { applicant } = words
  const sheet = sheetFor(words.subject, applicant.name, call.issuedOn, 'serif')
  sheet.text(applicant.name, left, 64, { size: 12, weight: 'bold', field: 'senderName' })
  sheet.prose(`${applicant.street}, ${applicant.town}\n${applicant.phone}  ·  ${applicant.mail}`, left, 80, wide, {
    size: 9,
  })
  sheet.text(call.office.name, left, 136, { size: 10, field: 'addressee' })
  sheet.prose(`${call.office.street}\n${call.office.town}`, left, 150, wide, { size: 10 })
  sheet.text(letterDay(call.language, call.issuedOn), left + wide, 136, { size: 10, align: 'right', field: 'issuedOn' })
  sheet.text(words.subject, left, 212, { size: 13, weight: 'bold', field: 'subject' })
  let y = 238
  for (const paragraph of words.paragraphs) y = sheet.prose(paragraph, left, y, wide, { size: 10.5, leading: 15.6 }) + 9
  sheet.text(labels.regards, left, y + 14, { size: 10.5 })
  sheet.text(applicant.name, left, y + 42, { size: 22, face: 'hand', colour: '#1f2f6b' })
  drawLife(sheet, words)
  return sheafOf(call, await sheet.end(), `${fileStem(words.subject)}_${fileStem(applicant.name)}.pdf`, {
    kind: 'application',
    senderName: applicant.name,
    addressee: call.office.name,
    issuedOn: call.issuedOn,
    subject: words.subject,
    confidential: true,
  })
}

const drawLife = (sheet: Sheet, words: Prose['application']): void => {
  sheet.nextPage()
  sheet.text(words.cvTitle, left, 70, { size: 18, weight: 'bold' })
  sheet.text(words.applicant.name, left, 88, { size: 11 })
  let y = 124
  for (const [heading, entries] of words.cv) {
    sheet.text(heading, left, y, { size: 11.5, weight: 'bold', colour: '#7c2d12' })
    sheet.rule(left, y + 5, left + wide, y + 5, { width: 0.4 })
    y += 22
    for (const [when, what] of entries) {
      sheet.text(when, left, y, { size: 10, colour: '#55534e' })
      y = sheet.prose(what, left + 104, y, wide - 104, { size: 10 }) + 3
    }
    y += 12
  }
}
