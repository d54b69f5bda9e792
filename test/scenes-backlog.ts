/** Scenes for old files: an archive that was looked through, that is being taken in, that was stopped. */
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** One whose map waits to be accepted. */
async function proposed({ make, act, system }: Office): Promise<string> {
  const id = await make.backlog()
  const survey = { folders: [{ path: 'Avtal', files: 2 }], files: 2, bytes: 9_000, problem: null }
  await act('documents.record-survey', { id, ...survey }, system)
  return id
}

/** One whose files are being taken in, and the run that is awaited. */
async function running(office: Office): Promise<{ id: string; runId: string }> {
  const id = await proposed(office)
  await office.act('documents.accept-backlog', { id })
  return { id, runId: (await office.see('documents.backlog-source', { id }, office.system)).runId }
}

/** A folder that is followed, of which all is taken in so far. */
async function followed(office: Office): Promise<string> {
  const { act, system } = office
  const source = { folder: '/srv/old-files', follow: true }
  const { id } = await act('documents.begin-backlog', { name: 'Followed', ...source }, system)
  const survey = { folders: [{ path: '', files: 0 }], files: 0, bytes: 0, problem: null }
  await act('documents.record-survey', { id, ...survey }, system)
  await act('documents.accept-backlog', { id })
  const { runId } = await office.see('documents.backlog-source', { id }, system)
  await act('documents.finish-backlog', { id, runId, problem: null }, system)
  return id
}

export const backlogScenes: Readonly<Record<string, Stage>> = {
  'documents.accept-backlog': async office => ({ input: { id: await proposed(office) } }),
  'documents.take-backlog-batch': async office => ({ input: await running(office) }),
  'documents.finish-backlog': async office => ({ input: await running(office) }),
  'documents.stop-backlog': async office => ({ input: { id: (await running(office)).id } }),
  'documents.go-on-with-backlog': async office => ({ input: { id: await followed(office), files: 3 } }),
  'documents.end-backlog': async office => ({ input: { id: await followed(office) } }),
  'documents.resume-backlog': async office => {
    const { id } = await running(office)
    await office.act('documents.stop-backlog', { id })
    return { input: { id } }
  },
}
