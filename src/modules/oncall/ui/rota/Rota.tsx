import '../oncall.css'
import '../../../../web/kit/calendar/events.css'
import { useMemo, useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { addMonths } from '../../../../web/format/day.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { wordLocale } from '../../../../kernel/language/catalogue.ts'
import { dateFormat } from '../../../../web/format/locale.ts'
import { usePermission, useSession } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getSchedule } from '../../contract.ts'
import { hues, type Keys, type RotaDetail, rotaGlyphs, type Schedule, spanOf, untilOf } from '../words.ts'
import { Given, Swaps } from './Given.tsx'
import { Layers, Steps } from './Layers.tsx'
import { Load, Problems } from './Problems.tsx'
import { type Span, Timeline } from './Timeline.tsx'

export default function RotaPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RotaDetail> query="oncall.get-rota" id={id}>
      {rota => <Rota rota={rota} key={id} />}
    </RecordOf>
  )
}

const keys = { 'oncall.publish-rota': 'e', 'oncall.give-turn': 'g' }

function Rota({ rota }: { readonly rota: RotaDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [month, setMonth] = useState(`${formats.today().slice(0, 7)}-01`)
  const [asDraft, setAsDraft] = useState(rota.record.state !== 'live')
  const { data: schedule } = useQuery<typeof getSchedule>('oncall.get-schedule', {
    id: rota.record.id,
    from: month,
    until: addMonths(month, 1),
    draft: asDraft,
  })
  const { now } = rota
  return (
    <RecordPage
      record={rota.record}
      crumbs={[{ label: say('page.oncall'), href: '/oncall' }]}
      state={
        <>
          <State glyph={rotaGlyphs[rota.record.state]} loud>
            {say(`state.rota.${rota.record.state}`)}
          </State>
          {now ? (
            <span>
              <b>{now.person.title}</b> {say('page.oncall.until', { until: untilOf(formats, now.until) })}
            </span>
          ) : null}
        </>
      }
      can={rota.can as readonly Can[]}
      keys={keys}
      facts={[
        { label: say('field.oncall.purpose'), value: rota.purpose || '–' },
        { label: say('field.oncall.zone'), value: rota.zone },
        ...(rota.alarmKinds.length > 0
          ? [{ label: say('field.oncall.alarmKinds'), value: rota.alarmKinds.join(', ') }]
          : []),
        ...(rota.raiseBy.length > 0
          ? [{ label: say('field.oncall.raiseBy'), value: rota.raiseBy.map(one => one.title).join(', ') }]
          : []),
      ]}
      side={
        <>
          {schedule ? <Problems schedule={schedule} /> : null}
          {schedule ? <Load schedule={schedule} /> : null}
          <RecordSide id={rota.record.id} documents={[]} linked={[]} />
        </>
      }
    >
      <Section title={say('page.rota.schedule')}>
        <Head month={month} onMonth={setMonth} rota={rota} asDraft={asDraft} onDraft={setAsDraft} />
        {schedule ? <Month rota={rota} schedule={schedule} /> : null}
      </Section>
      <Layers rota={rota} />
      <Steps rota={rota} />
      <Given rota={rota} />
      <Swaps rota={rota} />
    </RecordPage>
  )
}

interface HeadProps {
  readonly month: string
  readonly onMonth: (month: string) => void
  readonly rota: RotaDetail
  readonly asDraft: boolean
  readonly onDraft: (asDraft: boolean) => void
}

function Head({ month, onMonth, rota, asDraft, onDraft }: HeadProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const locale = wordLocale(useLanguage())
  const name = dateFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    new Date(`${month}T12:00:00Z`),
  )
  return (
    <div className="rota-head">
      <Button
        look="quiet"
        icon="chevron-left"
        aria-label={say('page.rota.previous')}
        onClick={() => onMonth(addMonths(month, -1))}
      />
      <b aria-live="polite">{name}</b>
      <Button
        look="quiet"
        icon="chevron-right"
        aria-label={say('page.rota.next')}
        onClick={() => onMonth(addMonths(month, 1))}
      />
      <Button look="quiet" size="s" onClick={() => onMonth(`${formats.today().slice(0, 7)}-01`)}>
        {say('page.rota.today')}
      </Button>
      <span className="rota-head-end">
        {rota.changed ? (
          <>
            <span className="t2">{say('page.rota.changed')}</span>
            <Button size="s" onClick={() => onDraft(!asDraft)}>
              {say(asDraft ? 'page.rota.as-live' : 'page.rota.as-draft')}
            </Button>
          </>
        ) : null}
        <Button size="s" look="quiet" icon="printer" onClick={() => window.print()}>
          {say('page.rota.print')}
        </Button>
      </span>
    </div>
  )
}

/** The month as a picture, and as the list that a phone and paper show. */
function Month({ rota, schedule }: { readonly rota: RotaDetail; readonly schedule: Schedule }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const me = useSession().principal.id
  const mayGive = usePermission('oncall.give-turn')
  const order = useMemo(
    () => new Map(schedule.people.map((person, n) => [person.id, hues[n % hues.length]!])),
    [schedule],
  )
  const hueOf = (id: string) => order.get(id) ?? 'grey'
  const names = new Map(schedule.people.map(person => [person.id, person.title]))
  const { id } = rota.record
  const give = ({ start, end }: Span) =>
    openCommand({ command: 'oncall.give-turn', input: { id, start, end }, about: rota.record.title })
  return (
    <>
      <Timeline schedule={schedule} hueOf={hueOf} onSpan={mayGive ? give : undefined} />
      {mayGive ? <p className="t3 rota-keys">{say('page.rota.keys')}</p> : null}
      <ul className="rota-turns">
        {schedule.final.map(one => (
          <li key={one.start}>
            <i className="hue-dot" data-hue={hueOf(one.personId)} />
            <span className="what">{names.get(one.personId)}</span>
            <span className="num t2">{spanOf(formats, one)}</span>
            {one.personId === me && rota.record.state === 'live' && Date.parse(one.end) > Date.now() ? (
              <Button
                size="s"
                look="quiet"
                icon="repeat"
                onClick={() =>
                  openCommand({
                    command: 'oncall.ask-swap',
                    input: { id, start: one.start, end: one.end },
                    about: rota.record.title,
                  })
                }
              >
                {say('page.my-turns.swap')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
