import '../visitors.css'
import { PrintPaper } from '../../../../web/kit/PrintPaper.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type Keys, type VisitorDetail, visitorGlyphs, whenOf } from '../words.ts'

export default function VisitorPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<VisitorDetail> query="visitors.get-visitor" id={id}>
      {visitor => <Visitor visitor={visitor} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'visitors.sign-in-visitor': 'e',
  'visitors.meet-visitor': 'e',
  'visitors.sign-out-visitor': 'd',
}

function Visitor({ visitor }: { readonly visitor: VisitorDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { record } = visitor
  const isInside = record.state === 'waiting' || record.state === 'received'
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.visitors'), href: '/visitors' }]}
      state={
        <>
          <State glyph={visitorGlyphs[record.state]} loud>
            {say(`state.visitor.${record.state}`)}
          </State>
          {record.state === 'waiting' && visitor.told > 1 ? (
            <span className="t2">{say('page.visitors.told', { count: visitor.told })}</span>
          ) : null}
        </>
      }
      can={visitor.can}
      keys={keys}
      facts={useFacts(visitor)}
      side={
        <RecordSide
          id={record.id}
          documents={visitor.signed.flatMap(one => one.document ?? [])}
          linked={[visitor.party, visitor.event]}
        />
      }
    >
      {isInside || record.state === 'expected' ? (
        <p className="vis-ends">
          <PrintPaper
            stock="badge"
            address={`/api/visitors/${record.id}/badge.pdf`}
            called={[record.title, visitor.badgeNo].filter(Boolean).join(' · ')}
            of={record.id}
          >
            {say('page.visitor.print-badge')}
          </PrintPaper>
        </p>
      ) : null}
      {visitor.hasPhoto ? (
        <img className="vis-photo" src={`/api/visitors/${record.id}/photo`} alt={say('page.visitor.photo')} />
      ) : null}
      {visitor.about ? (
        <Section title={say('field.visitors.about')}>
          <p className="vis-text">{visitor.about}</p>
        </Section>
      ) : null}
      <Slips visitor={visitor} />
      {visitor.signed.length > 0 ? (
        <Section title={say('page.visitor.signed')} count={visitor.signed.length}>
          <ul className="vis-lines vis-kiosks">
            {visitor.signed.map(one => (
              <li key={one.what}>
                <span className="who">
                  <b>
                    {one.document ? (
                      <Link href={`/documents/${one.document.id}`}>{say(`page.visitor.signed.${one.what}`)}</Link>
                    ) : (
                      say(`page.visitor.signed.${one.what}`)
                    )}
                  </b>
                </span>
                <span className="num t2">{whenOf(formats, one.at)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </RecordPage>
  )
}

function Slips({ visitor }: { readonly visitor: VisitorDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  if (visitor.slips.length === 0) return null
  return (
    <Section title={say('page.visitor.slips')} count={visitor.slips.length}>
      <ul className="vis-lines vis-kiosks">
        {visitor.slips.map(slip => (
          <li key={slip.id}>
            <span className="who">
              <b>{say(`choice.visitors.what.${slip.what}`)}</b> <span className="num">{slip.plate ?? slip.code}</span>
              <span>{say('page.visitor.valid', { until: whenOf(formats, slip.until) })}</span>
            </span>
            <PrintPaper
              size="s"
              stock={`${slip.what}-slip`}
              address={`/api/visitors/${visitor.record.id}/slips/${slip.id}`}
              called={`${say(`choice.visitors.what.${slip.what}`)} ${slip.number}`}
              of={visitor.record.id}
            >
              {say('page.visitor.print-slip', { number: slip.number })}
            </PrintPaper>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function useFacts(visitor: VisitorDetail): readonly Fact[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  const when = (label: Keys, at: string | null): Fact | null =>
    at ? { label: say(label), value: whenOf(formats, at) } : null
  const fact = (label: Keys, value: string | null): Fact | null => (value ? { label: say(label), value } : null)
  const facts: (Fact | null)[] = [
    fact('field.visitors.company', visitor.company),
    fact('field.visitors.hostId', visitor.host?.title ?? null),
    when('field.visitors.start', visitor.start),
    fact('field.visitors.place', visitor.place),
    when('page.visitor.arrived', visitor.arrivedAt),
    when('page.visitor.met', visitor.receivedAt),
    visitor.forgot
      ? { label: say('page.visitor.left'), value: say('page.visitors.forgot') }
      : when('page.visitor.left', visitor.leftAt),
    visitor.badgeNo
      ? { label: say('page.visitors.badge', { number: '' }).trim(), value: String(visitor.badgeNo) }
      : null,
    visitor.record.state === 'expected'
      ? { label: say('page.visitor.code'), value: <span className="vis-code num">{visitor.code}</span> }
      : null,
    fact('field.visitors.plate', visitor.plate),
    visitor.email
      ? { label: say.maybe('field.email') ?? '', value: <a href={`mailto:${visitor.email}`}>{visitor.email}</a> }
      : null,
    visitor.phone
      ? { label: say('field.visitors.phone'), value: <a href={`tel:${visitor.phone}`}>{visitor.phone}</a> }
      : null,
    when('page.visitor.welcomed', visitor.welcomedAt),
    { label: say('page.visitor.erased'), value: formats.fullDay(visitor.eraseOn) },
  ]
  return facts.filter(one => one !== null)
}
