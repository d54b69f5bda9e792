/** What of a mail concerns meetings: its calendar parts, and what a mail server says of one that was not delivered (RFC 3464). */
import PostalMime, { type Attachment, type Email } from 'postal-mime'

export interface CalendarPart {
  readonly method: string | null
  readonly text: string
}

export interface Undelivered {
  readonly email: string
  /** Message-ID of the mail that was not delivered. */
  readonly messageId: string | null
  readonly because: string
}

export interface MeetingMail {
  readonly from: string | null
  readonly fromName: string | null
  readonly calendars: readonly CalendarPart[]
  readonly undelivered: readonly Undelivered[]
  /** Whether there is more in it than these: a paper that somebody should look at. */
  readonly holdsMore: boolean
}

/** Larger ones hold papers; invitations are small. */
const mostBytes = 25_000_000
const mostCalendars = 20
const worthALook = /text\/calendar|application\/ics|message\/delivery-status/i

const bytesOf = (content: Attachment['content']): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const isCalendar = ({ mimeType, filename }: Attachment): boolean =>
  /^(text\/calendar|application\/ics)/i.test(mimeType) ||
  (/\.ics$/i.test(filename ?? '') && /octet-stream/.test(mimeType))

/** `text/calendar` in the message and the same as a file: once. */
function calendarsIn(mail: Email): CalendarPart[] {
  const found = new Map<string, CalendarPart>()
  for (const part of mail.attachments.filter(isCalendar).slice(0, mostCalendars)) {
    const text = textOf(bytesOf(part.content)).slice(0, 1_000_000)
    const key = text.replace(/\s+/g, '')
    const method = part.method ?? found.get(key)?.method ?? null
    found.set(key, { method, text })
  }
  return [...found.values()]
}

/** Programs that send their users' answers from an address of their own: whose it is stands in Reply-To. No less to be believed than a From. */
const relays = new Set(['noreply@email.apple.com', 'calendar-notification@google.com'])

/** Fields of one block, folded lines joined; names in small letters. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const found = /^([A-Za-z-]+):\s*(.*)$/.exec(line)
    if (found && !fields.has(found[1]!.toLowerCase())) fields.set(found[1]!.toLowerCase(), found[2]!.trim())
  }
  return fields
}

const messageIdIn = (text: string): string | null => /^message-id:\s*<([^>\s]{1,300})>/im.exec(text)?.[1] ?? null

/** Only what failed for good: a mail that is still being tried is no bounce. */
function undeliveredIn(mail: Email): Undelivered[] {
  const status = mail.attachments.find(({ mimeType }) => /^message\/delivery-status/i.test(mimeType))
  if (!status) return []
  const original = mail.attachments.find(({ mimeType }) =>
    /^(message\/rfc822|text\/rfc822-headers|message\/global)/i.test(mimeType),
  )
  const messageId = original ? messageIdIn(textOf(bytesOf(original.content)).slice(0, 50_000)) : null
  return textOf(bytesOf(status.content))
    .slice(0, 100_000)
    .split(/(?:\r?\n){2,}/)
    .map(fieldsOf)
    .filter(fields => /^failed/i.test(fields.get('action') ?? ''))
    .slice(0, 50)
    .flatMap(fields => {
      const recipient = fields.get('original-recipient') ?? fields.get('final-recipient') ?? ''
      const email = recipient
        .replace(/^[^;]*;/, '')
        .replace(/[<>]/g, '')
        .trim()
        .toLowerCase()
      const because = [fields.get('status'), fields.get('diagnostic-code')?.replace(/^[a-z0-9-]+;\s*/i, '')]
        .filter(Boolean)
        .join(' ')
        .replace(/\p{C}/gu, ' ')
      return email.includes('@') ? [{ email, messageId, because: because.slice(0, 500) || 'failed' }] : []
    })
}

/** Null where nothing in it concerns meetings. Never throws for what a stranger wrote. */
export async function meetingMail(bytes: Uint8Array): Promise<MeetingMail | null> {
  if (bytes.length > mostBytes) return null
  if (!worthALook.test(Buffer.from(bytes).toString('latin1'))) return null
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const line = /^>?From [^\n]*\n/.exec(start)
  const mail = await PostalMime.parse(Buffer.from(line ? bytes.subarray(line[0].length) : bytes), {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: 20,
  }).catch(() => null)
  if (!mail) return null
  const [calendars, undelivered] = [calendarsIn(mail), undeliveredIn(mail)]
  if (calendars.length + undelivered.length === 0) return null
  const others = mail.attachments.filter(
    part =>
      !isCalendar(part) &&
      !/^(message\/(delivery-status|rfc822|global)|text\/rfc822-headers|application\/(pgp|pkcs7|x-pkcs7))/i.test(
        part.mimeType,
      ) &&
      !(part.disposition === 'inline' && part.mimeType.startsWith('image/')),
  )
  const from = mail.from?.address?.toLowerCase().slice(0, 254) || null
  const writer = from && relays.has(from) ? mail.replyTo?.[0]?.address?.toLowerCase().slice(0, 254) : undefined
  return {
    from: writer || from,
    fromName: mail.from?.name?.replace(/\p{C}/gu, ' ').trim().slice(0, 200) || null,
    calendars,
    undelivered,
    holdsMore: others.length > 0,
  }
}
