/** What of the mails is looked at: it stands in the address bar, so that it can be kept and sent. */
import type { Search } from '../../../../web/useAddress.ts'
import { asked, type OperatorWords } from './operators.ts'

/** The views of the desk, in the order of the work; each with its icon. */
export const boxes = [
  ['mine', 'user'],
  ['unassigned', 'inbox'],
  ['open', 'mail'],
  ['waiting', 'hourglass'],
  ['snoozed', 'clock'],
  ['drafts', 'edit'],
  ['sent', 'send'],
  ['done', 'check'],
  ['noise', 'eye-off'],
  ['trash', 'trash'],
] as const
export type Box = (typeof boxes)[number][0]

const boxNames = boxes.map(([box]) => box)

const filters = ['mailbox', 'label', 'owner', 'party', 'unread', 'flagged', 'attachments', 'text'] as const

export const boxOf = (search: Search): Box | 'all' =>
  search['text'] && !search['box'] ? 'all' : (boxes.find(([box]) => box === search['box'])?.[0] ?? 'open')

/** The question to the server that an address means; what is typed says more exactly than what was chosen. */
export function questionOf(search: Search, words: OperatorWords): Record<string, unknown> {
  const question: Record<string, unknown> = { box: boxOf(search) }
  for (const key of filters) {
    const value = search[key]
    if (!value) continue
    if (key === 'mailbox') question['mailboxId'] = value
    else if (key === 'owner') question['ownerId'] = value
    else if (key === 'party') question['partyId'] = value
    else if (key !== 'text') question[key] = key === 'label' ? value : true
  }
  return { ...question, ...asked(search['text'] ?? '', boxNames, words) }
}

/** The address of a view, and of a thread in it. */
export function addressOf(search: Search, id?: string | null): string {
  const kept = new URLSearchParams()
  for (const key of ['box', ...filters]) if (search[key]) kept.set(key, search[key])
  const text = kept.toString()
  return `/mail${id ? `/${id}` : ''}${text ? `?${text}` : ''}`
}
