/** What a mail server says of a mail that it could not deliver (RFC 3464), also where it says it in words alone. */
import type { Attachment } from 'postal-mime'
import { cleanLine } from './clean.ts'
import type { Undelivered } from './types.ts'

const mostRecipients = 50

export const bytesOf = (content: Attachment['content']): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)

export function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Fields of one block, folded lines joined; names in small letters. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const found = /^([A-Za-z-]{1,60}):\s*(.*)$/.exec(line)
    if (found && !fields.has(found[1]!.toLowerCase())) fields.set(found[1]!.toLowerCase(), found[2]!.trim())
  }
  return fields
}

const messageIdIn = (text: string): string | null => /^message-id:\s*<([^>\s]{1,480})>/im.exec(text)?.[1] ?? null

export const isReport = ({ mimeType }: Attachment): boolean => /^message\/(global-)?delivery-status/i.test(mimeType)
const isOriginal = ({ mimeType }: Attachment): boolean =>
  /^(message\/rfc822|text\/rfc822-headers|message\/global)/i.test(mimeType)

export function undeliveredIn(attachments: readonly Attachment[]): Undelivered[] {
  const report = attachments.find(isReport)
  if (!report) return []
  const original = attachments.find(isOriginal)
  const messageId = original ? messageIdIn(textOfBytes(bytesOf(original.content)).slice(0, 50_000)) : null
  return textOfBytes(bytesOf(report.content))
    .slice(0, 200_000)
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map(fieldsOf)
    .filter(fields => /^(failed|delayed)/i.test(fields.get('action') ?? ''))
    .slice(0, mostRecipients)
    .flatMap(fields => {
      const recipient = fields.get('original-recipient') ?? fields.get('final-recipient') ?? ''
      const address = cleanLine(recipient.replace(/^[^;]*;/, '').replace(/[<>]/g, ''), 254).toLowerCase()
      const because = [fields.get('status'), fields.get('diagnostic-code')?.replace(/^[a-z0-9-]+;\s*/i, '')]
      const final = /^failed/i.test(fields.get('action')!)
      return address.includes('@')
        ? [{ address, because: cleanLine(because.filter(Boolean).join(' '), 500) || 'failed', final, messageId }]
        : []
    })
}
