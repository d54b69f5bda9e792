/** The office's kinds of cases and its list of causes. */
import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { requireCause } from '../causes.ts'
import * as c from '../contract.ts'
import { keepKind, kindTitle, requireKind } from '../kinds.ts'

export const setKindBody = implementCommand(c.setKind, {
  constraints: { kind_named_once: c.nameTaken },
  async run(act, input) {
    await requireColleague(act, input.escalateToId, c.casePersonUnknown)
    const was = input.id ? await requireKind(act, input.id) : null
    const id = input.id ?? act.newId()
    const isStandard = was !== null && was.name === null
    if (!isStandard && !input.name) act.refuse(c.caseKindUnknown)
    const kind = {
      id,
      sort: isStandard ? was.sort : input.sort,
      name: input.name ?? null,
      answer_minutes: input.answerMinutes,
      warn_minutes: input.warnMinutes,
      stops_for_customer: input.stopsForCustomer,
      stops_inside: input.stopsInside,
      escalate_to_id: input.escalateToId ?? null,
      asks_verdict: input.asksVerdict,
      retired_at: input.retired ? act.at : null,
    }
    keepKind(act, kind)
    await sql`
      update cases.kind set sort = ${kind.sort}, name = ${kind.name}, answer_minutes = ${kind.answer_minutes}, warn_minutes = ${kind.warn_minutes},
        stops_for_customer = ${kind.stops_for_customer}, stops_inside = ${kind.stops_inside}, escalate_to_id = ${kind.escalate_to_id},
        asks_verdict = ${kind.asks_verdict}, retired_at = ${kind.retired_at}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    act.emit(c.kindSet, { name: kindTitle(act, kind) })
    const before = was ?? { ...kind, retired_at: act.at }
    return {
      output: { id },
      undo: {
        command: c.setKind.name,
        input: {
          id,
          name: before.name,
          sort: before.sort,
          answerMinutes: before.answer_minutes,
          warnMinutes: before.warn_minutes,
          stopsForCustomer: before.stops_for_customer,
          stopsInside: before.stops_inside,
          asksVerdict: before.asks_verdict,
          escalateToId: before.escalate_to_id,
          retired: before.retired_at !== null,
        },
      },
    }
  },
})

export const setCauseBody = implementCommand(c.setCause, {
  constraints: { cause_named_once: c.nameTaken },
  async run(act, { id: given, name, retired }) {
    const was = given ? await requireCause(act, given) : { name, retired: true }
    const id = given ?? act.newId()
    await sql`
      insert into cases.cause (organisation_id, id, name, retired_at) values (${act.office.id}, ${id}, ${name}, ${retired ? act.at : null})
      on conflict (organisation_id, id) do update set name = excluded.name, retired_at = excluded.retired_at`.execute(
      act.db(),
    )
    act.emit(c.causeSet, { name })
    return {
      output: { id },
      undo: { command: c.setCause.name, input: { id, name: was.name, retired: was.retired } },
    }
  },
})
