import { implementCommand } from '../../../kernel/implement.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import {
  backlogBegun,
  backlogFailed,
  backlogFinished,
  backlogProposed,
  backlogResumed,
  backlogStopped,
  beginBacklog,
  endBacklog,
  finishBacklog,
  goOnWithBacklog,
  recordSurvey,
  refusals,
  resumeBacklog,
  stopBacklog,
  surveyBacklogJob,
  takeBacklogJob,
} from '../contract.ts'
import { storedFile } from '../commands/take-in.ts'
import type { DocumentsTables } from '../tables.ts'
import { proposeClasses } from './propose.ts'
import { backlogOf, changeBacklog, lockBacklog, needBacklog } from './store.ts'

export const beginBacklogBody = implementCommand(beginBacklog, {
  async run(act, { name, fileId, folder, follow, confidentiality }) {
    const byOperator = act.principal.id === systemPrincipalId
    if (
      (fileId === undefined) === (folder === undefined) ||
      (folder !== undefined && !byOperator) ||
      (follow && !folder)
    )
      act.refuse(refusals.backlogSource)
    if (fileId) await storedFile(act, fileId)
    const id = await act.createRecord({ kind: 'backlog', title: name, class: confidentiality ?? 1 })
    await act
      .db<DocumentsTables>()
      .insertInto('documents.backlog')
      .values({
        organisation_id: act.office.id,
        id,
        name,
        state: 'looking',
        file_id: fileId ?? null,
        folder: folder ?? null,
        follow: follow ?? false,
        run_id: null,
        class: confidentiality ?? 1,
        begun_by: act.principal.id,
        begun_at: act.at,
        accepted_by: null,
        running_since: null,
        ended_at: null,
        problem: null,
      })
      .execute()
    act.emit(backlogBegun, { backlogId: id, name }, [id])
    act.enqueue(surveyBacklogJob, { backlogId: id })
    return { output: { id } }
  },
})

export const recordSurveyBody = implementCommand(recordSurvey, {
  locks: input => lockBacklog(input),
  load: (act, { id }) => backlogOf(act, id),
  async run(act, { id, folders, files, bytes, problem }, row) {
    needBacklog(act, row, ['looking'])
    const { name } = row
    await act.changeRecord(id)
    if (problem) {
      await changeBacklog(act, id, { state: 'failed', problem, ended_at: act.at })
      act.emit(backlogFailed, { backlogId: id, name, problem }, [id])
      return { output: { state: 'failed' as const } }
    }
    const db = act.db<DocumentsTables>()
    const classes = await db
      .selectFrom('documents.class_code')
      .select(['id', 'code', 'name'])
      .where('organisation_id', '=', act.office.id)
      .execute()
    const counted = new Map(folders.map(folder => [folder.path, folder.files]))
    const rows = proposeClasses([...counted.keys()], classes).map(({ path, classCodeId, newClass }) => ({
      organisation_id: act.office.id,
      backlog_id: id,
      path,
      files: counted.get(path)!,
      class_code_id: classCodeId,
      new_code: newClass?.code ?? null,
      new_name: newClass?.name ?? null,
    }))
    for (let from = 0; from < rows.length; from += 1000)
      await db
        .insertInto('documents.backlog_folder')
        .values(rows.slice(from, from + 1000))
        .execute()
    await changeBacklog(act, id, { state: 'proposed', files, bytes: BigInt(bytes) })
    act.emit(backlogProposed, { backlogId: id, name, files }, [id])
    return { output: { state: 'proposed' as const } }
  },
})

export const finishBacklogBody = implementCommand(finishBacklog, {
  locks: input => lockBacklog(input),
  load: (act, { id }) => backlogOf(act, id),
  async run(act, { id, runId, problem }, row) {
    needBacklog(act, row, ['running'], runId)
    await act.changeRecord(id)
    if (!problem && row.follow) {
      await changeBacklog(act, id, { state: 'following', run_id: null })
      return { output: { state: 'following' as const } }
    }
    const state = problem ? ('failed' as const) : ('finished' as const)
    await changeBacklog(act, id, { state, problem, ended_at: act.at, run_id: null })
    if (problem) act.emit(backlogFailed, { backlogId: id, name: row.name, problem }, [id])
    else act.emit(backlogFinished, { backlogId: id, name: row.name, documents: row.documents }, [id])
    return { output: { state } }
  },
})

export const stopBacklogBody = implementCommand(stopBacklog, {
  locks: input => lockBacklog(input),
  load: (act, { id }) => backlogOf(act, id),
  async run(act, { id }, row) {
    needBacklog(act, row, ['running', 'following'])
    await changeBacklog(act, id, { state: 'stopped', run_id: null })
    act.emit(backlogStopped, { backlogId: id, name: row.name }, [id])
    return { output: { version: await act.changeRecord(id) } }
  },
})

export const resumeBacklogBody = implementCommand(resumeBacklog, {
  locks: input => lockBacklog(input),
  load: (act, { id }) => backlogOf(act, id),
  async run(act, { id }, row) {
    needBacklog(act, row, ['stopped', 'failed'])
    // What failed before its map was accepted is looked at anew from the beginning.
    if (row.accepted_by === null) act.refuse(refusals.backlogState, { state: row.state, name: row.name, id })
    const runId = act.newId()
    await changeBacklog(act, id, {
      state: 'running',
      run_id: runId,
      running_since: act.at,
      ended_at: null,
      problem: null,
    })
    act.emit(backlogResumed, { backlogId: id, name: row.name }, [id])
    act.enqueue(takeBacklogJob, { backlogId: id, runId })
    return { output: { version: await act.changeRecord(id) } }
  },
})

export const endBacklogBody = implementCommand(endBacklog, {
  locks: input => lockBacklog(input),
  load: (act, { id }) => backlogOf(act, id),
  async run(act, { id }, row) {
    needBacklog(act, row, ['running', 'following', 'stopped'])
    if (!row.follow) act.refuse(refusals.backlogState, { state: row.state, name: row.name, id })
    // What is being taken in is taken in to its end; what was stopped waits to be gone on with.
    const state = row.state === 'following' ? ('finished' as const) : row.state
    await changeBacklog(act, id, { follow: false, state, ...(state === 'finished' ? { ended_at: act.at } : {}) })
    if (state === 'finished')
      act.emit(backlogFinished, { backlogId: id, name: row.name, documents: row.documents }, [id])
    return { output: { version: await act.changeRecord(id), state } }
  },
})

export const goOnWithBacklogBody = implementCommand(goOnWithBacklog, {
  locks: input => lockBacklog(input),
  load: (act, { id }) => backlogOf(act, id),
  async run(act, { id, files }, row) {
    needBacklog(act, row, ['following'])
    const runId = act.newId()
    await changeBacklog(act, id, { state: 'running', run_id: runId, files: Math.max(files, row.done) })
    act.enqueue(takeBacklogJob, { backlogId: id, runId })
    return { output: { version: await act.changeRecord(id) } }
  },
})
