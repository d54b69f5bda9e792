/** What a meeting agreed on becomes somebody's task; whoever is outside is asked again by mail. */
import { sql } from 'kysely'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import type { Act } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { actionKey, attendeesOf, type LineRow, type MeetingRow } from './meeting-row.ts'
import { officeWords } from './words.ts'

/** A colleague gets the task; for anybody else the secretary has it, waits, and Kontor asks again where an address is known. */
export async function actionWish(act: Act, row: MeetingRow, title: string, line: LineRow): Promise<TaskWish> {
  const keeper = row.secretary_id ?? act.principal.id
  const wish: TaskWish = {
    key: actionKey(row.id, line.id),
    title: line.body.slice(0, 300),
    sourceId: row.id,
    askedById: row.chair_id ?? keeper,
    reason: officeWords(act, 'task.action.why', { title }).slice(0, 300),
    ifLate: 'breaks-promise',
    ...(line.due_on ? { dueOn: line.due_on } : {}),
  }
  if (!line.who) return { ...wish, ownerId: keeper }
  const outsider = await outside(act, line)
  if (line.owner_id && !outsider) return { ...wish, ownerId: line.owner_id }
  const name = outsider?.name ?? line.who
  const firstOn = line.due_on ?? act.today.add({ days: 7 })
  return {
    ...wish,
    title: `${name}: ${line.body}`.slice(0, 300),
    ownerId: keeper,
    waiting: {
      for: name.slice(0, 200),
      chaseOn: firstOn,
      ...(outsider?.partyId ? { forId: outsider.partyId } : {}),
      ...(outsider?.email
        ? {
            chase: {
              name: name.slice(0, 200),
              email: outsider.email,
              language: nearestLanguage(outsider.language ?? act.office.language),
              firstOn,
              every: 3,
              most: 3,
            },
          }
        : {}),
    },
  }
}

interface Outsider {
  readonly name: string
  readonly partyId: string | null
  readonly email: string | null
  readonly language: string | null
}

/** Whom the line means where that is no colleague: somebody of the directory, or a guest with a name and an address. */
async function outside(act: Act, line: LineRow): Promise<Outsider | null> {
  const guests = await attendeesOf(act, line.meeting_id)
  if (line.owner_id) {
    const { rows } = await sql<{ name: string; kind: string; email: string | null; language: string | null }>`
      select r.title as name, r.kind, f.email, f.language from kernel.record r
      left join directory.correspondent_fact f on f.organisation_id = r.organisation_id and f.party_id = r.id
      where r.organisation_id = ${act.office.id} and r.id = ${line.owner_id}`.execute(act.db())
    const [row] = rows
    if (!row || row.kind === 'principal') return null
    const email = guests.find(one => one.person_id === line.owner_id)?.email ?? row.email
    return { name: row.name, partyId: line.owner_id, email, language: row.language }
  }
  const named = guests.filter(one => !one.person_id && one.name.toLowerCase().startsWith(line.who!.toLowerCase()))
  return named.length === 1 ? { name: named[0]!.name, partyId: null, email: named[0]!.email, language: null } : null
}
