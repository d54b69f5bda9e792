/** The scenes of papers that are open in somebody's office program. */
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** A paper whose name says that it was written in an office program. */
async function written({ make, see }: Office): Promise<string> {
  const title = (await see('work.get-task', { id: await make.task() })).record.title
  return make.document({ name: `${title.slice(0, 100)}.docx` })
}

const opened = async (office: Office): Promise<string> =>
  (await office.act('documents.begin-opening', { id: await written(office) })).id

export const openingScenes: Readonly<Record<string, Stage>> = {
  'documents.begin-opening': async office => ({ input: { id: await written(office) } }),
  'documents.note-opening': async office => ({ input: { id: await opened(office) }, as: office.system }),
  'documents.restore-version': async office => {
    const id = await written(office)
    await office.act('documents.save-version', { id, fileId: await office.make.file() })
    return { input: { id, number: 1 } }
  },
}

export const openingQuestions: Readonly<Record<string, Stage>> = {
  'documents.show-opening': async office => ({ input: { id: await opened(office) } }),
}
