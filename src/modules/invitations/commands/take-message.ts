import { type Component, parseIcal } from '../../../formats/ical/component.ts'
import { type Outcome, outcomeOf } from '../../../formats/ical/itip/outcome.ts'
import { type Message, messagesOf, organiserOf, sequenceOf, wordsOf } from '../../../formats/ical/itip/parts.ts'
import { IcalRefused } from '../../../formats/ical/refused.ts'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { accountsOf } from '../facts.ts'
import { recurrenceOf } from '../instance-key.ts'
import { type Incoming, noteMessage, updateGuest, guestRow } from '../ledger.ts'
import { answerFor, answerNames, keepProposal, proposedSpan, takeAnswer, type Taken } from '../take/answers.ts'
import { takeAsked, takeCancelled, takeKept } from '../take/asked.ts'
import { type Known, knownOf } from '../take/known.ts'

type Input = InputOf<typeof c.takeMessage>

/** One mail may ask to so many events; more is no invitation. */
const mostMessages = 20
/** Why a message changed nothing, and a person has to look: the rest needs nobody. */
const forPeople = new Set(['other-sender', 'not-a-guest', 'unknown-event', 'not-understood', 'no-such-instance'])

function messagesIn({ calendar, method }: Input): Message[] {
  try {
    return parseIcal(calendar, { bytes: 1_000_000 })
      .filter(({ name }) => name === 'VCALENDAR')
      .flatMap(one => messagesOf(one, method))
      .slice(0, mostMessages)
  } catch (thrown) {
    if (thrown instanceof IcalRefused) return []
    throw thrown
  }
}

interface Told {
  readonly outcome: string
  readonly state: Incoming['state']
}

export const takeMessageBody = implementCommand(c.takeMessage, {
  async run(act, input) {
    const told: Told[] = []
    for (const message of messagesIn(input)) told.push(...(await take(act, message, input)))
    return {
      output: {
        settled: told.length > 0 && told.every(({ state }) => state === 'taken'),
        outcomes: told.map(({ outcome }) => outcome),
      },
    }
  },
})

async function take(act: Act, message: Message, input: Input): Promise<Told[]> {
  const from = input.from?.toLowerCase() ?? null
  const known = await knownOf(act, message)
  const ours = (await accountsOf(act)).map(({ email }) => email)
  const outcome = outcomeOf({ message, from, ours, known: known?.known ?? null })
  const note = noteFor(act, message, input, known)
  if (outcome.what === 'nothing') {
    const state = forPeople.has(outcome.why) ? 'to-settle' : 'left'
    await note({ state, because: outcome.why, said: wordsOf(message.events[0]!, 'COMMENT') })
    return [{ outcome: outcome.why, state }]
  }
  if (outcome.what === 'answered') return takeAnswers(act, outcome, known!, input, note)
  const taken = await apply(act, message, outcome, known, input)
  const state = taken.ok ? 'taken' : 'to-settle'
  await note({ state, because: taken.ok ? null : taken.because })
  return [{ outcome: taken.ok ? outcome.what : taken.because, state }]
}

type Note = (more: Partial<Incoming> & Pick<Incoming, 'state'>) => Promise<boolean>

function noteFor(act: Act, message: Message, input: Input, known: Known | null): Note {
  const first: Component = message.events[0]!
  const sender = input.from?.toLowerCase() ?? organiserOf(first)?.address ?? ''
  return more =>
    noteMessage(act, {
      eventId: known?.event.event_id ?? null,
      documentId: input.documentId,
      method: message.method,
      uid: message.uid,
      sequence: sequenceOf(first),
      instance: '',
      email: sender,
      name: input.fromName ?? sender,
      because: null,
      answer: null,
      said: null,
      calendar: message.calendar,
      ...more,
    })
}

async function takeAnswers(
  act: Act,
  outcome: Extract<Outcome, { what: 'answered' }>,
  known: Known,
  input: Input,
  note: Note,
): Promise<Told[]> {
  const told: Told[] = []
  for (const answer of outcome.answers) {
    const taken = await takeAnswer(act, known, answer, input.fromName ?? answer.guest)
    const state = taken.ok ? 'taken' : 'to-settle'
    await note({
      state,
      because: taken.ok ? null : taken.because,
      instance: answer.instance ?? '',
      answer: answerNames[answer.answer],
      said: answer.comment,
    })
    told.push({ outcome: taken.ok ? 'answered' : taken.because, state })
  }
  return told
}

async function apply(
  act: Act,
  message: Message,
  outcome: Exclude<Outcome, { what: 'answered' | 'nothing' }>,
  known: Known | null,
  input: Input,
): Promise<Taken> {
  switch (outcome.what) {
    case 'published':
      // Told to anybody: a person decides whether it is of interest, by importing it.
      return { ok: false, because: 'published' }
    case 'invited':
    case 'changed':
    case 'added':
      return takeAsked(act, message, outcome, known)
    case 'cancelled':
      return takeCancelled(act, message, outcome, known!)
    case 'counter-declined':
      return takeKept(act, known!)
    case 'asked-again':
      return tellAgain(act, known!, outcome.guest)
    case 'countered':
      return propose(act, message, outcome, known!, input)
  }
}

async function propose(
  act: Act,
  message: Message,
  outcome: Extract<Outcome, { what: 'countered' }>,
  known: Known,
  { fromName }: Input,
): Promise<Taken> {
  const { event } = known
  const span = proposedSpan(message.calendar, outcome, event.zone ?? act.office.zone)
  const recurrence = outcome.instance === null ? null : recurrenceOf(outcome.instance, event.zone)
  if (!span) return { ok: false, because: 'not-understood' }
  await keepProposal(act, known, {
    ...span,
    email: outcome.guest,
    name: fromName ?? outcome.guest,
    recurrence,
    said: outcome.comment,
  })
  // without a word on the time as it is, that is unanswered as before
  if (outcome.answer !== 'TENTATIVE' && outcome.answer !== 'DECLINED') return { ok: true }
  return answerFor(act, known, { guest: outcome.guest, answer: outcome.answer, recurrence, note: outcome.comment })
}

/** A guest asks how it is now: they are told anew, once an hour at most, whoever asks. */
async function tellAgain(act: Act, { event }: Known, email: string): Promise<Taken> {
  const row = await guestRow(act, event.event_id, email)
  const last = row.reminded_at ?? row.asked_at
  if (last && Temporal.Instant.compare(last.add({ hours: 1 }), act.at) > 0) return { ok: true }
  await updateGuest(act, row.id, { told: null, reminded_at: act.at })
  act.enqueue(c.sendJob, { eventId: event.event_id }, { singletonKey: event.event_id })
  return { ok: true }
}
