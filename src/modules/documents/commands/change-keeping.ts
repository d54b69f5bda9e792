import { implementCommand } from '../../../kernel/implement.ts'
import { changeKeeping, keepingChanged } from '../contract/keeping.ts'
import { keepingOf } from '../keeping/standing.ts'
import type { KeepingTables } from '../keeping/tables.ts'

export const changeKeepingBody = implementCommand(changeKeeping, {
  load: act => keepingOf(act),
  async run(act, { fourEyes, discardedDays }, before) {
    const is = { four_eyes: fourEyes, discarded_days: discardedDays }
    await act
      .db<KeepingTables>()
      .insertInto('documents.keeping')
      .values({ organisation_id: act.office.id, ...is })
      .onConflict(conflict => conflict.column('organisation_id').doUpdateSet(is))
      .execute()
    act.emit(keepingChanged, { fourEyes, discardedDays })
    return {
      output: { fourEyes, discardedDays },
      undo: { command: 'documents.change-keeping', input: { ...before } },
    }
  },
})
