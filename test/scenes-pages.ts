/** Scenes for pages: papers of two pages, split and joined, and what is awaited of them. */
import { newId } from '../src/kernel/ids.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** A paper on its way: what is awaited of it, and a file of one of its pages. */
async function awaited({ make }: Office) {
  const { id, readingId } = await make.arrived({ pages: 2 })
  const part = { fileId: await make.file(), name: 'part.pdf', pages: [1], classCodeId: null, matterId: null }
  return { olds: [{ id, pages: [] }], cutId: readingId, by: 'separator', parts: [part] }
}

export const pageScenes: Readonly<Record<string, Stage>> = {
  'documents.change-pages': async ({ make }) => ({ input: { id: await make.document({ pages: 2 }) } }),
  'documents.split': async ({ make }) => ({ input: { id: await make.document({ pages: 2 }) } }),
  'documents.join': async ({ make }) => ({ input: { ids: [await make.document(), await make.document()] } }),
  'documents.record-parts': async office => ({ input: await awaited(office) }),
  'documents.put-back': async office => {
    const input = await awaited(office)
    await office.act('documents.record-parts', input, office.system)
    return { input: { ids: [input.olds[0]!.id] } }
  },
  'documents.set-archive-number': async ({ make }) => ({
    input: { id: await make.document(), number: 1 + (Date.now() % 9_000_000) },
  }),
  'documents.make-separator': async ({ make }) => ({ input: { classCodeId: await make.classCode() } }),
}

export const pageQuestions: Readonly<Record<string, Stage>> = {
  'documents.cuttable': async ({ make }) => ({ input: { ids: [await make.document()], cutId: newId() } }),
}

/** Queries that Kontor's own jobs ask about pages. */
export const pageJobs: readonly string[] = ['documents.cuttable', 'documents.office-marks']
