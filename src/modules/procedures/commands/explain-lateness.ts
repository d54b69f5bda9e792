import { implementCommand } from '../../../kernel/implement.ts'
import { explainLateness, latenessExplained, stepNotLate } from '../contract.ts'
import { endedLate } from '../late.ts'
import { meantStep, updateStep } from '../steps.ts'

export const explainLatenessBody = implementCommand(explainLateness, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure-run', id, expectedVersion }],
  load: (act, { id, stepId }) => meantStep(act, id, stepId),
  async run(act, { id, stepId, because }, { step }) {
    const { title } = act.locked(id)
    if (step.state !== 'done' || !endedLate(step, act.office.zone)) act.refuse(stepNotLate, { title: step.title })
    await updateStep(act, step, { because })
    const version = await act.changeRecord(id)
    act.emit(latenessExplained, { id, title, stepId, step: step.title, because }, [id])
    return { output: { id, version } }
  },
})
