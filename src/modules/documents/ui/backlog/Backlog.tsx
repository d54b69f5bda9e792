import './backlog.css'
import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { acceptBacklog, getBacklog } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { BacklogStateMark } from './BacklogState.tsx'
import { type Choices, Folders } from './Folders.tsx'

export type BacklogDetail = OutputOf<typeof getBacklog>

export default function BacklogPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<BacklogDetail> query="documents.get-backlog" id={id}>
      {detail => <Backlog key={detail.record.id} detail={detail} />}
    </RecordOf>
  )
}

/** One archive of old files: its map to accept, then how far it has come, then what was left out. */
function Backlog({ detail }: { readonly detail: BacklogDetail }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const { record, state } = detail
  const [choices, setChoices] = useState<Choices>({})
  const accept = useCommand<typeof acceptBacklog>('documents.accept-backlog')
  const offered = detail.can.find(({ command }) => command === 'documents.accept-backlog')
  const run = () => {
    if (!offered || accept.busy) return
    const folders = Object.entries(choices).map(([path, choice]) => ({ path, ...choice }))
    void accept.run({ ...(offered.input as { id: string }), folders })
  }
  // What was chosen has been done: the page then shows what is.
  useEffect(() => {
    if (state !== 'proposed') setChoices({})
  }, [state])
  useHotkeys(offered ? [{ keys: 'mod+enter', label: say('documents.accept-backlog'), run }] : [])
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.documents'), href: '/documents' },
        { label: say('page.backlog'), href: '/documents/backlog' },
        { label: record.title },
      ]}
      state={<BacklogStateMark state={state} loud />}
      can={detail.can.filter(({ command }) => command !== 'documents.accept-backlog')}
      alarm={detail.problem ? <Problem title={problemWords(say, detail.problem)} /> : undefined}
      facts={[
        { label: say('page.backlog.files'), value: formats.number(detail.files) },
        { label: say('page.backlog.size'), value: formats.size(detail.bytes) },
        { label: say('page.backlog.documents'), value: formats.number(detail.documents) },
        { label: say('page.backlog.same'), value: formats.number(detail.same) },
        { label: say('page.backlog.unreadable'), value: formats.number(detail.unreadable) },
        { label: say('page.backlog.not-opened'), value: formats.number(detail.leftOut) },
      ]}
    >
      <Progress detail={detail} />
      {state === 'following' ? <p className="t2">{say('page.backlog.following')}</p> : null}
      {state === 'looking' ? <p className="t2">{say('page.backlog.looking')}</p> : null}
      {detail.folders.length > 0 ? (
        <Section title={say('field.folders')} count={detail.folders.length} bare>
          {offered ? (
            <div className="backlog-accept">
              <p className="t2">{say('page.backlog.proposed')}</p>
              <Button look="primary" keys="mod+enter" busy={accept.busy} onClick={run}>
                {say('documents.accept-backlog')}
              </Button>
            </div>
          ) : null}
          <Folders folders={detail.folders} choices={choices} onChange={offered ? setChoices : null} />
        </Section>
      ) : null}
      <NotOpened lines={detail.notOpened} />
    </RecordPage>
  )
}

const problemWords = (say: ReturnType<typeof useSay<DocumentKeys>>, name: string) =>
  say.maybe(`backlog.problem.${name}`) ?? say.maybe(`reading.${name}`) ?? name

function Progress({ detail: { state, done, files } }: { readonly detail: BacklogDetail }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  if (!['running', 'following', 'stopped', 'finished'].includes(state)) return null
  return (
    <div className="backlog-progress">
      {state === 'finished' || state === 'following' ? null : (
        <progress aria-label={say('documents.take-backlog-batch')} value={done} max={Math.max(1, files)} />
      )}
      <span className="t2 num" role="status">
        {say('page.backlog.progress', { done: formats.number(done), files: formats.number(files) })}
      </span>
    </div>
  )
}

function NotOpened({ lines }: { readonly lines: BacklogDetail['notOpened'] }) {
  const say = useSay<DocumentKeys>()
  if (lines.length === 0) return null
  return (
    <Section title={say('page.backlog.not-opened')} bare>
      <table className="tbl">
        <tbody>
          {lines.map(({ path, reason }) => (
            <tr key={path}>
              <td className="backlog-path">{path}</td>
              <td className="t2">{problemWords(say, reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
