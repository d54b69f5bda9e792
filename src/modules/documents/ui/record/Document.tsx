import './record.css'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { Rich, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { DocumentDetail, DocumentKeys } from '../confirm/confirmTypes.ts'
import { isOpen } from '../confirm/doubts.ts'
import { NeedsHelp } from '../in/NeedsHelp.tsx'
import { ShareButton } from '../outside/ShareButton.tsx'
import { DocumentStateMark } from '../list/DocumentState.tsx'
import { DocumentSide } from './DocumentSide.tsx'
import { DuplicateAlarm } from './DuplicateAlarm.tsx'
import { Parts } from './Parts.tsx'
import { ReadFields } from './ReadFields.tsx'
import { Table } from './Table.tsx'
import { useFacts } from './useFacts.tsx'

export default function DocumentPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<DocumentDetail> query="documents.get-document" id={id}>
      {detail => <DocumentRecord key={detail.record.id} detail={detail} />}
    </RecordOf>
  )
}

/** These have their own place on the page, or in the confirm view, where the paper stands beside them. */
const elsewhere: ReadonlySet<string> = new Set([
  'documents.save-version',
  'documents.begin-opening',
  'documents.change-pages',
  'documents.confirm',
  'documents.is-duplicate',
  'documents.keep-both',
  'documents.share',
])
const keys = {
  'documents.file-under': 'f',
  'documents.set-aside': 's',
  'documents.discard': 'x',
  'documents.restore': 'r',
}

/** These stand open, in this order; the rest is under More. */
const first = [
  'documents.set-aside',
  'documents.bring-back',
  'documents.put-back',
  'documents.discard',
  'documents.restore',
  'documents.file-under',
  'documents.reopen-document',
]
const rank = (command: string) => (first.includes(command) ? first.indexOf(command) : first.length)

function DocumentRecord({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const { record, row } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.documents'), href: '/documents' },
        { label: say(`choice.kind.${row.kind}`), href: `/documents?kind=${row.kind}` },
        { label: row.number ?? row.name },
      ]}
      title={row.sender?.name ?? record.title}
      state={
        <>
          <DocumentStateMark line={{ ...row, duplicate: false }} loud />
          <span>{say(`choice.kind.${row.kind}`)}</span>
          {row.number ? <span>{row.number}</span> : null}
          {row.subject ? <span>{row.subject}</span> : null}
          {record.class >= 2 ? <span>{say(record.class === 3 ? 'record.class.3' : 'record.class.2')}</span> : null}
          {detail.setAsideUntil ? <span>{formats.weekday(detail.setAsideUntil)}</span> : null}
        </>
      }
      figure={
        row.total ? (
          <>
            {formats.amount(row.total)}
            <small>{row.total.currency}</small>
          </>
        ) : undefined
      }
      due={
        row.dueOn ? (
          <Rich>{`${say('field.dueOn')} **${formats.weekday(row.dueOn)}**, ${formats.relative(row.dueOn)}`}</Rich>
        ) : undefined
      }
      can={detail.can
        .filter(({ command }) => !elsewhere.has(command))
        .toSorted((a, b) => rank(a.command) - rank(b.command))}
      keys={keys}
      last={<ShareButton detail={detail} />}
      alarm={
        <>
          {detail.duplicate && isOpen(detail) ? <DuplicateAlarm detail={detail} duplicate={detail.duplicate} /> : null}
          <ToDo detail={detail} />
        </>
      }
      facts={useFacts(detail)}
      side={<DocumentSide detail={detail} />}
    >
      <Parts detail={detail} />
      <Table detail={detail} />
      <ReadFields detail={detail} />
      <Text detail={detail} />
    </RecordPage>
  )
}

/** What is still to be done with it: to confirm it beside the paper, or to help the reading. */
function ToDo({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const go = useGo()
  const { record, row } = detail
  const confirmable =
    isOpen(detail) && detail.can.some(one => one.command === 'documents.confirm' && !one.refusedBecause)
  const address = `/confirm/${record.id}`
  useHotkeys([confirmable && { keys: 'e', label: say('page.document.confirm'), run: () => go(address) }])
  if (row.state === 'needs-help') return <NeedsHelp row={row} />
  if (!confirmable) return null
  return (
    <div className="to-do">
      <ButtonLink href={address} look="primary" keys="e">
        {say('page.document.confirm')}
      </ButtonLink>
      <span className="t2">
        {row.sure ? say('page.confirm.all-sure') : say('page.confirm.unsure', { count: row.doubts })}
      </span>
    </div>
  )
}

/** The words of it, for copying and for those who cannot see the picture. */
function Text({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  if (!detail.text.trim()) return null
  return (
    <Section title={say('page.document.text')}>
      <details className="doc-text" open={detail.pages.every(page => page.source === 'flow')}>
        <summary>{say('page.document.show-text')}</summary>
        <p lang={detail.language ?? undefined}>{detail.text}</p>
      </details>
    </Section>
  )
}
