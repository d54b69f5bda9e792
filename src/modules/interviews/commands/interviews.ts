import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { cancelEvent, restoreEvent } from '../../calendar/contract.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { cardKey, eventsOf, type InterviewRow, interviewOf, panelOf } from '../rows.ts'
import { officeWords } from '../words.ts'

/** From this class on nothing of it stands in mails or in calendars that others read. */
const confidential = 2

async function requirePeople(act: Act, ids: readonly string[]): Promise<void> {
  for (const id of new Set(ids)) await requireColleague(act, id, c.interviewPersonUnknown)
}

const audienceOf = (ownerId: string, deciderId: string, panel: readonly string[]) => [
  ...new Set([ownerId, deciderId, ...panel]),
]

async function keepPanel(act: Act, id: string, panel: readonly string[]): Promise<void> {
  await sql`
    delete from interviews.panelist where organisation_id = ${act.office.id} and interview_id = ${id} and principal_id <> all(${panel}::uuid[])`.execute(
    act.db(),
  )
  await sql`
    insert into interviews.panelist (organisation_id, interview_id, principal_id, position)
    select ${act.office.id}, ${id}, p.id, p.n - 1 from unnest(${panel}::uuid[]) with ordinality as p(id, n)
    on conflict (organisation_id, interview_id, principal_id) do update set position = excluded.position`.execute(
    act.db(),
  )
  // The panel is found by whoever looks for a time for it.
  await sql`
    delete from kernel.link where organisation_id = ${act.office.id} and from_id = ${id} and relation = 'panel'`.execute(
    act.db(),
  )
  for (const one of panel) await act.link(id, one, 'panel')
}

export const createInterviewBody = implementCommand(c.createInterview, {
  async run(act, input) {
    const { title, candidateName, candidateEmail, criteria } = input
    const panel = [...new Set(input.panelIds)]
    const deciderId = input.deciderId ?? act.principal.id
    await requirePeople(act, [...panel, deciderId])
    const papers = [...new Set(input.documentIds ?? [])]
    for (const paper of papers) await requireVisible(act, paper, ['document'])
    const id = await act.createRecord({
      kind: 'interview',
      title: `${title}: ${candidateName}`.slice(0, 300),
      class: Math.min(confidential, act.principal.clearance),
      audience: audienceOf(act.principal.id, deciderId, panel),
      search: { body: [candidateEmail, input.note].filter(Boolean).join('\n') },
    })
    await sql`
      insert into interviews.interview (organisation_id, id, state, candidate_name, candidate_email, language, owner_id, decider_id, minutes, criteria, note)
      values (${act.office.id}, ${id}, 'open', ${candidateName}, ${candidateEmail}, ${nearestLanguage(input.language ?? act.office.language)},
        ${act.principal.id}, ${deciderId}, ${input.minutes}, ${criteria}::text[], ${input.note ?? ''})`.execute(
      act.db(),
    )
    await keepPanel(act, id, panel)
    for (const paper of papers) await act.link(id, paper, 'attachment')
    act.emit(c.interviewCreated, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: c.cancelInterview.name, input: { id } } }
  },
})

const withdrawn = (id: string, people: readonly string[]) => people.map(one => ({ key: cardKey(id, one) }))

export const changePanelBody = implementCommand(c.changePanel, {
  locks: ({ id, expectedVersion }) => [{ kind: 'interview', id, expectedVersion }],
  load: (act, { id }) => interviewOf(act, id),
  async run(act, input, row) {
    const { id } = input
    const { title } = act.locked(id)
    if (row.state !== 'open') act.refuse(c.interviewNotOpen, { title })
    const panel = [...new Set(input.panelIds)]
    const deciderId = input.deciderId ?? row.decider_id
    await requirePeople(act, [...panel, deciderId])
    const was = (await panelOf(act, id)).map(one => one.principal_id)
    await keepPanel(act, id, panel)
    await sql`
      update interviews.interview set decider_id = ${deciderId} where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id, { audience: audienceOf(row.owner_id, deciderId, panel) })
    const gone = was.filter(one => !panel.includes(one))
    act.emit(c.panelChanged, { id, title, workWithdrawn: withdrawn(id, gone) }, [id])
    return {
      output: { id, version },
      undo: { command: c.changePanel.name, input: { id, panelIds: was, deciderId: row.decider_id } },
    }
  },
})

export const sendCardBody = implementCommand(c.sendCard, {
  locks: ({ id, expectedVersion }) => [{ kind: 'interview', id, expectedVersion }],
  load: (act, { id }) => interviewOf(act, id),
  async run(act, { id, scores, recommends, summary }, row) {
    const { title } = act.locked(id)
    if (row.state !== 'open') act.refuse(c.interviewNotOpen, { title })
    if (scores.length !== row.criteria.length) act.refuse(c.scoresIncomplete, { wanted: row.criteria.length })
    const { rows } = await sql`
      update interviews.panelist set scores = ${scores.map(one => one.score)}::smallint[], words = ${scores.map(one => one.word ?? '')}::text[],
        recommends = ${recommends}, summary = ${summary ?? ''}, sent_at = ${act.at}
      where organisation_id = ${act.office.id} and interview_id = ${id} and principal_id = ${act.principal.id} returning 1`.execute(
      act.db(),
    )
    if (rows.length === 0) act.refuse(c.notOfPanel)
    const version = await act.changeRecord(id)
    const workDone = [{ key: cardKey(id, act.principal.id) }]
    act.emit(c.cardSent, { id, title, name: act.principal.name, workDone }, [id])
    return { output: { id, version } }
  },
})

function requireDecider(act: Act, row: InterviewRow): void {
  if (act.principal.id !== row.decider_id && act.principal.id !== row.owner_id) act.refuse(c.notYoursToDecide)
}

export const decideInterviewBody = implementCommand(c.decideInterview, {
  locks: ({ id, expectedVersion }) => [{ kind: 'interview', id, expectedVersion }],
  load: (act, { id }) => interviewOf(act, id),
  async run(act, { id, outcome, reason }, row) {
    const { title } = act.locked(id)
    if (row.state !== 'open') act.refuse(c.interviewNotOpen, { title })
    requireDecider(act, row)
    await sql`
      update interviews.interview set state = 'decided', outcome = ${outcome}, reason = ${reason ?? ''}, decided_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id)
    const panel = (await panelOf(act, id)).map(one => one.principal_id)
    act.emit(c.interviewDecided, { id, title, workWithdrawn: withdrawn(id, panel) }, [id])
    return { output: { id, version }, undo: { command: c.reopenInterview.name, input: { id } } }
  },
})

