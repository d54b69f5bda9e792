import { useMemo, useState } from 'react'
import type { BulkAction } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { confirmSure, discardMany, restore } from '../../contract.ts'
import type { Words } from '../places/placesWords.ts'
import type { DocumentLine } from '../kinds.ts'
import { JoinMany } from '../arrange/JoinMany.tsx'
import { archiveAddress, download } from './archiveAddress.ts'
import { ChangeMany } from './ChangeMany.tsx'
import { FileMany } from './FileMany.tsx'
import { PrintMany } from './PrintMany.tsx'

/** What one address can name, and what a printer is given in one go. */
const mostInArchive = 300
const mostPrinted = 100

interface Filing {
  readonly rows: readonly DocumentLine[]
  readonly clear: () => void
  /** Another fact than the class of the file plan. */
  readonly change: boolean
}

const idsOf = (rows: readonly DocumentLine[]) => rows.map(({ id }) => id)
const discardable: ReadonlySet<string> = new Set(['arrived', 'to-confirm', 'needs-help', 'set-aside'])

const joinable: ReadonlySet<string> = new Set(['to-confirm', 'needs-help', 'set-aside'])

/** What can be done with many at once; why it cannot be, where some of them do not allow it. */
export function useDocumentActions() {
  const say = useSay<Words>()
  const [search] = useSearch()
  const discarded = search['state'] === 'discarded'
  const [filing, setFiling] = useState<Filing | null>(null)
  const [joined, setJoined] = useState<Omit<Filing, 'change'> | null>(null)
  const [printed, setPrinted] = useState<readonly string[] | null>(null)
  const mayStand = usePermission('authority.set-record-class')
  const mayBind = usePermission('matters.bind-record')
  const mayCorrect = usePermission('documents.correct-field')
  const { run: confirm } = useCommand<typeof confirmSure>('documents.confirm-sure')
  const { run: discard } = useCommand<typeof discardMany>('documents.discard-many')
  const { run: bringBack } = useCommand<typeof restore>('documents.restore')
  const actions = useMemo<readonly BulkAction<DocumentLine>[]>(() => {
    const unless = (fits: (line: DocumentLine) => boolean, words: Words) => (rows: readonly DocumentLine[]) =>
      rows.every(fits) ? undefined : say(words)
    const atMost = (most: number) => (rows: readonly DocumentLine[]) =>
      rows.length > most ? say('page.many.too-many', { most }) : undefined
    return [
      {
        label: `${say('documents.file-under')}…`,
        keys: 'f',
        run: (rows, clear) => setFiling({ rows, clear, change: false }),
      },
      {
        label: say('page.many.change'),
        spare: true,
        run: (rows, clear) => setFiling({ rows, clear, change: true }),
        ...(mayStand || mayBind || mayCorrect ? {} : { hidden: () => true }),
      },
      {
        label: say('page.many.zip'),
        spare: true,
        refused: atMost(mostInArchive),
        run: rows => download(archiveAddress(idsOf(rows))),
      },
      {
        label: say('page.many.print'),
        spare: true,
        refused: atMost(mostPrinted),
        run: rows => setPrinted(idsOf(rows)),
      },
      {
        label: `${say('documents.join')}…`,
        spare: true,
        hidden: rows => rows.length < 2,
        refused: unless(line => joinable.has(line.state) && line.pageCount !== null, 'page.pages.cannot-join'),
        run: (rows, clear) => setJoined({ rows, clear }),
      },
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
  }, [say, confirm, discard, bringBack, discarded, mayStand, mayBind, mayCorrect])
  const close = () => setFiling(null)
  const dialog = (
    <>
      {filing?.change ? (
        <ChangeMany rows={filing.rows} onClose={close} onDone={filing.clear} />
      ) : filing ? (
        <FileMany ids={idsOf(filing.rows)} onClose={close} onDone={filing.clear} />
      ) : null}
      {joined ? <JoinMany rows={joined.rows} onClose={() => setJoined(null)} onDone={joined.clear} /> : null}
      {printed ? <PrintMany ids={printed} onDone={() => setPrinted(null)} /> : null}
    </>
  )
  return { actions, dialog }
}
