import { implementCommand } from '../../../kernel/implement.ts'
import { answerMissing, procedureNotInForce, startRun } from '../contract.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { editionsOf, procedureOf, readContent } from '../procedure-row.ts'
import { start } from '../start.ts'

export const startRunBody = implementCommand(startRun, {
  locks: ({ id }) => [{ kind: 'procedure', id }],
  load: async (act, { id }) => ({ procedure: await procedureOf(act, id), editions: await editionsOf(act, id) }),
  async run(act, { id, anchorOn, aboutId, answers }, { procedure, editions }) {
    const { title, version } = act.locked(id)
    const edition = editions.find(({ number }) => number === procedure.number)
    if (procedure.state !== 'in-force' || !edition) return act.refuse(procedureNotInForce, { title })
    const open = readContent(edition).questions.find(({ key }) => !answers?.[key]?.trim())
    if (open) act.refuse(answerMissing, { question: open.text })
    const about = aboutId ? { id: aboutId, title: await requireVisible(act, aboutId) } : undefined
    const runId = await start(act, {
      procedure,
      edition,
      title,
      how: 'hand',
      anchorOn: anchorOn ?? act.today,
      answers,
      about,
      starterId: act.principal.id,
    })
    return {
      output: { id, version, runId },
      undo: { command: 'procedures.cancel-run', input: { id: runId, expectedVersion: 1, because: title } },
    }
  },
})
