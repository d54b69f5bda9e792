import '../scheduling.css'
import { useEffect, useState } from 'react'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { tokenOf } from '../../../../web/entry/token.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, type OutsideAnswer } from '../../../../web/outside.ts'
import { ownZone, useMoment } from '../booking/clock.ts'
import { SlotPicker } from '../booking/SlotPicker.tsx'
import { bookingGlyphs } from '../booking/words.ts'
import type { Keys } from '../words.ts'

interface Booked {
  readonly office: string
  readonly title: string
  readonly hosts: readonly string[]
  readonly state: keyof typeof bookingGlyphs
  readonly start: string
  readonly minutes: number
  readonly place: string
  readonly note: string
  readonly wanted: string | null
  readonly asks: boolean
  readonly changesUntil: string
  readonly mayMove: boolean
  readonly mayCancel: boolean
  readonly late: boolean
  readonly starts: readonly string[]
}

type Fault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

/** What somebody outside booked: they confirm it, take another time, or cancel it. Nothing is done by opening the link. */
export default function BookedPage() {
  const say = useSay<Keys>()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [booked, setBooked] = useState<Booked | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const ask = async (path: string, body: object = {}) => {
    setBusy(true)
    const answer = await askOutside<Booked>(`booking/${path}`, { token, language, body })
    setBusy(false)
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) setBooked(answer.body)
    return answer.ok
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language asks nothing anew
  useEffect(() => {
    if (token) void ask('open')
  }, [])
  if (!booked)
    return (
      <EntrySheet title={say('page.booked')}>
        {token ? (
          <EntryProblem problem={fault} />
        ) : (
          <Problem title={say('refusal.booking-link-closed')} todo={say('refusal.booking-link-closed.todo')} />
        )}
      </EntrySheet>
    )
  return (
    <EntrySheet title={booked.title} text={booked.office}>
      <Facts booked={booked} />
      {fault ? <EntryProblem problem={fault} /> : null}
      <Acts booked={booked} busy={busy} onAsk={ask} />
    </EntrySheet>
  )
}

function Facts({ booked }: { readonly booked: Booked }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const moment = useMoment()
  const facts = [
    [say('page.booked.when'), `${moment.whole(booked.start)} (${ownZone})`],
    [say('page.booked.wanted'), booked.wanted ? moment.whole(booked.wanted) : ''],
    [say('page.times.length'), formats.minutes(booked.minutes)],
    [say('page.booked.with'), booked.hosts.join(', ')],
    [say('page.times.where'), booked.place],
  ].filter(([, value]) => value)
  return (
    <>
      <p role="status">
        <State glyph={bookingGlyphs[booked.state]} loud>
          {say(`page.booked.state.${booked.state}`)}
        </State>
      </p>
      <dl className="times-facts">
        {facts.map(([label, value]) => (
          <div key={label} className="times-fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {booked.note ? <p className="times-note">{booked.note}</p> : null}
    </>
  )
}

interface ActsProps {
  readonly booked: Booked
  readonly busy: boolean
  readonly onAsk: (path: string, body?: object) => Promise<boolean>
}

function Acts({ booked, busy, onAsk }: ActsProps) {
  const say = useSay<Keys>()
  const moment = useMoment()
  const [moving, setMoving] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const open = async () => {
    if (await onAsk('open', { times: true })) setMoving(true)
  }
  const move = async () => {
    if (picked && (await onAsk('move', { start: picked }))) setMoving(false)
    else if (picked) await onAsk('open', { times: true })
    setPicked(null)
  }
  if (booked.late) return <p className="t2">{say('page.booked.late')}</p>
  return (
    <>
      {booked.state === 'unconfirmed' ? <p className="t2">{say('page.booked.confirm.text')}</p> : null}
      {moving ? <SlotPicker starts={booked.starts} zone={ownZone} picked={picked} onPick={setPicked} /> : null}
      <div className="form-foot">
        {booked.state === 'unconfirmed' ? (
          <Button look="primary" busy={busy} onClick={() => void onAsk('confirm')}>
            {say('page.booked.confirm')}
          </Button>
        ) : null}
        {moving ? (
          <Button
            look="primary"
            busy={busy}
            refused={picked === null ? say('page.book.choose') : undefined}
            onClick={() => void move()}
          >
            {say(booked.asks ? 'page.booked.move.ask' : 'page.booked.move.take')}
          </Button>
        ) : booked.mayMove ? (
          <Button busy={busy} onClick={() => void open()}>
            {say('page.booked.move')}
          </Button>
        ) : null}
        {booked.mayCancel ? (
          <Button look="quiet" busy={busy} onClick={() => void onAsk('cancel')}>
            {say('page.booked.cancel')}
          </Button>
        ) : null}
      </div>
      {booked.mayCancel && booked.state === 'booked' ? (
        <p className="t3">{say('page.booked.until', { until: moment.whole(booked.changesUntil) })}</p>
      ) : null}
    </>
  )
}
