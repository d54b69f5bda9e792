import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, useRegistry } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import type { Entry, RegistrationDetail, Words } from './registerWords.ts'

export default function RegistrationPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RegistrationDetail> query="documents.get-registration" id={id}>
      {detail => <Registration detail={detail} />}
    </RecordOf>
  )
}

function To({ link }: { readonly link: NonNullable<Entry['party']> }) {
  const href = recordHref(useRegistry()?.kinds, link.kind, link.id)
  return href ? (
    <Link className="link" href={href}>
      {link.title}
    </Link>
  ) : (
    link.title
  )
}

function Registration({ detail }: { readonly detail: RegistrationDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const { record, entry } = detail
  const facts: (Fact | null)[] = [
    { label: say('field.direction'), value: say(`choice.direction.${entry.direction}`) },
    { label: say('field.happenedOn'), value: formats.fullDay(entry.happenedOn) },
    entry.correspondent || entry.party
      ? { label: say('field.correspondent'), value: entry.party ? <To link={entry.party} /> : entry.correspondent }
      : null,
    entry.document ? { label: say('page.register.paper'), value: <To link={entry.document} /> } : null,
    entry.matter ? { label: say('page.register.matter'), value: <To link={entry.matter} /> } : null,
    entry.secrecyBasis ? { label: say('field.secrecyBasis'), value: entry.secrecyBasis } : null,
    { label: say('page.register.by'), value: `${entry.registeredBy}, ${formats.moment(entry.registeredAt)}` },
    entry.struckAt
      ? {
          label: say('page.register.struck'),
          value: [entry.strikeReason, entry.struckBy, formats.moment(entry.struckAt)].filter(Boolean).join(', '),
        }
      : null,
  ]
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.documents'), href: '/documents' },
        { label: say('page.register'), href: '/documents/register' },
        { label: entry.number },
      ]}
      state={
        <>
          <State glyph={record.state === 'struck' ? 'ended' : 'settled'} loud>
            {say(`state.registration.${record.state}`)}
          </State>
          {entry.secret ? <span>{say('field.secret')}</span> : null}
        </>
      }
      can={detail.can as readonly Can[]}
      facts={facts.filter(fact => fact !== null)}
      side={<RecordTimeline id={record.id} />}
    />
  )
}
