import { decimalOfMoney } from '../../../kernel/money.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { changeMatter, matterChanged } from '../contract.ts'
import {
  budgetColumns,
  budgetOf,
  foldedText,
  matterOf,
  type MatterRow,
  requireDays,
  requireState,
  requireVisible,
  titleOf,
  updateMatter,
} from '../matter-row.ts'

const names = ['name', 'forId', 'targetOn', 'note', 'startOn', 'budget'] as const

export const changeMatterBody = implementCommand(changeMatter, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  weigh: ({ budget }) => (budget ? { amount: budget } : {}),
  async run(act, input, matter) {
    requireState(act, matter, 'matters.change-matter')
    await requireVisible(act, [input.forId])
    const startOn = input.startOn ?? matter.start_on
    const targetOn = input.targetOn === undefined ? matter.target_on : input.targetOn
    requireDays(act, startOn, targetOn)
    const name = input.name ?? matter.name
    const note = input.note ?? matter.note
    const title = titleOf({ number: matter.number, name })
    await updateMatter(act, input.id, {
      name,
      note,
      folded: foldedText(matter.number, name),
      start_on: startOn,
      target_on: targetOn,
      ...(input.forId === undefined ? {} : { for_id: input.forId }),
      ...(input.budget === undefined ? {} : budgetColumns(input.budget)),
    })
    const version = await act.changeRecord(input.id, { title, search: { body: note } })
    const changed = names.filter(one => input[one] !== undefined)
    act.emit(matterChanged, { id: input.id, title, changed }, [input.id])
    const before = beforeOf(matter)
    const undo = Object.fromEntries(changed.map(one => [one, before[one]]))
    return {
      output: { id: input.id, version },
      undo: { command: 'matters.change-matter', input: { id: input.id, expectedVersion: version, ...undo } },
    }
  },
})

function beforeOf(matter: MatterRow): Record<(typeof names)[number], unknown> {
  const budget = budgetOf(matter)
  return {
    name: matter.name,
    note: matter.note,
    forId: matter.for_id,
    startOn: String(matter.start_on),
    targetOn: matter.target_on && String(matter.target_on),
    budget: budget && { amount: decimalOfMoney(budget), currency: budget.currency },
  }
}
