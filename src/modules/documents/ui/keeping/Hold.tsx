import './keeping.css'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, useRegistry } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import type { HoldDetail, Words } from './keepingWords.ts'
import { useHoldWords } from './useHoldWords.ts'

export default function HoldPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<HoldDetail> query="documents.get-hold" id={id}>
      {detail => <HoldRecord detail={detail} />}
    </RecordOf>
  )
}

function HoldRecord({ detail }: { readonly detail: HoldDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const covers = useHoldWords()
  const kinds = useRegistry()?.kinds
  const { record, hold } = detail
  const target = hold.record ? recordHref(kinds, hold.record.kind, hold.record.id) : null
  const facts: (Fact | null)[] = [
    {
      label: say('page.keeping.covers'),
      value:
        hold.record && target ? (
          <>
            {say('page.keeping.everything-of')}{' '}
            <Link className="link" href={target}>
              {hold.record.title}
            </Link>
          </>
        ) : (
          covers(hold)
        ),
    },
    { label: say('page.keeping.reason'), value: hold.reason },
    { label: say('page.keeping.placed'), value: `${formats.moment(hold.placedAt)}, ${hold.placedBy}` },
    hold.liftedAt
      ? {
          label: say('page.keeping.lifted'),
          value: [formats.moment(hold.liftedAt), hold.liftedBy, hold.liftReason].filter(Boolean).join(', '),
        }
      : null,
  ]
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.documents'), href: '/documents' },
        { label: say('kind.hold.plural'), href: '/documents/holds' },
      ]}
      state={
        <State glyph={record.state === 'lifted' ? 'ended' : 'blocked'} loud>
          {say(`state.hold.${record.state}`)}
        </State>
      }
      can={detail.can as readonly Can[]}
      facts={facts.filter(fact => fact !== null)}
      side={<RecordTimeline id={record.id} />}
    >
      {detail.papers.length > 0 ? (
        <Section title={say('page.keeping.covers')} count={say('page.documents.count', { count: detail.covers })}>
          <div className="keep-scroll" tabIndex={0} role="region" aria-label={say('page.keeping.covers')}>
            <table className="tbl">
              <tbody>
                {detail.papers.map(paper => (
                  <tr key={paper.id}>
                    <td>
                      <Link className="link" href={`/documents/${paper.id}`}>
                        {paper.title}
                      </Link>
                    </td>
                    <td className="t2">{say(`choice.kind.${paper.kind}`)}</td>
                    <td className="n">{formats.fullDay(formats.dayOf(paper.receivedAt))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      ) : null}
    </RecordPage>
  )
}
