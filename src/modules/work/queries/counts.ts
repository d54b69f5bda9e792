import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { counts } from '../contract.ts'
import { officeDay } from '../office-day.ts'
import { countTasks } from '../task-lines.ts'
import { untakenFor } from '../roles.ts'
import { readQueue } from './desk.ts'

export const countsBody = implementQuery(counts, async view => {
  const me = view.principal.id
  const { ranked } = await readQueue(view, me, await officeDay(view))
  const due = ranked.filter(task => task.group === 'late' || task.group === 'today').length
  return {
    total: due,
    late: ranked.filter(task => task.group === 'late').length,
    today: ranked.filter(task => task.group === 'today').length,
    waiting: await countTasks(view, sql`t.owner_id = ${me} and t.state = 'waiting'`),
    untaken: await countTasks(view, untakenFor(view)),
  }
})
