/** A booking page as it is being set up. */
import type { Person } from '../find/ask.ts'
import type { KindWish, PageDetail, PageWish } from './words.ts'

export interface Draft {
  readonly title: string
  readonly intro: string
  readonly way: 'one' | 'together' | 'turns'
  readonly hosts: readonly Person[]
  readonly kinds: readonly (KindWish & { readonly key: number })[]
  readonly hours: PageDetail['hours']
  readonly soonMinutes: number
  readonly aheadDays: number
  readonly perDay: number | null
  readonly beforeMinutes: number
  readonly afterMinutes: number
  readonly stepMinutes: 15 | 30 | 60
  readonly changeMinutes: number
  readonly approval: boolean
  readonly verify: boolean
  readonly questions: PageDetail['questions']
}

export const newDraft = (self: Person, title: string, kind: string): Draft => ({
  title,
  intro: '',
  way: 'one',
  hosts: [self],
  kinds: [{ key: 0, title: kind, minutes: 30, venue: 'telephone' }],
  hours: [],
  soonMinutes: 240,
  aheadDays: 60,
  perDay: null,
  beforeMinutes: 0,
  afterMinutes: 0,
  stepMinutes: 30,
  changeMinutes: 1440,
  approval: false,
  verify: true,
  questions: [],
})

export const draftOf = (page: PageDetail): Draft => ({
  title: page.record.title,
  intro: page.intro,
  way: page.way,
  hosts: page.hosts,
  kinds: page.kinds.map(({ place, ...kind }, key) => ({ ...kind, key, placeId: place?.id ?? null })),
  hours: page.hours,
  soonMinutes: page.soonMinutes,
  aheadDays: page.aheadDays,
  perDay: page.perDay,
  beforeMinutes: page.beforeMinutes,
  afterMinutes: page.afterMinutes,
  stepMinutes: page.stepMinutes as Draft['stepMinutes'],
  changeMinutes: page.changeMinutes,
  approval: page.approval,
  verify: page.verify,
  questions: page.questions,
})

export const wishOf = ({ intro, hosts, kinds, questions, ...draft }: Draft): PageWish => ({
  ...draft,
  ...(intro.trim() ? { intro } : {}),
  hosts: hosts.map(({ id }) => id),
  kinds: kinds.map(({ key: _key, details, ...kind }) => ({
    ...kind,
    placeId: kind.venue === 'room' ? (kind.placeId ?? null) : null,
    ...(details?.trim() ? { details } : {}),
  })),
  hours: [...draft.hours],
  questions: questions.filter(({ text }) => text.trim()),
})
