import { useMemo, useState } from 'react'
import type { BulkAction } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { confirmSure, discardMany, restore } from '../../contract.ts'
import type { Words } from '../places/placesWords.ts'
import type { DocumentLine } from '../kinds.ts'
import { FileMany } from './FileMany.tsx'

interface Filing {
  readonly rows: readonly DocumentLine[]
  readonly clear: () => void
}

const idsOf = (rows: readonly DocumentLine[]) => rows.map(({ id }) => id)
const discardable: ReadonlySet<string> = new Set(['arrived', 'to-confirm', 'needs-help', 'set-aside'])

/** What can be done with many at once; why it cannot be, where some of them do not allow it. */
export function useDocumentActions() {
  const say = useSay<Words>()
  const [search] = useSearch()
  const discarded = search['state'] === 'discarded'
  const [filing, setFiling] = useState<Filing | null>(null)
  const { run: confirm } = useCommand<typeof confirmSure>('documents.confirm-sure')
  const { run: discard } = useCommand<typeof discardMany>('documents.discard-many')
  const { run: bringBack } = useCommand<typeof restore>('documents.restore')
  const actions = useMemo<readonly BulkAction<DocumentLine>[]>(() => {
    const unless = (fits: (line: DocumentLine) => boolean, words: Words) => (rows: readonly DocumentLine[]) =>
      rows.every(fits) ? undefined : say(words)
    return [
      { label: `${say('documents.file-under')}…`, keys: 'f', run: (rows, clear) => setFiling({ rows, clear }) },
      {
        label: `${say('documents.register-documents')}…`,
        spare: true,
        run: (rows, clear) =>
          openCommand({
            command: 'documents.register-documents',
            input: { ids: idsOf(rows) },
            about: say('page.documents.count', { count: rows.length }),
            done: clear,
          }),
      },
      {
        label: `${say('documents.place-papers')}…`,
        spare: true,
        run: (rows, clear) =>
          openCommand({
            command: 'documents.place-papers',
            input: { ids: idsOf(rows) },
            about: say('page.documents.count', { count: rows.length }),
            done: clear,
          }),
      },
      {
        label: say('documents.confirm'),
        keys: 'e',
        refused: unless(line => line.state === 'to-confirm' && line.sure, 'page.documents.not-all-sure'),
        run: (rows, clear) => void confirm({ ids: idsOf(rows) }).then(({ status }) => status === 'done' && clear()),
      },
      discarded
        ? {
            label: say('documents.restore'),
            spare: true,
            refused: unless(line => line.state === 'discarded', 'page.documents.not-discarded'),
            run: (rows, clear) =>
              void bringBack({ ids: idsOf(rows) }).then(({ status }) => status === 'done' && clear()),
          }
        : {
            label: say('documents.discard'),
            spare: true,
            refused: unless(line => discardable.has(line.state), 'page.documents.not-discardable'),
            run: (rows, clear) => void discard({ ids: idsOf(rows) }).then(({ status }) => status === 'done' && clear()),
          },
    ]
  }, [say, confirm, discard, bringBack, discarded])
  const dialog = filing ? (
    <FileMany ids={idsOf(filing.rows)} onClose={() => setFiling(null)} onDone={filing.clear} />
  ) : null
  return { actions, dialog }
}
