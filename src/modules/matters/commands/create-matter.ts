import { implementCommand } from '../../../kernel/implement.ts'
import { createMatter, matterCreated, numberTaken, recordBoundEvent } from '../contract.ts'
import { bind } from '../binding.ts'
import { insertItems } from '../checklist.ts'
import {
  budgetColumns,
  foldedText,
  requireDays,
  requireOwner,
  requireVisible,
  titleOf,
  visibleRecord,
} from '../matter-row.ts'
import { kindOf, takeNumber } from '../series.ts'
import type { MattersTables } from '../tables.ts'

export const createMatterBody = implementCommand(createMatter, {
  weigh: ({ budget }) => (budget ? { amount: budget } : {}),
  async run(act, input) {
    const ownerId = input.ownerId ?? act.principal.id
    await requireOwner(act, ownerId)
    await requireVisible(act, [input.forId])
    const startOn = input.startOn ?? act.today
    requireDays(act, startOn, input.targetOn ?? null)
    if (input.kindId) await visibleRecord(act, input.kindId)
    const kind = input.kindId ? await kindOf(act, input.kindId) : undefined
    const { number, seriesId, year, serial } = await takeNumber(act, kind)
    const title = titleOf({ number, name: input.name })
    const note = input.note ?? ''
    const id = await act.createRecord({
      kind: 'matter',
      title,
      ...(input.class === undefined ? {} : { class: input.class }),
      search: { body: note },
    })
    await act
      .db<MattersTables>()
      .insertInto('matters.matter')
      .values({
        organisation_id: act.office.id,
        id,
        number,
        series_id: seriesId,
        year,
        serial,
        name: input.name,
        folded: foldedText(number, input.name),
        note,
        kind_id: kind?.id ?? null,
        owner_id: ownerId,
        for_id: input.forId ?? null,
        state: 'open',
        waiting_for: null,
        waiting_until: null,
        start_on: startOn,
        target_on: input.targetOn ?? null,
        outcome: null,
        result: null,
        ended_at: null,
        ended_by_id: null,
        ...budgetColumns(input.budget),
      })
      .execute()
    await insertItems(act, id, kind?.checklist ?? [])
    act.emit(matterCreated, { id, title, number, ownerId }, [id])
    for (const recordId of new Set(input.bind)) {
      await bind(act, id, recordId)
      act.emit(recordBoundEvent, { id, title, recordId }, [id, recordId])
    }
    const undo = { id, outcome: 'mistake', keepRest: true, despiteMissing: true }
    return { output: { id, version: 1, number }, undo: { command: 'matters.close-matter', input: undo } }
  },
  constraints: { matter_number_once: numberTaken },
})
