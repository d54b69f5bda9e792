import { implementCommand } from '../../../kernel/implement.ts'
import { matterResumed, matterWaiting, resumeMatter, waitMatter } from '../contract.ts'
import { matterOf, type MatterRow, requireState, titleOf, updateMatter } from '../matter-row.ts'

/** Whom a matter waits for, as a command takes it. */
export const waitingInput = (matter: MatterRow) => ({
  waitingFor: matter.waiting_for!,
  ...(matter.waiting_until ? { waitingUntil: String(matter.waiting_until) } : {}),
})

export const waitMatterBody = implementCommand(waitMatter, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, waitingFor, waitingUntil }, matter) {
    requireState(act, matter, 'matters.set-waiting')
    await updateMatter(act, id, { state: 'waiting', waiting_for: waitingFor, waiting_until: waitingUntil ?? null })
    const version = await act.changeRecord(id)
    act.emit(matterWaiting, { id, title: titleOf(matter), waitingFor, on: waitingUntil ?? null }, [id])
    const input = { id, expectedVersion: version }
    return {
      output: { id, version },
      undo:
        matter.state === 'waiting'
          ? { command: 'matters.set-waiting', input: { ...input, ...waitingInput(matter) } }
          : { command: 'matters.resume-matter', input },
    }
  },
})

export const resumeMatterBody = implementCommand(resumeMatter, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id }, matter) {
    requireState(act, matter, 'matters.resume-matter')
    await updateMatter(act, id, { state: 'open', waiting_for: null, waiting_until: null })
    const version = await act.changeRecord(id)
    act.emit(matterResumed, { id, title: titleOf(matter) }, [id])
    return {
      output: { id, version },
      undo: { command: 'matters.set-waiting', input: { id, expectedVersion: version, ...waitingInput(matter) } },
    }
  },
})
