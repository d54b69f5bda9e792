import type { Selectable } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { acceptBacklog, backlogAccepted, refusals, takeBacklogJob } from '../contract.ts'
import type { BacklogFolderTable, DocumentsTables } from '../tables.ts'
import { backlogOf, changeBacklog, lockBacklog, needBacklog } from './store.ts'

type Folder = Selectable<BacklogFolderTable>
type Said = InputOf<typeof acceptBacklog>['folders'][number]

function foldersOf(act: Act, id: string): Promise<Folder[]> {
  return act
    .db<DocumentsTables>()
    .selectFrom('documents.backlog_folder')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('backlog_id', '=', id)
    .orderBy('path')
    .execute()
}

/** The folder as a person said it should be; what is not said stays as proposed. */
function settled(folder: Folder, said: Said): Folder {
  const none = { left_out: false, class_code_id: null, new_code: null, new_name: null }
  if (said.leaveOut) return { ...folder, ...none, left_out: true }
  if (said.newClass) return { ...folder, ...none, new_code: said.newClass.code, new_name: said.newClass.name }
  if (said.classCodeId !== undefined) return { ...folder, ...none, class_code_id: said.classCodeId }
  return said.leaveOut === false ? { ...folder, left_out: false } : folder
}

/** Makes the classes that are new, each once; gives their ids by code. */
async function makeClasses(act: Act, folders: readonly Folder[], level: number): Promise<Map<string, string>> {
  const named = new Map<string, string>()
  for (const { new_code: code, new_name: name } of folders) {
    if (code === null || name === null) continue
    if ((named.get(code) ?? name) !== name) act.refuse(refusals.classCodeTaken, { code })
    named.set(code, name)
  }
  const made = new Map<string, string>()
  for (const [code, name] of named) {
    const id = await act.createRecord({ kind: 'class-code', title: `${code} ${name}`, class: 0 })
    await act
      .db<DocumentsTables>()
      .insertInto('documents.class_code')
      .values({
        organisation_id: act.office.id,
        id,
        code,
        name,
        // Kept for good until somebody says for how long: nothing old is lost by a guess.
        retention_years: null,
        retention_from: 'year-end',
        class: level,
      })
      .execute()
    made.set(code, id)
  }
  return made
}

async function needClasses(act: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const found = await act
    .db<DocumentsTables>()
    .selectFrom('documents.class_code')
    .select('id')
    .where('organisation_id', '=', act.office.id)
    .where('retired', '=', false)
    .where('id', 'in', [...ids])
    .execute()
  const known = new Set(found.map(({ id }) => id))
  const lacking = ids.find(id => !known.has(id))
  if (lacking) act.refuse(refusals.classCodeUnknown, { id: lacking })
}

async function keepFolders(act: Act, folders: readonly Folder[], made: ReadonlyMap<string, string>): Promise<void> {
  const rows = folders.map(folder =>
    folder.new_code === null
      ? folder
      : { ...folder, class_code_id: made.get(folder.new_code)!, new_code: null, new_name: null },
  )
  for (let from = 0; from < rows.length; from += 1000)
    await act
      .db<DocumentsTables>()
      .insertInto('documents.backlog_folder')
      .values(rows.slice(from, from + 1000))
      .onConflict(conflict =>
        conflict.columns(['organisation_id', 'backlog_id', 'path']).doUpdateSet(eb => ({
          left_out: eb.ref('excluded.left_out'),
          class_code_id: eb.ref('excluded.class_code_id'),
          new_code: eb.ref('excluded.new_code'),
          new_name: eb.ref('excluded.new_name'),
        })),
      )
      .execute()
}

export const acceptBacklogBody = implementCommand(acceptBacklog, {
  constraints: { class_code_once: refusals.classCodeTaken },
  locks: input => lockBacklog(input),
  load: (act, { id }) => backlogOf(act, id),
  async run(act, { id, folders: said }, row) {
    needBacklog(act, row, ['proposed'])
    const folders = await foldersOf(act, id)
    const saidOf = new Map(said.map(one => [one.path, one]))
    const known = new Set(folders.map(({ path }) => path))
    const unknown = said.find(({ path }) => !known.has(path))
    if (unknown) act.refuse(refusals.backlogFolder, { path: unknown.path })
    const after = folders.map(folder => settled(folder, saidOf.get(folder.path) ?? { path: folder.path }))
    await needClasses(act, [...new Set(after.flatMap(({ class_code_id }) => class_code_id ?? []))])
    const made = await makeClasses(act, after, row.class)
    await keepFolders(act, after, made)
    const runId = act.newId()
    await changeBacklog(act, id, {
      state: 'running',
      run_id: runId,
      accepted_by: act.principal.id,
      running_since: act.at,
      // What is left out is not waited for.
      files: after.reduce((sum, { files, left_out }) => sum + (left_out ? 0 : files), 0),
    })
    act.emit(backlogAccepted, { backlogId: id, name: row.name, classes: made.size }, [id, ...made.values()])
    act.enqueue(takeBacklogJob, { backlogId: id, runId })
    return { output: { version: await act.changeRecord(id), classes: made.size } }
  },
})
