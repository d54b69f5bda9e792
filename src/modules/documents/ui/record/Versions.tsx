import { useState } from 'react'
import { storeFile } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listVersions, restoreDocumentVersion, saveVersion } from '../../contract.ts'
import type { DocumentDetail, DocumentKeys } from '../confirm/confirmTypes.ts'
import { OpenIn } from './OpenIn.tsx'

/** The versions that were saved back, who edits it now, and one more by hand. */
export function Versions({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const { id } = detail.record
  const { data } = useQuery<typeof listVersions>('documents.list-versions', { id })
  const { save, problem } = useSave(detail)
  const may = detail.can.some(({ command }) => command === 'documents.save-version')
  const back = useCommand<typeof restoreDocumentVersion>('documents.restore-version')
  const rows = data?.rows ?? []
  const restore = (number: number) => void back.run({ id, expectedVersion: detail.record.version, number })
  const backRefused = back.answer?.status === 'refused' ? back.answer.refusal : null
  if (!may && rows.length < 2) return null
  return (
    <Section title={say('page.document.versions')} count={rows.length > 1 ? rows.length : undefined}>
      {(data?.editing ?? []).map(({ who, until }) => (
        <p key={`${who} ${until}`} className="t2">
          {say('page.document.being-edited', { who, time: formats.time(until) })}
        </p>
      ))}
      {rows.length > 1 ? (
        <ul className="versions">
          {rows.map(row => (
            <li key={row.number}>
              <span>
                <a className="link" href={`/api/documents/${id}/versions/${row.number}`} download>
                  {say('page.document.version', { number: row.number })}
                </a>
                <span className="t3">
                  {row.savedBy ?? say('page.document.arrived-so')} · {formats.moment(row.savedAt)} ·{' '}
                  {formats.size(row.sizeBytes)}
                </span>
                {row.aside ? <span className="t2">{say('page.document.aside')}</span> : null}
                {may && !row.isNewest ? (
                  <Button look="quiet" size="s" busy={back.busy} onClick={() => restore(row.number)}>
                    {say('documents.restore-version')}
                  </Button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {backRefused ? <Problem title={backRefused.message} todo={backRefused.todo} /> : null}
      {problem ? <Problem title={problem} /> : null}
      {may && detail.program ? <OpenIn id={id} program={detail.program} /> : null}
      {may ? <FilePicker label={say('documents.save-version')} onFiles={save} /> : null}
    </Section>
  )
}

/** Stores the file and saves it as the newest version of what was on the page. */
function useSave({ record }: DocumentDetail) {
  const [problem, setProblem] = useState<string | null>(null)
  const command = useCommand<typeof saveVersion>('documents.save-version')
  const save = async ([file]: readonly File[]) => {
    if (!file) return
    setProblem(null)
    try {
      const { id: fileId } = await storeFile(file, () => undefined)
      await command.run({ id: record.id, expectedVersion: record.version, fileId })
    } catch (fault) {
      setProblem((fault as { refusal?: { message?: string } }).refusal?.message ?? String(fault))
    }
  }
  return { save: (files: readonly File[]) => void save(files), problem }
}
