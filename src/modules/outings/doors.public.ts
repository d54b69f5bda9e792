/** What the link of an invitation opens, for whoever has it: when, where, what happens, and their own answer. Nothing of anybody else. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { linkSecretOf, readOutsideToken } from '../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { answerByLink, diets, dietsByLink, eventLinkClosed, feedbackByLink } from './contract.ts'
import { outingFile } from './file.ts'
import { outingOf, type RegistrationRow } from './outing-row.ts'
import { programmeOf } from './plans.ts'
import { free } from './seats.ts'
import type { OutingsTables } from './tables.ts'

interface Asked {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  readonly requestId: string
}

interface Opened {
  readonly organisationId: string
  readonly registration: RegistrationRow
  readonly shown: object
}

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

async function open(kernel: Kernel, { token, requestId }: Asked): Promise<Opened> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'event', token)
  if (!thing) return refuse(eventLinkClosed)
  const { organisationId, id } = thing
  const found = await kernel
    .viewing({ organisationId, principalId: systemPrincipalId, requestId }, async view => {
      const registration = await view
        .db<OutingsTables>()
        .selectFrom('outings.registration')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!registration) return null
      const row = await outingOf(view, registration.outing_id)
      const record = await view
        .db()
        .selectFrom('kernel.record')
        .select('title')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', row.id)
        .executeTakeFirstOrThrow()
      const late = row.register_until !== null && Temporal.Instant.compare(view.at, row.register_until) > 0
      const over = Temporal.Instant.compare(view.at, row.ends_at) >= 0
      const shown = {
        office: view.office.name,
        zone: view.office.zone,
        title: record.title,
        description: row.description,
        place: row.place,
        startsAt: row.starts_at.toString(),
        endsAt: row.ends_at.toString(),
        registerUntil: row.register_until?.toString() ?? null,
        programme: await programmeOf(view, row.id),
        plusOnes: row.plus_ones,
        cancelled: row.state === 'cancelled',
        open: row.state === 'open' && !late && !over,
        over,
        full: free(row.capacity, row.seats_taken) < 1,
        keepDays: row.keep_days,
        name: registration.name,
        answer: registration.answer,
        guests: registration.guests,
        diets: registration.diets,
        dietNote: registration.diet_note,
        rating: registration.rating,
        said: registration.feedback,
        /** For whoever comes: to be put into a calendar of theirs. */
        file:
          registration.answer === 'coming'
            ? outingFile({
                id: row.id,
                title: record.title,
                startsAt: row.starts_at,
                endsAt: row.ends_at,
                place: row.place,
                description: row.description,
                at: view.at,
              })
            : null,
      }
      return { organisationId, registration, shown }
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null
      throw error
    })
  return found ?? refuse(eventLinkClosed)
}

async function act(
  kernel: Kernel,
  asked: Asked,
  { organisationId, registration }: Opened,
  command: string,
  facts: object,
) {
  const outcome = await kernel.dispatch({
    organisationId,
    principalId: systemPrincipalId,
    command,
    input: { id: registration.outing_id, registrationId: registration.id, ...facts },
    requestId: asked.requestId,
    surface: 'link',
  })
  if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const worded = (value: unknown, most: number): string =>
  String(value ?? '')
    .replace(unprintable, ' ')
    .slice(0, most)

const openDoor = {
  method: 'POST' as const,
  path: '/public/events/open',
  perMinute: 60,
  answer: async (kernel: Kernel, asked: Asked) => json((await open(kernel, asked)).shown),
}

const answerDoor = {
  method: 'POST' as const,
  path: '/public/events/answer',
  perMinute: 12,
  async answer(kernel: Kernel, asked: Asked) {
    const opened = await open(kernel, asked)
    const { answer, guests, diets: eaten } = asked.body
    if (answer !== 'coming' && answer !== 'declined') return refuse(kernelRefusals.inputInvalid, { issues: [] })
    const many = Number.isInteger(guests) ? Math.min(10, Math.max(0, Number(guests))) : 0
    await act(kernel, asked, opened, answerByLink.name, { answer, guests: many })
    const known = Array.isArray(eaten) ? diets.filter(one => eaten.includes(one)) : []
    const note = worded(asked.body['dietNote'], 500)
    const { registration } = opened
    const changes = known.join() !== registration.diets.join() || note !== registration.diet_note
    if (answer === 'coming' && changes) await act(kernel, asked, opened, dietsByLink.name, { diets: known, note })
    return json((await open(kernel, asked)).shown)
  },
}

const feedbackDoor = {
  method: 'POST' as const,
  path: '/public/events/feedback',
  perMinute: 12,
  async answer(kernel: Kernel, asked: Asked) {
    const opened = await open(kernel, asked)
    const rating = Number(asked.body['rating'])
    if (!Number.isInteger(rating) || rating < 1 || rating > 5)
      return refuse(kernelRefusals.inputInvalid, { issues: [] })
    await act(kernel, asked, opened, feedbackByLink.name, { rating, text: worded(asked.body['text'], 2000) })
    return json((await open(kernel, asked)).shown)
  },
}

/** What people outside reach by a link. */
export const eventPublic = [openDoor, answerDoor, feedbackDoor] as const
