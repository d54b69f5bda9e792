import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchSession, onReached, stopActing } from '../client.ts'
import { Icon } from '../kit/Icon.tsx'
import { Rich, useFormats, useSay } from '../language/Say.tsx'
import { useSession } from '../session.ts'

/** How often the server is looked for while it cannot be reached, ms. */
const lookAgain_ms = 4000

/** Whether the server can be reached: told by the browser and by every request's outcome. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  const queries = useQueryClient()
  useEffect(() => {
    const set = (event: Event) => setOnline(event.type === 'online')
    window.addEventListener('online', set)
    window.addEventListener('offline', set)
    const stop = onReached(setOnline)
    return () => {
      window.removeEventListener('online', set)
      window.removeEventListener('offline', set)
      stop()
    }
  }, [])
  useEffect(() => {
    if (online) return
    const look = setInterval(
      () =>
        void fetchSession().then(
          () => queries.invalidateQueries(),
          () => undefined,
        ),
      lookAgain_ms,
    )
    return () => clearInterval(look)
  }, [online, queries])
  return online
}

export function OfflineBand() {
  const say = useSay()
  if (useOnline()) return null
  return (
    <div className="band offline" role="status">
      <Icon name="wifi-off" />
      <span>
        <Rich>{say('offline')}</Rich> <span className="long">{say('offline.kept')}</span>
      </span>
    </div>
  )
}

/** For whom, how far, until when; the frame turns to ink with it. */
export function ActingBand() {
  const say = useSay()
  const formats = useFormats()
  const queries = useQueryClient()
  const { acting, account } = useSession()
  if (!acting) return null
  const stop = async () => {
    const answer = await stopActing()
    if (answer.ok) await queries.resetQueries()
  }
  const until = acting.until ? `${formats.weekday(formats.dayOf(acting.until))}\u00a0${formats.time(acting.until)}` : ''
  const words =
    acting.summary && until
      ? say('acting', { name: acting.name, summary: acting.summary, until })
      : say('acting.plain', { name: acting.name })
  return (
    <div className="band" role="status">
      <Icon name="users" />
      <span>
        <Rich>{words}</Rich>{' '}
        <span className="long">{say('acting.signed', { me: account.name, name: acting.name })}</span>
      </span>
      <button className="end" type="button" onClick={() => void stop()}>
        {say('acting.stop')}
      </button>
    </div>
  )
}
