import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getLedger, listMeetings, listUnsettled, planDay } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type InvitationKeys = keyof typeof en
export type Ledger = OutputOf<typeof getLedger>
export type MeetingLine = OutputOf<typeof listMeetings>['rows'][number]
export type Unsettled = OutputOf<typeof listUnsettled>['rows'][number]
export type DayPlan = OutputOf<typeof planDay>

export const standGlyphs: Readonly<Record<Ledger['guests'][number]['stand'], Glyph>> = {
  'not-asked': 'draft',
  asked: 'waits',
  failed: 'blocked',
  bounced: 'blocked',
  accepted: 'done',
  tentative: 'half',
  declined: 'ended',
  delegated: 'half',
}

export const messageGlyphs: Readonly<Record<Ledger['messages'][number]['state'], Glyph>> = {
  waiting: 'open',
  sent: 'settled',
  failed: 'blocked',
  'no-door': 'blocked',
  bounced: 'blocked',
  taken: 'done',
  'to-settle': 'waits',
  left: 'ended',
}

const reasons = [
  'other-sender',
  'not-a-guest',
  'unknown-event',
  'organised-here',
  'other-organiser',
  'not-understood',
  'no-such-instance',
  'stale',
  'repeated',
  'cancelled-before',
  'not-invited',
  'published',
] as const
type Reason = (typeof reasons)[number]

/** The catalogue's key of why a message was not taken; null where a mail server or the calendar said it in words of its own. */
export function reasonKey(because: string): `page.invitations.because.${Reason}` | null {
  const known = reasons.find(one => one === because)
  return known ? `page.invitations.because.${known}` : null
}
