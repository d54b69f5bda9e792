import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getConversation, getForm, listChannels, listConversations, listForms } from '../contract.ts'
import type { Keys } from '../messages/en.ts'

export type { Keys }
export type ConversationLine = OutputOf<typeof listConversations>['rows'][number]
export type ConversationDetail = OutputOf<typeof getConversation>
export type MessageLine = ConversationDetail['lines'][number]
export type ChannelLine = OutputOf<typeof listChannels>['rows'][number]
export type FormLine = OutputOf<typeof listForms>['rows'][number]
export type FormDetail = OutputOf<typeof getForm>
export type Wire = ChannelLine['wire']

export const boxes = ['unanswered', 'mine', 'all', 'waiting', 'snoozed', 'done', 'unwanted'] as const
export type Box = (typeof boxes)[number]

export const conversationGlyphs: Readonly<Record<ConversationLine['state'], Glyph>> = {
  open: 'open',
  waiting: 'waits',
  snoozed: 'waits',
  done: 'settled',
  unwanted: 'ended',
}
export const formGlyphs: Readonly<Record<FormLine['state'], Glyph>> = {
  draft: 'draft',
  published: 'open',
  closed: 'ended',
}
export const messageGlyphs: Readonly<Partial<Record<MessageLine['state'], Glyph>>> = {
  waiting: 'waits',
  sending: 'half',
  given: 'settled',
  delivered: 'done',
  seen: 'done',
  failed: 'late',
  doubtful: 'blocked',
  recalled: 'ended',
}

export const wireIcons: Readonly<Record<Wire, string>> = {
  form: 'forms',
  gateway: 'device-mobile-message',
  twilio: 'device-mobile-message',
  '46elks': 'device-mobile-message',
  webhook: 'messages',
  whatsapp: 'messages',
  telegram: 'messages',
}

/** What each kind of channel is asked for, in its order. */
export const asked: Readonly<
  Record<
    Exclude<Wire, 'form'>,
    { readonly sender?: Keys; readonly account?: Keys; readonly address?: Keys; readonly secrets: readonly string[] }
  >
> = {
  gateway: { sender: 'page.channels.sender.sms', secrets: [] },
  twilio: { account: 'page.channels.account.twilio', sender: 'page.channels.sender.sms', secrets: ['token'] },
  '46elks': { account: 'page.channels.account.46elks', sender: 'page.channels.sender.sms', secrets: ['password'] },
  webhook: { address: 'page.channels.address.webhook', secrets: ['secret'] },
  whatsapp: { sender: 'page.channels.sender.whatsapp', secrets: ['token', 'app', 'verify'] },
  telegram: { secrets: ['token'] },
}

/** "Elin Bergqvist" → EB. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((part, index, all) => (index === 0 || index === all.length - 1 ? [[...part][0]!.toUpperCase()] : []))
    .join('')
