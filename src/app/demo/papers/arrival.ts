import type { Bill } from './bill.ts'
import { drawBill, fileName } from './layouts/index.ts'
import { fileStem } from './letter.ts'
import type { Office } from './parties/types.ts'
import { proseOf } from './prose/index.ts'
import { emptyTruth, factsOf } from './truth.ts'
import type { Language, Paper, Sheaf, Truth } from './types.ts'
import { cii } from './wraps/cii.ts'
import { type Attachment, eml } from './wraps/mail.ts'
import { ubl } from './wraps/ubl.ts'
import { zip } from './wraps/zip.ts'

/** `2026-11-24T08:26` in the office's zone, with its offset. */
export const instantAt = (local: string, zone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toString({ timeZoneName: 'never' })

export const dateOf = (instant: string): Date => new Date(Temporal.Instant.from(instant).epochMilliseconds)

export const upload = (sheaf: Sheaf, arrivedAt: string): Paper => ({
  name: sheaf.name,
  mediaType: 'application/pdf',
  bytes: sheaf.pdf,
  truth: sheaf.truth,
  arrivesBy: 'upload',
  arrivedAt,
})

/** Facts of an e-invoice file: all of it is stated, though nothing is printed. */
const statedBy = (bill: Bill, text: string, more: Partial<Truth>): Truth => ({
  ...emptyTruth,
  ...factsOf(bill),
  text,
  ...more,
})

export const ublPaper = (bill: Bill, arrivedAt: string, more: Partial<Truth> = {}): Paper => {
  const text = ubl(bill)
  return {
    name: fileName(bill).replace('.pdf', '.xml'),
    mediaType: 'application/xml',
    bytes: Buffer.from(text),
    truth: statedBy(bill, text, more),
    arrivesBy: 'upload',
    arrivedAt,
  }
}

export const ciiPaper = (bill: Bill, arrivedAt: string, more: Partial<Truth> = {}): Paper => {
  const text = cii(bill)
  return {
    name: fileName(bill).replace('.pdf', '_cii.xml'),
    mediaType: 'application/xml',
    bytes: Buffer.from(text),
    truth: statedBy(bill, text, more),
    arrivesBy: 'upload',
    arrivedAt,
  }
}

/** A bill one can read, with factur-x.xml inside. */
export const hybridPaper = async (bill: Bill, arrivedAt: string, more: Partial<Truth> = {}): Promise<Paper> =>
  upload(await drawBill(bill, more, cii(bill)), arrivedAt)

export interface Post {
  readonly language: Language
  readonly from: { readonly name: string; readonly address: string }
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html?: boolean
  readonly charset?: 'utf-8' | 'iso-8859-1'
  readonly sheaves?: readonly Sheaf[]
  readonly more?: readonly Attachment[]
  readonly note?: string
}

const htmlOf = (text: string): string =>
  `<html><body style="font-family:Calibri,sans-serif">${text
    .split('\n')
    .map(line => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('')}</body></html>`

const mailBytes = (post: Post, arrivedAt: string, attachments: readonly Attachment[]): Buffer =>
  eml({
    from: post.from,
    to: post.to,
    subject: post.subject,
    sentAt: dateOf(arrivedAt),
    text: post.text,
    attachments,
    ...(post.html ? { html: htmlOf(post.text) } : {}),
    ...(post.charset === undefined ? {} : { charset: post.charset }),
  })

export const mailPaper = (post: Post, arrivedAt: string): Paper => {
  const sheaves = post.sheaves ?? []
  const attachments: Attachment[] = [
    ...sheaves.map(sheaf => ({ name: sheaf.name, mediaType: 'application/pdf', bytes: sheaf.pdf })),
    ...(post.more ?? []),
  ]
  return {
    name: `${fileStem(post.subject)}.eml`,
    mediaType: 'message/rfc822',
    bytes: mailBytes(post, arrivedAt, attachments),
    truth: {
      ...emptyTruth,
      kind: 'mail',
      language: post.language,
      senderName: post.from.name,
      subject: post.subject,
      issuedOn: dateOf(arrivedAt).toISOString().slice(0, 10),
      text: post.text,
      inside: sheaves.map(({ name, truth }) => ({ name, truth })),
      note: post.note ?? null,
    },
    arrivesBy: 'mail',
    arrivedAt,
  }
}

const inboxOf = (office: Office): { name: string; address: string } => ({ name: office.name, address: office.mail })

/** A bill in a mail from its seller, in the seller's words. */
export const billByMail = (bill: Bill, sheaf: Sheaf, arrivedAt: string, more: Partial<Post> = {}): Paper => {
  const language = bill.seller.language === 'de' ? 'en' : bill.seller.language
  const { mail } = proseOf(language)
  return mailPaper(
    {
      language,
      from: { name: bill.seller.name, address: bill.seller.mail },
      to: inboxOf(bill.buyer),
      subject: mail.subjectBill(bill.number, bill.seller.name),
      text: `${mail.hello}\n\n${mail.bill(bill.number)}\n\n${bill.seller.person}\n${bill.seller.name}\n${bill.seller.phone}`,
      sheaves: [sheaf],
      ...more,
    },
    arrivedAt,
  )
}

/** A colleague hands on what came to them: the first mail hangs whole in the second. */
export const forwarded = (inner: Paper, office: Office, person: string, arrivedAt: string): Paper => {
  const { mail } = proseOf(office.language)
  const outer = mailPaper(
    {
      language: office.language,
      from: { name: person, address: `${addressPart(person)}@${office.domain}` },
      to: inboxOf(office),
      subject: `Fwd: ${inner.truth.subject ?? inner.name}`,
      text: `${mail.hello}\n\n${mail.forward}\n\n---------- ${mail.forwardedHead} ----------\n\n${inner.truth.text}`,
      more: [{ name: inner.name, mediaType: 'message/rfc822', bytes: inner.bytes }],
    },
    arrivedAt,
  )
  return { ...outer, truth: { ...outer.truth, inside: [{ name: inner.name, truth: inner.truth }] } }
}

export const addressPart = (person: string): string =>
  person
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '')

export const zipPaper = (name: string, sheaves: readonly Sheaf[], arrivedAt: string, language: Language): Paper => ({
  name,
  mediaType: 'application/zip',
  bytes: zip(
    sheaves.map(sheaf => ({ name: sheaf.name, bytes: sheaf.pdf })),
    dateOf(arrivedAt),
  ),
  truth: { ...emptyTruth, language, inside: sheaves.map(({ name: inner, truth }) => ({ name: inner, truth })) },
  arrivesBy: 'upload',
  arrivedAt,
})
