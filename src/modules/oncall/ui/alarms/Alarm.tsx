import '../oncall.css'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { type Glyph, State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type AlarmDetail, alarmGlyphs, type Keys } from '../words.ts'

export default function AlarmPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<AlarmDetail> query="oncall.get-alarm" id={id}>
      {alarm => <Alarm alarm={alarm} key={id} />}
    </RecordOf>
  )
}

const keys = { 'oncall.acknowledge-alarm': 'e', 'oncall.resolve-alarm': 'd' }

function Alarm({ alarm }: { readonly alarm: AlarmDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { record } = alarm
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.alarms'), href: '/alarms' }]}
      state={
        <>
          <State glyph={alarmGlyphs[record.state]} loud>
            {say(`state.oncall-alarm.${record.state}`)}
          </State>
          {record.state === 'open' ? (
            <span className="t2">
              {alarm.nextAt ? say('page.alarm.next', { at: formats.time(alarm.nextAt) }) : say('page.alarm.no-next')}
            </span>
          ) : null}
        </>
      }
      can={alarm.can as readonly Can[]}
      keys={keys}
      facts={useFacts(alarm)}
      side={<RecordSide id={record.id} documents={[]} linked={[alarm.rota, alarm.about]} />}
    >
      {alarm.details ? (
        <Section title={say('page.alarm.details')}>
          <p className="rota-text">{alarm.details}</p>
        </Section>
      ) : null}
      {alarm.outcome ? (
        <Section title={say('page.alarm.outcome')}>
          <p className="rota-text">{alarm.outcome}</p>
        </Section>
      ) : null}
      <Attempts alarm={alarm} />
    </RecordPage>
  )
}

function useFacts(alarm: AlarmDetail): readonly Fact[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { rota, raisedAt, acknowledgedAt } = alarm
  const minutes = acknowledgedAt ? Math.round((Date.parse(acknowledgedAt) - Date.parse(raisedAt)) / 60_000) : 0
  const facts: (Fact | null)[] = [
    { label: say('field.oncall.rotaId'), value: rota ? <Link href={`/oncall/${rota.id}`}>{rota.title}</Link> : '–' },
    alarm.kind ? { label: say('field.oncall.kind'), value: alarm.kind } : null,
    { label: say('page.alarms.raised'), value: `${formats.moment(raisedAt)}, ${alarm.raisedBy?.title ?? '–'}` },
    alarm.acknowledgedBy && acknowledgedAt
      ? {
          label: say('page.alarms.taken'),
          value: `${alarm.acknowledgedBy.title}, ${formats.moment(acknowledgedAt)} (${say('page.alarm.quickly', { length: formats.minutes(minutes) })})`,
        }
      : null,
    alarm.workedMinutes === null
      ? null
      : { label: say('page.alarm.worked'), value: formats.minutes(alarm.workedMinutes) },
  ]
  return facts.filter(fact => fact !== null)
}

type Attempt = AlarmDetail['attempts'][number]

const glyphs: Readonly<Record<Attempt['state'], Glyph>> = {
  sending: 'waits',
  sent: 'done',
  failed: 'late',
  'no-way': 'blocked',
  nobody: 'late',
  acknowledged: 'settled',
}

/** Who was told, by what, and what became of it. */
function Attempts({ alarm }: { readonly alarm: AlarmDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const all = alarm.steps * alarm.rounds
  return (
    <Section title={say('page.alarm.attempts')} count={alarm.attempts.length}>
      <ol className="rota-lines">
        {alarm.attempts.map(one => (
          <li key={one.id}>
            <span className="num t2">{formats.moment(one.at)}</span>
            <b>{one.person?.title ?? say('page.oncall.nobody')}</b>
            <span className="what">{one.way ? say(`choice.oncall.ways.${one.way}`) : ''}</span>
            <span className="t3">{say('page.alarm.step', { step: one.taken, all })}</span>
            <State glyph={glyphs[one.state]}>
              {say(`page.alarm.attempt.${one.state}`)}
              {one.error ? `: ${one.error}` : ''}
            </State>
          </li>
        ))}
      </ol>
    </Section>
  )
}
