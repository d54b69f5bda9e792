import type { Bill } from './bill.ts'
import type { Chance } from './chance.ts'
import { drawBill, fileName } from './layouts/index.ts'
import { fileStem } from './letters.ts'
import type { Office } from './parties/types.ts'
import { proseOf } from './prose/index.ts'
import { type ScanFormat, endings, mediaTypes, scanFile } from './scans/files.ts'
import { onOneGlass, photographed } from './scans/photograph.ts'
import { rasterise } from './scans/raster.ts'
import { type Wear, worn } from './scans/wear.ts'
import { emptyTruth, factsOf } from './truth.ts'
import type { Language, Paper, Sheaf, Truth } from './types.ts'
import { cii } from './wraps/cii.ts'
import { type Attachment, eml } from './wraps/mail.ts'
import { ubl } from './wraps/ubl.ts'
import { zip } from './wraps/zip.ts'

/** `2026-11-24T08:26` in the office's zone, with its offset. */
export const instantAt = (local: string, zone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toString({ timeZoneName: 'never' })

const dateOf = (instant: string): Date => new Date(Temporal.Instant.from(instant).epochMilliseconds)

export const upload = (sheaf: Sheaf, arrivedAt: string): Paper =>
  ({ name: sheaf.name, mediaType: 'application/pdf', bytes: sheaf.pdf, truth: sheaf.truth, arrivesBy: 'upload', arrivedAt })

/** Facts of an e-invoice file: all of it is stated, though nothing is printed. */
const statedBy = (bill: Bill, text: string, more: Partial<Truth>): Truth => ({ ...emptyTruth, ...factsOf(bill), text, ...more })

export const ublPaper = (bill: Bill, arrivedAt: string, more: Partial<Truth> = {}): Paper => {
  const text = ubl(bill)
  return { name: fileName(bill).replace('.pdf', '.xml'), mediaType: 'application/xml', bytes: Buffer.from(text), truth: statedBy(bill, text, more), arrivesBy: 'upload', arrivedAt }
}

export const ciiPaper = (bill: Bill, arrivedAt: string, more: Partial<Truth> = {}): Paper => {
  const text = cii(bill)
  return { name: fileName(bill).replace('.pdf', '_cii.xml'), mediaType: 'application/xml', bytes: Buffer.from(text), truth: statedBy(bill, text, more), arrivesBy: 'upload', arrivedAt }
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
  `<html><body style="font-family:Calibri,sans-serif">${text.split('\n').map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`).join('')}</body></html>`

const mailBytes = (post: Post, arrivedAt: string, attachments: readonly Attachment[]): Buffer => eml({
  from: post.from, to: post.to, subject: post.subject, sentAt: dateOf(arrivedAt), text: post.text, attachments,
  ...(post.html ? { html: htmlOf(post.text) } : {}), ...(post.charset === undefined ? {} : { charset: post.charset }),
})

export const mailPaper = (post: Post, arrivedAt: string): Paper => {
  const sheaves = post.sheaves ?? []
  const attachments: Attachment[] = [...sheaves.map((sheaf) => ({ name: sheaf.name, mediaType: 'application/pdf', bytes: sheaf.pdf })), ...(post.more ?? [])]
  return {
    name: `${fileStem(post.subject)}.eml`, mediaType: 'message/rfc822', bytes: mailBytes(post, arrivedAt, attachments),
    truth: {
      ...emptyTruth, kind: 'mail', language: post.language, senderName: post.from.name, subject: post.subject, issuedOn: dateOf(arrivedAt).toISOString().slice(0, 10), text: post.text,
      inside: sheaves.map(({ name, truth }) => ({ name, truth })), note: post.note ?? null,
    },
    arrivesBy: 'mail', arrivedAt,
  }
}

const inboxOf = (office: Office): { name: string; address: string } => ({ name: office.name, address: office.mail })

/** A bill in a mail from its seller, in the seller's words. */
export const billByMail = (bill: Bill, sheaf: Sheaf, arrivedAt: string, more: Partial<Post> = {}): Paper => {
  const language = bill.seller.language === 'de' ? 'en' : bill.seller.language
  const { mail } = proseOf(language)
  return mailPaper({
    language, from: { name: bill.seller.name, address: bill.seller.mail }, to: inboxOf(bill.buyer), subject: mail.subjectBill(bill.number, bill.seller.name),
    text: `${mail.hello}\n\n${mail.bill(bill.number)}\n\n${bill.seller.person}\n${bill.seller.name}\n${bill.seller.phone}`, sheaves: [sheaf], ...more,
  }, arrivedAt)
}

/** A colleague hands on what came to them: the first mail hangs whole in the second. */
export const forwarded = (inner: Paper, office: Office, person: string, arrivedAt: string): Paper => {
  const { mail } = proseOf(office.language)
  const outer = mailPaper({
    language: office.language, from: { name: person, address: `${addressPart(person)}@${office.domain}` }, to: inboxOf(office), subject: `Fwd: ${inner.truth.subject ?? inner.name}`,
    text: `${mail.hello}\n\n${mail.forward}\n\n---------- ${mail.forwardedHead} ----------\n\n${inner.truth.text}`, more: [{ name: inner.name, mediaType: 'message/rfc822', bytes: inner.bytes }],
  }, arrivedAt)
  return { ...outer, truth: { ...outer.truth, inside: [{ name: inner.name, truth: inner.truth }] } }
}

export const addressPart = (person: string): string =>
  person.toLowerCase().replace(/ø/g, 'o').replace(/æ/g, 'ae').normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z]+/g, '.').replace(/^\.|\.$/g, '')

export const zipPaper = (name: string, sheaves: readonly Sheaf[], arrivedAt: string, language: Language): Paper => ({
  name, mediaType: 'application/zip', bytes: zip(sheaves.map((sheaf) => ({ name: sheaf.name, bytes: sheaf.pdf })), dateOf(arrivedAt)),
  truth: { ...emptyTruth, language, inside: sheaves.map(({ name: inner, truth }) => ({ name: inner, truth })) }, arrivesBy: 'upload', arrivedAt,
})

/** Scanned papers keep their facts but not the places: the page has been moved on the glass. */
const scannedTruth = (truth: Truth): Truth => ({ ...truth, printed: truth.printed.map((one) => ({ ...one, box: null })) })

export const scanName = (arrivedAt: string, serial: number, format: ScanFormat): string =>
  `SCAN_${arrivedAt.slice(0, 10).replaceAll('-', '')}_${String(serial).padStart(4, '0')}.${endings[format]}`

/** The sheaf on paper, worn and scanned. Formats that hold one picture get the first page, and the truth of that page. */
export const scanned = async (sheaf: Sheaf, wear: Wear, format: ScanFormat, arrivedAt: string, serial: number, chance: Chance): Promise<Paper> => {
  const all = await rasterise(sheaf.pdf, wear.dpi)
  const single = format === 'jpeg' || format === 'png'
  const pages = await Promise.all((single ? all.slice(0, 1) : all).map((page, i) => worn(page, i === 0 ? wear : withoutMarks(wear), chance.fork(`page ${i}`))))
  const bytes = await scanFile(pages, format, { dpi: wear.dpi, scannedAt: dateOf(arrivedAt), ...(wear.grey ? { grey: true } : {}), quality: chance.whole(62, 86) })
  const truth = scannedTruth(sheaf.truth)
  return {
    name: scanName(arrivedAt, serial, format), mediaType: mediaTypes[format], bytes, arrivesBy: 'scan', arrivedAt,
    truth: single ? { ...truth, text: truth.text.split('\f')[0] ?? '', printed: truth.printed.filter(({ page }) => page === 1) } : truth,
  }
}

const withoutMarks = ({ stamp: _stamp, note: _note, ...rest }: Wear): Wear => rest

export const receiptPhoto = async (sheaf: Sheaf, arrivedAt: string, serial: number, chance: Chance): Promise<Paper> => {
  const picture = await photographed(sheaf.pdf, chance.whole(-12, 12), chance)
  return {
    name: `IMG_${arrivedAt.slice(0, 10).replaceAll('-', '')}_${String(100000 + serial).slice(1)}.jpg`, mediaType: 'image/jpeg',
    bytes: await scanFile([picture], 'jpeg', { dpi: 230, scannedAt: dateOf(arrivedAt), quality: 80 }), truth: scannedTruth(sheaf.truth), arrivesBy: 'upload', arrivedAt,
  }
}

/** Several receipts on one glass: a scan that has to be split. */
export const receiptsTogether = async (sheaves: readonly Sheaf[], arrivedAt: string, serial: number, chance: Chance): Promise<Paper> => {
  const picture = await onOneGlass(sheaves.map(({ pdf }) => pdf), 200, chance)
  return {
    name: scanName(arrivedAt, serial, 'pdf'), mediaType: 'application/pdf', bytes: await scanFile([picture], 'pdf', { dpi: 200, scannedAt: dateOf(arrivedAt), quality: 82 }),
    truth: { ...emptyTruth, kind: 'receipt', language: sheaves[0]?.truth.language ?? 'en', inside: sheaves.map(({ name, truth }) => ({ name, truth: scannedTruth(truth) })), note: 'several receipts on one page, to be split' },
    arrivesBy: 'scan', arrivedAt,
  }
}

/** Where the front desk brings its stamp down: mostly where the page is empty, now and then over the head. */
const stampPlaces = [{ x: 0.58, y: 0.55 }, { x: 0.52, y: 0.62 }, { x: 0.6, y: 0.7 }, { x: 0.55, y: 0.03 }, { x: 0.66, y: 0.205 }] as const

/** Wear that an office's own scanner gives: a little of everything. */
export const officeWear = (chance: Chance, stamp: string | null): Wear => ({
  dpi: chance.pick([200, 200, 300]), skew: chance.whole(-22, 22) / 10, crop: true, noise: chance.whole(2, 8), tint: chance.pick([[255, 255, 255], [253, 251, 243], [250, 250, 246]] as const),
  blur: chance.pick([0, 0.4, 0.6]), folds: chance.happens(0.6) ? [0.335, 0.667] : [], holes: chance.happens(0.4),
  ...(stamp === null ? {} : { stamp: { text: stamp, ...chance.pick(stampPlaces) } }),
})
