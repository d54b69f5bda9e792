import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { ShareLink } from './ShareLink.tsx'
import type { ShareDetail, Words } from './outsideWords.ts'

export default function SharePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ShareDetail> query="documents.get-share" id={id}>
      {detail => <ShareRecord detail={detail} />}
    </RecordOf>
  )
}

function useShareFacts({ share }: ShareDetail): readonly Fact[] {
  const say = useSay<Words>()
  const formats = useFormats()
  const opened =
    share.mostFetches === null
      ? String(share.fetches)
      : say('page.shares.of', { count: share.fetches, most: share.mostFetches })
  const facts: (Fact | null)[] = [
    share.document
      ? {
          label: say('page.shares.paper'),
          value: (
            <Link className="link" href={`/documents/${share.document.id}`}>
              {share.document.title}
            </Link>
          ),
        }
      : null,
    { label: say('field.documents.share.recipient'), value: share.recipient ?? say('page.shares.anybody') },
    { label: say('page.shares.until'), value: formats.moment(share.expiresAt) },
    { label: say('page.shares.fetches'), value: opened },
    {
      label: say('page.shares.last'),
      value: share.lastFetchAt ? formats.moment(share.lastFetchAt) : say('page.shares.never'),
    },
    { label: say('field.documents.share.form'), value: say(`choice.form.${share.form}`) },
    { label: say('page.shares.by'), value: `${formats.moment(share.sharedAt)}, ${share.sharedBy}` },
    share.endedAt
      ? {
          label: say(`state.share.${share.state}`),
          value: [formats.moment(share.endedAt), share.endedBy].filter(Boolean).join(', '),
        }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}

function ShareRecord({ detail }: { readonly detail: ShareDetail }) {
  const say = useSay<Words>()
  const { record, share } = detail
  const may = usePermission('documents.share')
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.documents'), href: '/documents' },
        { label: say('page.shares'), href: '/documents/shares' },
      ]}
      state={
        <>
          <State glyph={record.state === 'live' ? 'open' : 'ended'} loud>
            {say(`state.share.${record.state}`)}
          </State>
          {share.withPassword ? <span>{say('page.shares.password')}</span> : null}
        </>
      }
      can={detail.can as readonly Can[]}
      facts={useShareFacts(detail)}
      side={<RecordTimeline id={record.id} />}
    >
      {may && share.document && record.state === 'live' ? (
        <Section title={say('page.shares.link')}>
          <ShareLink id={record.id} />
        </Section>
      ) : null}
      {share.note ? (
        <Section title={say('field.documents.share.note')}>
          <p className="outside-note">{share.note}</p>
        </Section>
      ) : null}
    </RecordPage>
  )
}
