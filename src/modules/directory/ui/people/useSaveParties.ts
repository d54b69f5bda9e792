import { runQuery } from '../../../../web/client.ts'
import { saveFile } from '../../../../web/kit/list/csv.ts'
import { tell } from '../../../../web/kit/notices.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { exportForms, exportParties } from '../../contract.ts'
import type { DirectoryKeys } from '../words.ts'

export type ExportForm = (typeof exportForms)[number]

/** Gives the browser a file of the parties that the filters show, or of those given. */
export function useSaveParties() {
  const say = useSay<DirectoryKeys>()
  return async (form: ExportForm, asked: Readonly<Record<string, unknown>>) => {
    try {
      const file = await runQuery<typeof exportParties>('directory.export-parties', { ...asked, form } as never)
      saveFile(file.fileName, new Blob([file.text], { type: file.mediaType }))
      tell({ kind: 'done', text: say('page.people.exported', { count: file.count }) })
    } catch (fault) {
      tell({ kind: 'refused', text: (fault as Error).message || say('problem.broken') })
    }
  }
}
