/**
 * Mails of a fax gateway: one that brings a fax, one that reports of a fax that went, or something else. Gateways write as they please:
 * a line says where the sender's number stands in the subject; where it says nothing the first number in the subject is taken, else the
 * one before the @ of whom the mail is from. A mail is what somebody wrote: it brings papers and reports, and never has authority.
 */
import PostalMime, { type Email } from 'postal-mime'
import { wordsOfHtml } from '../../../formats/html/words.ts'
import type { FaxProblem } from '../contract.ts'

export interface Gateway {
  readonly id: string
  readonly senders: readonly string[]
  readonly subjectIn: string | null
}

export interface FaxPaper {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface GatewayMail {
  readonly gatewayId: string
  readonly number: string
  readonly name: string
  readonly sentAt: string | null
  readonly papers: readonly FaxPaper[]
  readonly report: {
    readonly faxId: string | null
    readonly state: 'delivered' | 'failed'
    readonly problem: FaxProblem | null
    readonly text: string
  } | null
}

const mostBytes = 50_000_000
const ours = /fax-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/i
const aNumber = String.raw`(\+?\(?\d[\d ()./-]{3,28}\d)`

/** What a line wrote: its own words as they are, `{number}` a number, spaces as they fall. */
function pattern(template: string): RegExp {
  const [before = '', after = ''] = template.split('{number}')
  const plain = (text: string) =>
    text
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replace(/\s+/g, String.raw`\s+`)
  return new RegExp(`${plain(before)}\\s*${aNumber}\\s*${plain(after)}`, 'i')
}

const isFrom = (address: string, senders: readonly string[]): boolean =>
  senders.some(one => (one.startsWith('@') ? address.endsWith(one) : address === one))

/** Gateways put days and times into subjects too: what looks like one is no number. */
function firstNumber(text: string): string {
  const plain = text
    .replace(/\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?/g, ' ')
    .replace(/\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g, ' ')
    .replace(/\b\d{1,2}:\d\d(:\d\d)?\b/g, ' ')
  for (const [found] of plain.matchAll(new RegExp(aNumber, 'g')))
    if (found.replace(/\D/g, '').length >= 6) return found.trim()
  return ''
}

function numberIn(mail: Email, { subjectIn }: Gateway): string {
  const subject = mail.subject ?? ''
  if (subjectIn) {
    const found = pattern(subjectIn).exec(subject)?.[1]
    if (found) return found.trim()
  }
  const local = mail.from?.address?.split('@')[0] ?? ''
  return firstNumber(subject) || (/^\+?\d{6,20}$/.test(local) ? local : '')
}

/** The name that some gateways write beside the number: `Stiller AB <+4631…@fax.example>`. */
const nameIn = (mail: Email): string => {
  const name = mail.from?.name?.replace(/\p{C}/gu, ' ').trim() ?? ''
  return /\d{5}/.test(name) || /fax/i.test(name) ? '' : name.slice(0, 200)
}

const bytesOf = (content: string | ArrayBuffer | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)

function papersIn(mail: Email): FaxPaper[] {
  return mail.attachments.flatMap(part => {
    const name = part.filename ?? ''
    const isPdf = /pdf/i.test(part.mimeType) || /\.pdf$/i.test(name)
    const isTiff = /tiff?$/i.test(part.mimeType) || /\.tiff?$/i.test(name)
    if (!isPdf && !isTiff) return []
    const mediaType = isPdf ? 'application/pdf' : 'image/tiff'
    return [{ name: name || (isPdf ? 'fax.pdf' : 'fax.tif'), mediaType, bytes: bytesOf(part.content) }]
  })
}

const failed =
  /\b(fail\w*|not (been )?(sent|delivered)|undeliver\w*|unsuccessful\w*|error|misslyck\w*|kunde inte|ikke (sendt|levert)|mislyk\w*|feil|mislukt|niet (verzonden|afgeleverd)|e[sș]uat\w*|nereu[sș]it\w*|falh\w*|n[aã]o (enviado|entregue)|fehlgeschlagen|nicht (gesendet|zugestellt))/i
const delivered =
  /\b(success\w*|delivered|has been sent|was sent|sent ok|completed|levererat\w*|skickat\w*|lyckat\w*|sendt|levert|vellykket|verzonden|afgeleverd|geslaagd|trimis\w*|reu[sș]it\w*|enviado|entregue|sucesso|erfolgreich|gesendet|zugestellt)/i
const causes: readonly (readonly [FaxProblem, RegExp])[] = [
  ['busy', /\b(busy|upptaget|opptatt|bezet|in gesprek|ocupat[oă]?|ocupado|besetzt)\b/i],
  [
    'no-answer',
    /\b(no answer|inget svar|svarar inte|ikke svar|geen (antwoord|gehoor)|nu r[aă]spunde|sem resposta|n[aã]o atende|keine antwort)\b/i,
  ],
  [
    'no-fax',
    /\b(no carrier|not a fax|no fax|ingen fax|geen fax|voice answered|nu este fax|n[aã]o [eé] fax|kein fax)\b/i,
  ],
  [
    'number-unknown',
    /\b(unknown number|invalid number|number (is )?(not in service|unassigned)|okänt nummer|ukjent nummer|onbekend nummer|num[aă]r inexistent|n[uú]mero (inv[aá]lido|inexistente))\b/i,
  ],
]

const causeOf = (text: string): FaxProblem => causes.find(([, words]) => words.test(text))?.[0] ?? 'other'

function reportIn(mail: Email, text: string): GatewayMail['report'] {
  const status = mail.attachments.find(({ mimeType }) => /^message\/delivery-status/i.test(mimeType))
  const said = status ? Buffer.from(bytesOf(status.content)).toString('latin1').slice(0, 20_000) : ''
  const inside = mail.attachments
    .filter(({ mimeType }) => /^(message\/rfc822|text\/rfc822-headers)/i.test(mimeType))
    .map(({ content }) => Buffer.from(bytesOf(content)).subarray(0, 20_000).toString('latin1'))
  const places = [mail.inReplyTo ?? '', mail.references ?? '', ...inside, text]
  const faxId =
    places
      .map(place => ours.exec(place)?.[1])
      .find(Boolean)
      ?.toLowerCase() ?? null
  if (/^action:\s*failed/im.test(said))
    return { faxId, state: 'failed', problem: causeOf(said) === 'other' ? 'refused' : causeOf(said), text }
  const words = `${mail.subject ?? ''}\n${text}`
  const state = failed.test(words) ? 'failed' : delivered.test(words) ? 'delivered' : null
  if (!state || (!faxId && firstNumber(words) === '')) return null
  return { faxId, state, problem: state === 'failed' ? causeOf(words) : null, text }
}

const plainText = (mail: Email): string =>
  (mail.text?.slice(0, 200_000) ?? wordsOfHtml(mail.html ?? ''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\p{Cc}/gu, sign => (sign === '\n' ? '\n' : ' '))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, 900)

/** Who a report comes from: the gateway, or the mail server that could not reach it. */
const isBounce = (mail: Email): boolean =>
  mail.attachments.some(({ mimeType }) => /^message\/delivery-status/i.test(mimeType)) ||
  /^mailer-daemon@|^postmaster@/i.test(mail.from?.address ?? '')

/** Null for a mail that is no gateway's. Never throws for what a stranger wrote. */
export async function gatewayMail(bytes: Uint8Array, gateways: readonly Gateway[]): Promise<GatewayMail | null> {
  if (bytes.length > mostBytes) return null
  const parsed = await PostalMime.parse(Buffer.from(bytes), {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: 20,
  }).catch(() => null)
  const from = parsed?.from?.address?.toLowerCase()
  if (!parsed || !from) return null
  const mail = { ...parsed, subject: parsed.subject?.slice(0, 1_000) } as Email
  const sent = gateways.find(({ senders }) => isFrom(from, senders))
  const text = plainText(mail)
  const report = sent || isBounce(mail) ? reportIn(mail, text) : null
  const gateway = sent ?? (report?.faxId ? gateways[0] : undefined)
  if (!gateway) return null
  const papers = papersIn(mail)
  const brings = sent !== undefined && papers.length > 0 && !report?.faxId && !(report && isElse(mail, gateway))
  return {
    gatewayId: gateway.id,
    number: numberIn(mail, gateway),
    name: nameIn(mail),
    sentAt: mail.date && Number.isFinite(Date.parse(mail.date)) ? new Date(mail.date).toISOString() : null,
    papers: brings ? papers : [],
    report: brings ? null : report,
  }
}

/** Reports often carry the first page of what went: where it is known what faxes that came are called, another subject is none. */
const isElse = (mail: Email, { subjectIn }: Gateway): boolean =>
  subjectIn !== null && !pattern(subjectIn).test(mail.subject ?? '')
