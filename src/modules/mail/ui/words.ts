import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getThread, listMailboxes, listThreads } from '../contract.ts'
import type { Keys } from '../messages/en.ts'

export type MailKeys = Keys
export type ThreadLine = OutputOf<typeof listThreads>['rows'][number]
export type ThreadDetail = OutputOf<typeof getThread>
export type MailLine = ThreadDetail['lines'][number]
export type OutgoingLine = ThreadDetail['outgoing'][number]
export type MailboxLine = OutputOf<typeof listMailboxes>['rows'][number]

export const threadGlyphs: Readonly<Record<ThreadLine['state'], Glyph>> = {
  open: 'open',
  waiting: 'waits',
  snoozed: 'waits',
  done: 'settled',
  noise: 'ended',
  trash: 'ended',
  draft: 'draft',
}

/** "Elin Bergqvist" → EB: the face of whoever has no picture. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((part, index, all) => (index === 0 || index === all.length - 1 ? [part[0]!.toUpperCase()] : []))
    .join('')

/** What a person is called in a line: by name, else by address. */
export const shownName = ({
  name,
  address,
}: {
  readonly name?: string | undefined
  readonly address: string
}): string => name || address
