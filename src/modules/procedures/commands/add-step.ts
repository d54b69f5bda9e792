import { implementCommand } from '../../../kernel/implement.ts'
import { addStep, runNotRunning, stepAdded, stepsFull } from '../contract.ts'
import { requirePerson } from '../people.ts'
import { insertSteps } from '../start.ts'
import { advance, runOf, stepsOf } from '../steps.ts'

/** Beyond this a run is nobody's to look through. */
const mostSteps = 200

export const addStepBody = implementCommand(addStep, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure-run', id, expectedVersion }],
  load: async (act, { id }) => ({ run: await runOf(act, id), before: await stepsOf(act, id) }),
  async run(act, { id, title: step, howTo, ownerId, dueOn, effortMinutes }, { run, before }) {
    const { title } = act.locked(id)
    if (run.state !== 'running') act.refuse(runNotRunning, { title })
    if (before.length >= mostSteps) act.refuse(stepsFull, { most: mostSteps })
    await requirePerson(act, ownerId)
    const stepId = act.newId()
    await insertSteps(act, [
      {
        organisation_id: act.office.id,
        run_id: id,
        id: stepId,
        key: null,
        position: (before.at(-1)?.position ?? 0) + 1,
        title: step,
        how_to: howTo ?? '',
        owner_id: ownerId ?? act.principal.id,
        owner_role: null,
        due_on: dueOn ?? null,
        begin_on: null,
        effort_minutes: effortMinutes ?? null,
        state: 'waiting',
        begun_at: null,
        ended_at: null,
        ended_by_id: null,
        evidence_id: null,
        because: null,
      },
    ])
    const version = await act.changeRecord(id)
    const work = await advance(act, run, await stepsOf(act, id), title)
    act.emit(stepAdded, { id, title, stepId, step, ...(work.length > 0 ? { work } : {}) }, [id])
    return {
      output: { id, version, stepId },
      undo: {
        command: 'procedures.deviate-step',
        input: { id, expectedVersion: version, stepId, how: 'skipped', because: step },
      },
    }
  },
})
