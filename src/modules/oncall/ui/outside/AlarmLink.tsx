import '../oncall.css'
import { useEffect, useState } from 'react'
import { wordLocale } from '../../../../kernel/language/catalogue.ts'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { tokenOf } from '../../../../web/entry/token.ts'
import { dateFormat } from '../../../../web/format/locale.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, type OutsideAnswer } from '../../../../web/outside.ts'
import type { Keys } from '../words.ts'

interface Shown {
  readonly office: string
  readonly zone: string
  readonly title: string
  readonly details: string
  readonly kind: string | null
  readonly rota: string
  readonly raisedBy: string
  readonly raisedAt: string
  readonly state: 'open' | 'acknowledged' | 'resolved'
  readonly acknowledgedBy: string | null
  readonly mine: boolean
  readonly path: string
}

type Fault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

/** The alarm that a message told of, for whoever has its link: one button, as big as a thumb. */
export default function AlarmLink() {
  const say = useSay<Keys>()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [shown, setShown] = useState<Shown | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const ask = async (way: 'open' | 'take') => {
    setBusy(true)
    const answer = await askOutside<Shown>(`alarm/${way}`, { token: token ?? '', language })
    setBusy(false)
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) setShown(answer.body)
    else if (way === 'take')
      void askOutside<Shown>('alarm/open', { token: token ?? '', language }).then(now =>
        now.ok ? setShown(now.body) : undefined,
      )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language asks nothing anew
  useEffect(() => {
    if (token) void ask('open')
  }, [])
  if (!token)
    return (
      <EntrySheet title={say('page.alarm-link')}>
        <Problem title={say('refusal.alarm-link-closed')} todo={say('refusal.alarm-link-closed.todo')} />
      </EntrySheet>
    )
  return (
    <EntrySheet
      title={shown?.title ?? say('page.alarm-link')}
      text={shown ? `${shown.office} · ${shown.rota}` : undefined}
    >
      {shown ? <Sheet shown={shown} busy={busy} onTake={() => void ask('take')} /> : null}
      {fault ? <EntryProblem problem={fault} /> : null}
    </EntrySheet>
  )
}

interface SheetProps {
  readonly shown: Shown
  readonly busy: boolean
  readonly onTake: () => void
}

function Sheet({ shown, busy, onTake }: SheetProps) {
  const say = useSay<Keys>()
  const locale = wordLocale(useLanguage())
  const moment = dateFormat(locale, {
    timeZone: shown.zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const stands =
    shown.state === 'resolved'
      ? say('page.alarm-link.over')
      : shown.mine
        ? say('page.alarm-link.mine')
        : shown.acknowledgedBy
          ? say('page.alarm-link.other', { name: shown.acknowledgedBy })
          : ''
  return (
    <>
      <p className="t2">
        {[
          shown.kind,
          say('page.alarm-link.raised', { who: shown.raisedBy, at: moment.format(new Date(shown.raisedAt)) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {shown.details ? <p className="rota-text">{shown.details}</p> : null}
      <p role="status">{stands}</p>
      <div className="alarm-take">
        {shown.state === 'open' ? (
          <Button look="primary" busy={busy} onClick={onTake}>
            {say('page.alarm-link.take')}
          </Button>
        ) : null}
        <ButtonLink href={shown.path}>{say('page.alarm-link.sign-in')}</ButtonLink>
      </div>
    </>
  )
}
