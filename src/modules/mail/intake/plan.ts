/** Into which threads mails go. Pure: what is known is given, in whatever order the mails came. */
import type { MailFacts } from '../reading/types.ts'
import { isAnswer, topicOf } from './topic.ts'

export interface Arrived {
  readonly fileId: string
  readonly facts: MailFacts
  readonly at: Temporal.Instant
  readonly direction: 'in' | 'out'
}

/** A thread that is here and was last written in lately, for mails that name nothing. */
export interface Recent {
  readonly threadId: string
  readonly topic: string
  readonly people: readonly string[]
  readonly lastAt: Temporal.Instant
}

export interface Known {
  /** Message-ID to thread. */
  readonly named: ReadonlyMap<string, string>
  readonly recent: readonly Recent[]
  /** Addresses of the mailbox itself: everybody writes to them. */
  readonly own: ReadonlySet<string>
}

export interface Planned<M extends Arrived> {
  readonly mail: M
  readonly threadId: string
  readonly fresh: boolean
}

/** Mails that name nothing belong together within so many days. */
const days = 30

/** All Message-IDs of a mail: its own, those it names, those it says were not delivered. */
export const namesOf = ({ messageId, references, undelivered }: MailFacts): string[] => [
  ...new Set([
    ...undelivered.flatMap(one => (one.messageId ? [one.messageId] : [])),
    ...[...references].reverse(),
    ...(messageId ? [messageId] : []),
  ]),
]

const peopleOf = ({ from, to, cc }: MailFacts): string[] =>
  [from, ...to, ...cc].map(({ address }) => address).filter(address => address !== '')

export function planThreads<M extends Arrived>(mails: readonly M[], known: Known, newId: () => string): Planned<M>[] {
  const named = new Map(known.named)
  const recent = [...known.recent]
  const planned = mails.map((mail): Planned<M> => {
    const names = namesOf(mail.facts)
    const found =
      names.map(name => named.get(name)).find(thread => thread !== undefined) ?? bySubject(mail, recent, known.own)
    const threadId = found ?? newId()
    for (const name of names) if (!named.has(name)) named.set(name, threadId)
    const topic = topicOf(mail.facts.subject)
    if (topic !== '') recent.unshift({ threadId, topic, people: peopleOf(mail.facts), lastAt: mail.at })
    return { mail, threadId, fresh: found === undefined }
  })
  return planned
}

/** An answer whose program kept no references: the same subject, and somebody of the same people, lately. */
function bySubject({ facts, at }: Arrived, recent: readonly Recent[], own: Known['own']): string | undefined {
  if (facts.references.length > 0 || !isAnswer(facts.subject)) return undefined
  const topic = topicOf(facts.subject)
  if (topic === '') return undefined
  const people = new Set(peopleOf(facts).filter(address => !own.has(address)))
  return recent.find(
    thread =>
      thread.topic === topic &&
      Math.abs(thread.lastAt.epochMilliseconds - at.epochMilliseconds) < days * 86_400_000 &&
      thread.people.some(person => people.has(person)),
  )?.threadId
}
