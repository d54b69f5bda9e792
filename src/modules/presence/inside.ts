/** Colleagues who are in the building, as far as anybody knows: for whoever has to find everybody. */
import { sql } from 'kysely'
import { visibleRecords } from '../../kernel/visibility.ts'
import { type Asking, knownOf } from './queries/known.ts'
import { standingAt } from './reckon.ts'

export interface ColleagueInside {
  readonly id: string
  readonly title: string
  /** At work, in a meeting, or at lunch: whoever may be in counts as in. */
  readonly state: 'in' | 'meeting' | 'lunch'
  /** By their own word (or what was said of them), not by the calendar alone. */
  readonly said: boolean
}

const isInside = (state: string): state is ColleagueInside['state'] =>
  state === 'in' || state === 'meeting' || state === 'lunch'

/** Whoever said that they are at home is not in, whatever meeting they are in. By name. */
export async function colleaguesInside(view: Asking): Promise<ColleagueInside[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select r.id, r.title from ${visibleRecords(view, 'principal').selectAll()} r
    join authority.colleague c on c.organisation_id = ${view.office.id} and c.principal_id = r.id and c.kind = 'person'
    order by lower(r.title), r.id`.execute(view.db())
  const known = await knownOf({ view, ids: rows.map(({ id }) => id), at: view.at })
  const now = view.at.epochMilliseconds
  return rows.flatMap(({ id, title }) => {
    const { word } = known(id).known
    const holds = word && word.from <= now && now < word.until ? word.state : null
    const { state } = standingAt(known(id).known, now)
    return isInside(state) && holds !== 'home' ? [{ id, title, state, said: holds !== null }] : []
  })
}
