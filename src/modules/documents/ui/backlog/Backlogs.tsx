import './backlog.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { storeFile } from '../../../../web/client.ts'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link, useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { beginBacklog, listBacklogs } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { BacklogStateMark } from './BacklogState.tsx'

type Line = OutputOf<typeof listBacklogs>['rows'][number]

/** Archives of old files: those that came in, and the beginning of one more. */
export default function Backlogs() {
  const say = useSay<DocumentKeys>()
  const list = useQuery<typeof listBacklogs>('documents.list-backlogs')
  const { begin, part, problem } = useBegin()
  const rows = list.data?.rows ?? []
  const picker = (
    <FilePicker label={say('page.backlog.choose')} look="primary" accept=".zip,application/zip" onFiles={begin} />
  )
  return (
    <Page
      title={say('page.backlog')}
      crumbs={[{ label: say('page.documents'), href: '/documents' }, { label: say('page.backlog') }]}
      end={rows.length > 0 ? picker : undefined}
    >
      {list.isError ? <QueryProblem fault={list.error} again={() => void list.refetch()} /> : null}
      {list.isPending ? <SkeletonRows rows={3} /> : null}
      {problem ? <Problem title={problem} /> : null}
      {part === null ? null : (
        <div className="backlog-progress">
          <progress aria-label={say('documents.begin-backlog')} value={part} max={1} />
          <Sending part={part} />
        </div>
      )}
      {list.data && rows.length === 0 ? <Empty text={say('page.backlog.empty')}>{picker}</Empty> : null}
      {rows.length > 0 ? <Lines rows={rows} /> : null}
      {list.data ? <p className="t3 backlog-machine">{say('page.backlog.machine')}</p> : null}
    </Page>
  )
}

function Sending({ part }: { readonly part: number }) {
  const say = useSay<DocumentKeys>()
  return <span className="t2 num">{say('page.backlog.sending', { part: useFormats().percent(part) })}</span>
}

/** Sends the ZIP, begins, and goes to where the map is accepted. */
function useBegin() {
  const go = useGo()
  const [part, setPart] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const command = useCommand<typeof beginBacklog>('documents.begin-backlog')
  const begin = async (files: readonly File[]) => {
    const [file] = files
    if (!file || part !== null) return
    setProblem(null)
    setPart(0)
    try {
      const { id } = await storeFile(file, setPart)
      const answer = await command.run({ name: file.name.replace(/\.zip$/i, '').slice(0, 200) || 'ZIP', fileId: id })
      if (answer.status === 'done') go(`/documents/backlog/${answer.output.id}`)
    } catch (fault) {
      setProblem((fault as { refusal?: { message?: string } }).refusal?.message ?? String(fault))
    } finally {
      setPart(null)
    }
  }
  return { begin: (files: readonly File[]) => void begin(files), part, problem }
}

function Lines({ rows }: { readonly rows: readonly Line[] }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  return (
    <table className="tbl backlogs">
      <thead>
        <tr>
          <th>{say('field.name')}</th>
          <th className="state">{say('page.documents.state')}</th>
          <th className="n">{say('page.backlog.files')}</th>
          <th className="n wide">{say('page.backlog.documents')}</th>
          <th className="wide">{say('page.backlog.begun')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.id}>
            <td>
              <Link className="link" href={`/documents/backlog/${row.id}`}>
                {row.title}
              </Link>
            </td>
            <td className="state">
              <BacklogStateMark state={row.state} />
            </td>
            <td className="n">{formats.number(row.files)}</td>
            <td className="n wide">{formats.number(row.documents)}</td>
            <td className="t2 wide">{formats.moment(row.begunAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
