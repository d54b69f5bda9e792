/** What the link of an invitation opens, for whoever has it: when and where, and a way to answer. Nothing else can be read by it. */
import { one, textOf } from '../../formats/ical/component.ts'
import { changesOf, request, seriesOf } from '../../formats/ical/itip/write.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { View } from '../../kernel/implement.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { linkSecretOf, type OutsideThing, readOutsideToken } from '../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { answerByLink, invitationLinkClosed, linkAnswers, proposeByLink } from './contract.ts'
import { answersAddressOf, eventOf, guestsOf, nameOf } from './facts.ts'
import { guestById } from './ledger.ts'
import { nextInstances, repeats } from './mail/when.ts'
import { ourCalendar } from './our-calendar.ts'

interface Asked {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  readonly requestId: string
}

interface Opened {
  readonly thing: OutsideThing
  readonly shown: object
}

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

async function shownOf(view: View, guestId: string) {
  const row = await guestById(view, guestId)
  const event = row?.told ? await eventOf(view, row.event_id) : undefined
  if (!row || !event?.organiser_id) return null
  const calendar = request(ourCalendar(row.told, await answersAddressOf(view))!, row.email, { at: view.at })
  const source = calendar && (seriesOf(calendar) ?? changesOf(calendar)[0])
  if (!calendar || !source) return null
  const zone = event.zone ?? view.office.zone
  const guest = (await guestsOf(view, event.event_id)).find(({ email }) => email === row.email)
  const said = (name: string) => {
    const property = one(source, name)
    return property ? textOf(property.value).trim() || null : null
  }
  const conference = said('CONFERENCE') ?? said('URL')
  return {
    office: view.office.name,
    organiser: (await nameOf(view, event.organiser_id)) ?? view.office.name,
    guest: guest?.name ?? row.email,
    title: said('SUMMARY') ?? '',
    place: said('LOCATION'),
    notes: said('DESCRIPTION')?.slice(0, 4000) ?? null,
    conference: conference && /^https?:/.test(conference) ? conference : null,
    zone,
    times: nextInstances(calendar, view.at, zone).map(({ start, end, allDay }) => ({
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      allDay,
    })),
    repeats: repeats(calendar),
    cancelled: event.status === 'cancelled',
    answer: guest?.answer ?? 'none',
    said: guest?.note ?? '',
  }
}

/** What the token proves; to an invitation that was called off for this guest nothing opens any more. */
async function open(kernel: Kernel, { token, requestId }: Asked): Promise<Opened> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'invitation', token)
  if (!thing) return refuse(invitationLinkClosed)
  const shown = await kernel
    .viewing({ organisationId: thing.organisationId, principalId: systemPrincipalId, requestId }, view =>
      shownOf(view, thing.id),
    )
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null
      throw error
    })
  return shown ? { thing, shown } : refuse(invitationLinkClosed)
}

const openDoor = {
  method: 'POST' as const,
  path: '/public/invitations/open',
  perMinute: 60,
  answer: async (kernel: Kernel, asked: Asked) => json((await open(kernel, asked)).shown),
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const saidIn = (body: Asked['body']): string =>
  String(body['said'] ?? '')
    .replace(unprintable, ' ')
    .slice(0, 500)

async function act(kernel: Kernel, { thing, shown: _ }: Opened, asked: Asked, command: string, input: object) {
  const outcome = await kernel.dispatch({
    organisationId: thing.organisationId,
    principalId: systemPrincipalId,
    command,
    input: { guestId: thing.id, said: saidIn(asked.body), ...input },
    requestId: asked.requestId,
    surface: 'link',
  })
  if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
  return json((await open(kernel, asked)).shown)
}

const answerDoor = {
  method: 'POST' as const,
  path: '/public/invitations/answer',
  perMinute: 10,
  async answer(kernel: Kernel, asked: Asked) {
    const opened = await open(kernel, asked)
    const answer = linkAnswers.find(one_ => one_ === asked.body['answer'])
    if (!answer) return refuse(kernelRefusals.inputInvalid, { issues: [] })
    return act(kernel, opened, asked, answerByLink.name, { answer })
  },
}

const instantIn = (value: unknown): string | null => {
  try {
    return Temporal.Instant.from(String(value)).toString()
  } catch {
    return null
  }
}

const proposeDoor = {
  method: 'POST' as const,
  path: '/public/invitations/propose',
  perMinute: 6,
  async answer(kernel: Kernel, asked: Asked) {
    const opened = await open(kernel, asked)
    const [start, end] = [instantIn(asked.body['start']), instantIn(asked.body['end'])]
    if (!start || !end) return refuse(kernelRefusals.inputInvalid, { issues: [] })
    return act(kernel, opened, asked, proposeByLink.name, { start, end })
  },
}

/** What guests outside reach by a link. */
export const invitationPublic = [openDoor, answerDoor, proposeDoor] as const
