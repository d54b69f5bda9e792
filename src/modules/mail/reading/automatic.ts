/** Whether a machine wrote it: no machine may answer it then (RFC 3834). */
import type { Email } from 'postal-mime'
import type { AutomaticKind } from '../contract/shapes.ts'
import { isReport } from './undelivered.ts'

const headerOf = (mail: Email, name: string): string | null =>
  mail.headers.find(({ key }) => key === name)?.value.trim() ?? null

export function automaticOf(mail: Email): AutomaticKind | null {
  const has = (name: string): boolean => headerOf(mail, name) !== null
  const from = (mail.from?.address ?? '').toLowerCase()
  if (mail.attachments.some(isReport) || mail.returnPath?.trim() === '<>' || /^(mailer-daemon|postmaster)@/.test(from))
    return 'bounce'
  const submitted = (headerOf(mail, 'auto-submitted') ?? 'no').toLowerCase()
  const suppressed = headerOf(mail, 'x-auto-response-suppress')
  if (
    submitted.startsWith('auto-replied') ||
    has('x-autoreply') ||
    has('x-autorespond') ||
    /^auto.?reply$/i.test(headerOf(mail, 'precedence') ?? '')
  )
    return 'reply'
  if (has('list-id') || has('list-post')) return 'list'
  if (has('list-unsubscribe') || /^(bulk|junk)$/i.test(headerOf(mail, 'precedence') ?? '') || has('feedback-id'))
    return 'bulk'
  if (
    submitted !== 'no' ||
    (suppressed && /all|autoreply/i.test(suppressed)) ||
    /^(no-?reply|do-?not-?reply|noreply\w*)[@+.-]/.test(from)
  )
    return 'generated'
  return null
}