/** What is booked for it goes and comes back with it, in the name of whoever does so; what they may not change stays. */
async function alongside(act: Act, id: string, restored: boolean): Promise<void> {
  const standing = sql<{ event_id: string }>`${eventsOf(act.office.id, sql`${id}::uuid`)}`
  const off = sql<{ event_id: string }>`
    select l.from_id as event_id from kernel.link l join calendar.event_fact e on e.organisation_id = l.organisation_id and e.event_id = l.from_id
    where l.organisation_id = ${act.office.id} and l.to_id = ${id} and l.relation = 'about' and e.status = 'cancelled'`
  const { rows } = await (restored ? off : standing).execute(act.db())
  for (const { event_id } of rows)
    await act.actAs(act.principal.id, restored ? restoreEvent : cancelEvent, { id: event_id })
}

export const cancelInterviewBody = implementCommand(c.cancelInterview, {
  locks: ({ id, expectedVersion }) => [{ kind: 'interview', id, expectedVersion }],
  load: (act, { id }) => interviewOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.state !== 'open') act.refuse(c.interviewNotOpen, { title })
    await alongside(act, id, false)
    await sql`
      update interviews.interview set state = 'cancelled' where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    const panel = (await panelOf(act, id)).map(one => one.principal_id)
    act.emit(c.interviewCancelled, { id, title, workWithdrawn: withdrawn(id, panel) }, [id])
    return { output: { id, version }, undo: { command: c.reopenInterview.name, input: { id } } }
  },
})

export const reopenInterviewBody = implementCommand(c.reopenInterview, {
  locks: ({ id, expectedVersion }) => [{ kind: 'interview', id, expectedVersion }],
  load: (act, { id }) => interviewOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.state === 'open') act.refuse(c.interviewStillOpen, { title })
    requireDecider(act, row)
    if (row.state === 'cancelled') await alongside(act, id, true)
    await sql`
      update interviews.interview set state = 'open', outcome = null, reason = '', decided_at = null
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(c.interviewReopened, { id, title }, [id])
    return { output: { id, version } }
  },
})

/** Cards that are missing although the interview has been held, and for which nobody was asked yet. */
export const missingCards = (office: string, at: Temporal.Instant) => sql<{
  id: string
  principal_id: string
  title: string
  candidate: string
}>`
  select i.id, p.principal_id, r.title, i.candidate_name as candidate from interviews.interview i
  join interviews.panelist p on p.organisation_id = i.organisation_id and p.interview_id = i.id and p.sent_at is null and p.asked_at is null
  join kernel.record r on r.organisation_id = i.organisation_id and r.id = i.id
  where i.organisation_id = ${office} and i.state = 'open'
    and exists (select from (${eventsOf(office, sql`i.id`)}) e where e.end_at <= ${at}) order by i.id, p.position limit 200`

export const askCardsBody = implementCommand(c.askCards, {
  async run(act) {
    const { rows } = await missingCards(act.office.id, act.at).execute(act.db())
    for (const [id, missing] of Map.groupBy(rows, row => row.id)) {
      const { title, candidate } = missing[0]!
      const work = missing.map(
        (row): TaskWish => ({
          key: cardKey(id, row.principal_id),
          title: officeWords(act, 'task.card-missing', { candidate }).slice(0, 300),
          ownerId: row.principal_id,
          sourceId: id,
          dueOn: act.today.add({ days: 1 }),
          effortMinutes: 10,
        }),
      )
      await sql`
        update interviews.panelist set asked_at = ${act.at}
        where organisation_id = ${act.office.id} and interview_id = ${id} and sent_at is null`.execute(act.db())
      act.emit(c.cardsAsked, { id, title, count: missing.length, work }, [id])
    }
    return { output: { asked: rows.length } }
  },
})
