import './outside.css'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, usePermission, useRegistry } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { requestLetter, tickRequestedItem } from '../../contract.ts'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { glyphs } from './Requests.tsx'
import { CopyLine } from './ShareLink.tsx'
import type { RequestDetail, Words } from './outsideWords.ts'

export default function RequestPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RequestDetail> query="documents.get-file-request" id={id}>
      {detail => <RequestRecord detail={detail} />}
    </RecordOf>
  )
}

function useRequestFacts({ request }: RequestDetail): readonly Fact[] {
  const say = useSay<Words>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  const link = (thing: { id: string; kind: string; title: string } | null, text?: string) => {
    const href = thing && recordHref(kinds, thing.kind, thing.id)
    return href ? (
      <Link className="link" href={href}>
        {text ?? thing.title}
      </Link>
    ) : (
      text
    )
  }
  const mail = say(`page.requests.mail.${request.mail}`, { error: request.mailError ?? '' })
  const facts: (Fact | null)[] = [
    { label: say('field.documents.ask-for-files.askedOf'), value: link(request.party, request.askedOf) },
    { label: say('page.requests.mail'), value: [request.email, mail].filter(Boolean).join(', ') },
    { label: say('page.requests.until'), value: formats.weekday(request.dueOn) },
    request.matter ? { label: say('field.documents.ask-for-files.matterId'), value: link(request.matter) } : null,
    { label: say('page.requests.asked'), value: `${formats.moment(request.askedAt)}, ${request.askedBy}` },
    request.closedAt
      ? {
          label: say(`state.file-request.${request.state}`),
          value: [formats.moment(request.closedAt), request.closedBy].filter(Boolean).join(', '),
        }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}

function RequestRecord({ detail }: { readonly detail: RequestDetail }) {
  const say = useSay<Words>()
  const { record, request } = detail
  const may = usePermission('documents.ask-for-files')
  const isOpen = request.closedAt === null
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.documents'), href: '/documents' },
        { label: say('page.requests'), href: '/documents/requests' },
      ]}
      state={
        <>
          <State glyph={glyphs[record.state]} loud>
            {say(`state.file-request.${record.state}`)}
          </State>
          <span>{say('page.requests.of', { count: request.ticked, most: request.wanted })}</span>
        </>
      }
      can={detail.can as readonly Can[]}
      facts={useRequestFacts(detail)}
      side={<RecordTimeline id={record.id} />}
    >
      <Section title={say('page.requests.wanted')}>
        <ul className="request-items">
          {request.items.map(item => (
            <li key={item.position}>
              <State glyph={item.ticked ? 'done' : 'waits'}>{item.label}</State>
              {item.came > 0 ? <span className="t3">{say('page.requests.files', { count: item.came })}</span> : null}
              {may && isOpen ? <TickButton detail={detail} item={item} /> : null}
            </li>
          ))}
        </ul>
      </Section>
      {request.reply ? (
        <Section title={say('page.requests.reply')}>
          <p className="outside-note">{request.reply}</p>
        </Section>
      ) : null}
      <Papers detail={detail} />
      {may && isOpen ? <Letter id={record.id} /> : null}
    </RecordPage>
  )
}

function TickButton({
  detail,
  item,
}: {
  readonly detail: RequestDetail
  readonly item: RequestDetail['request']['items'][number]
}) {
  const say = useSay<Words>()
  const name = item.ticked ? 'documents.untick-requested-item' : 'documents.tick-requested-item'
  const ticking = useCommand<typeof tickRequestedItem>(name)
  const { id, version } = detail.record
  return (
    <Button
      size="s"
      look="quiet"
      busy={ticking.busy}
      aria-label={`${say(name)}: ${item.label}`}
      onClick={() => void ticking.run({ id, expectedVersion: version, position: item.position })}
    >
      {say(name)}
    </Button>
  )
}

function Papers({ detail }: { readonly detail: RequestDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const { papers, items } = detail.request
  if (papers.length === 0) return null
  const label = (position: number | null) => items.find(item => item.position === position)?.label ?? ''
  return (
    <Section title={say('page.requests.papers')} count={say('page.requests.files', { count: papers.length })}>
      <div className="keep-scroll" tabIndex={0} role="region" aria-label={say('page.requests.papers')}>
        <table className="tbl">
          <tbody>
            {papers.map(paper => (
              <tr key={paper.id}>
                <td>
                  <Link className="link" href={`/documents/${paper.id}`}>
                    {paper.title}
                  </Link>
                </td>
                <td className="t2">{label(paper.position)}</td>
                <td className="n">{formats.moment(paper.cameAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

/** The mail to send by oneself, where Kontor has not: with the link, to copy whole. */
function Letter({ id }: { readonly id: string }) {
  const say = useSay<Words>()
  const { data } = useQuery<typeof requestLetter>('documents.request-letter', { id })
  if (!data) return null
  const address = location.origin + data.path
  const text = data.body.replaceAll('{link}', address)
  return (
    <>
      <Section title={say('page.shares.link')}>
        <CopyLine label={say('page.shares.link')} text={address} />
      </Section>
      <Section title={say('page.requests.letter')}>
        <p>
          <b>{data.subject}</b>
        </p>
        <p className="outside-note">{text}</p>
        <Button icon="copy" onClick={() => void navigator.clipboard.writeText(`${data.subject}\n\n${text}`)}>
          {say('page.requests.copy')}
        </Button>
      </Section>
    </>
  )
}
