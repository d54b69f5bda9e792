import { useEffect, useState } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Kbd } from '../../../../web/kit/Kbd.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { type CallDetail, clockOf, type Keys, type Manner, type Ringing } from '../words.ts'

interface BarProps {
  readonly call: CallDetail | undefined
  readonly live: Ringing | undefined
  readonly name: string | null
  readonly manner: Manner | undefined
  readonly number: string | null
  readonly onClose: () => void
}

/** Who it is, and for how long. */
export function Bar({ call, live, name, manner, number, onClose }: BarProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const who = name ?? call?.record.title ?? live?.title ?? say('page.card.new')
  const place = [manner?.role, manner?.memberOf?.title].filter(Boolean).join(', ')
  const speaks = manner?.languages[0] ?? manner?.language
  const language = speaks ? say('page.card.speaks', { language: languageName(formats.language, speaks) }) : ''
  const about = [place, number ?? call?.number, language, call?.queue].filter(Boolean).join(' · ')
  return (
    <div className="cc-bar">
      <span className="cc-pic">
        <Icon name="phone" />
      </span>
      <div className="cc-who-is">
        <h2 id="cc-who">{who}</h2>
        <p>{about || say(call?.direction === 'out' ? 'page.card.outgoing' : 'page.card.incoming')}</p>
      </div>
      <div className="cc-ctl">
        {call ? <Clock call={call} live={live} /> : null}
        <button type="button" className="btn" onClick={onClose} data-mantine-stop-propagation="true">
          {say('page.slip.close')} <Kbd keys="esc" />
        </button>
      </div>
    </div>
  )
}

/** A language by its name in the reader's own. */
function languageName(reader: string, code: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

function Clock({ call, live }: { readonly call: CallDetail; readonly live: Ringing | undefined }) {
  const say = useSay<Keys>()
  const isOver = call.endedAt !== null
  const seconds = useSeconds(call.answeredAt ?? call.rangAt, call.endedAt)
  const where = () => {
    if (isOver) return say('page.card.ended')
    if (!call.answeredAt) return say('page.card.ringing')
    if (live?.mine) return say('page.card.on-line')
    return call.takenBy ? say('page.card.on-line-of', { name: call.takenBy.title }) : say('page.card.on-line')
  }
  return (
    <div className="cc-clock">
      <b>{clockOf(seconds)}</b>
      <span>{where()}</span>
    </div>
  )
}

/** Seconds since then, or until it ended; counted on while one looks. */
function useSeconds(from: string, until: string | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (until) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, ((until ? Date.parse(until) : now) - Date.parse(from)) / 1000)
}
