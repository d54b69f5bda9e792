/** What the link of a proposal opens, for whoever has it: the times, and a way to take one or to say which suit. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { View } from '../../kernel/implement.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { namesOf, naming } from '../../kernel/named.ts'
import { linkSecretOf, type OutsideThing, readOutsideToken } from '../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { castVote, takeTime, timesLinkClosed, votes } from './contract.ts'
import { inviteeOf, type InviteeRow, type ProposalRow, proposalOf, timesOf, votesOf } from './proposal-row.ts'

interface Asked {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  readonly requestId: string
}

interface Opened {
  readonly thing: OutsideThing
  readonly row: ProposalRow
  readonly shown: object
}

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

async function shownOf(view: View, row: ProposalRow, invitee: InviteeRow) {
  const times = await timesOf(view, row.id)
  const said = (await votesOf(view, row.id)).filter(vote => vote.invitee_id === invitee.id)
  const name = naming(await namesOf(view, [row.organiser_id, row.place_id]))
  const chosen = times.find(({ id }) => id === row.chosen_id)
  return {
    office: view.office.name,
    from: name(row.organiser_id)?.title ?? view.office.name,
    name: invitee.name,
    title: row.title,
    note: row.note,
    way: row.way,
    minutes: row.minutes,
    zone: row.zone,
    place: name(row.place_id)?.title ?? null,
    answerUntil: row.answer_until.toString(),
    open: row.state === 'open',
    chosen: chosen ? chosen.start_at.toString() : null,
    /** Whether it was this guest who took it, or somebody quicker. */
    mine: row.way === 'offer' && chosen !== undefined && invitee.answered_at !== null,
    answered: invitee.answered_at !== null,
    said: invitee.note,
    times: times.map(time => ({
      id: time.id,
      start: time.start_at.toString(),
      end: time.end_at.toString(),
      over: Temporal.Instant.compare(time.start_at, view.at) <= 0,
      says: said.find(vote => vote.time_id === time.id)?.says ?? null,
    })),
  }
}

/** What the token proves; what was withdrawn or has lapsed opens nothing. */
async function open(kernel: Kernel, { token, requestId }: Asked): Promise<Opened> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'times', token)
  if (!thing) return refuse(timesLinkClosed)
  const { organisationId, id } = thing
  const found = await kernel
    .viewing({ organisationId, principalId: systemPrincipalId, requestId }, async view => {
      const invitee = await inviteeOf(view, id)
      if (!invitee) return null
      const row = await proposalOf(view, invitee.proposal_id)
      if (row.state !== 'open' && row.state !== 'settled') return null
      return { thing, row, shown: await shownOf(view, row, invitee) }
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null
      throw error
    })
  return found ?? refuse(timesLinkClosed)
}

async function act(kernel: Kernel, asked: Asked, command: string, input: object) {
  const { thing } = await open(kernel, asked)
  const outcome = await kernel.dispatch({
    organisationId: thing.organisationId,
    principalId: systemPrincipalId,
    command,
    input,
    requestId: asked.requestId,
    surface: 'link',
  })
  if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
  return json((await open(kernel, asked)).shown)
}

const openDoor = {
  method: 'POST' as const,
  path: '/public/times/open',
  perMinute: 60,
  answer: async (kernel: Kernel, asked: Asked) => json((await open(kernel, asked)).shown),
}

const takeDoor = {
  method: 'POST' as const,
  path: '/public/times/take',
  perMinute: 10,
  async answer(kernel: Kernel, asked: Asked) {
    const { thing, row } = await open(kernel, asked)
    return act(kernel, asked, takeTime.name, {
      id: row.id,
      inviteeId: thing.id,
      timeId: String(asked.body['timeId'] ?? ''),
    })
  },
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

const voteDoor = {
  method: 'POST' as const,
  path: '/public/times/vote',
  perMinute: 10,
  async answer(kernel: Kernel, asked: Asked) {
    const { thing, row } = await open(kernel, asked)
    const said = asked.body['votes']
    if (!Array.isArray(said)) return refuse(kernelRefusals.inputInvalid, { issues: [] })
    const cast = said.slice(0, 20).flatMap((one: { timeId?: unknown; says?: unknown }) => {
      const says = votes.find(word => word === one?.says)
      return says ? [{ timeId: String(one.timeId), says }] : []
    })
    const note = String(asked.body['note'] ?? '')
      .replace(unprintable, ' ')
      .slice(0, 1000)
    return act(kernel, asked, castVote.name, { id: row.id, inviteeId: thing.id, votes: cast, note })
  },
}

/** What people outside reach by a link. */
export const timesPublic = [openDoor, takeDoor, voteDoor] as const
