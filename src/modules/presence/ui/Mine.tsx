import { useState } from 'react'
import { momentOf } from '../../../web/format/moment.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { useHotkeys } from '../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { clearWord, mine, setWord } from '../contract.ts'
import { dots, groupOf, type Keys, type State, states, untilWords } from './words.ts'

/** One's own word: a key each, and until when where that is not the usual. */
export function Mine() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [until, setUntil] = useState('')
  const { data } = useQuery<typeof mine>('presence.mine')
  const set = useCommand<typeof setWord>('presence.set-word', { said: say('done.presence.set-word') })
  const clear = useCommand<typeof clearWord>('presence.clear-word', { said: say('done.presence.set-word') })
  const tellState = async (state: State) => {
    const moment = until ? momentOf(formats.today(), until, formats.zone) : undefined
    const answer = await set.run({ state, ...(moment ? { until: moment } : {}) })
    if (answer.status === 'done') setUntil('')
  }
  useHotkeys(
    states.map((state, index) => ({
      keys: String(index + 1),
      label: say(`choice.presence.state.${state}`),
      group: say('presence.set-word'),
      run: () => void tellState(state),
    })),
  )
  const line = data?.line
  return (
    <section className="pr-mine" aria-label={say('presence.set-word')}>
      <p>
        {line ? (
          <>
            <span className={dots[groupOf(formats, line)]} aria-hidden="true" /> <b>{say('page.presence.me')}</b>:{' '}
            {[say(`choice.presence.state.${line.state}`), untilWords(say, formats, line), line.note]
              .filter(Boolean)
              .join(' · ')}
          </>
        ) : null}
      </p>
      <label>
        {say('page.presence.to')}
        <input className="input" type="time" value={until} onChange={event => setUntil(event.target.value)} />
      </label>
      <div className="pr-states">
        {states.map((state, index) => (
          <Button
            key={state}
            size="s"
            keys={String(index + 1)}
            aria-pressed={line?.state === state}
            busy={set.busy}
            onClick={() => void tellState(state)}
          >
            {say(`choice.presence.state.${state}`)}
          </Button>
        ))}
        {line?.said ? (
          <Button size="s" look="quiet" icon="calendar" onClick={() => void clear.run({})}>
            {say('page.presence.calendar')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
