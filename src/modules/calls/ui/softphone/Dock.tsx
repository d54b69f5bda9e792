import './softphone.css'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useStore } from '../../../../web/kit/store.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { Keys } from '../words.ts'
import { Callees } from './Callees.tsx'
import { CallRow, useOtherEnd } from './CallRow.tsx'
import { phoneStore, takeOver, tryAgain, want } from './line.ts'
import { callInHand, liveCalls, mostCalls, ringingCall } from './phone.ts'
import { useCardOf, useHandOvers, useLeaveWarning, useRingNotice, useTelLinks, useTones } from './useTelephone.ts'

/** A strip at the foot of the window, in a row of its own: nothing of the page lies beneath it. */
export function Dock({ username, voicemail }: { readonly username: string; readonly voicemail: string | null }) {
  const say = useSay<Keys>()
  const { phone } = useStore(phoneStore)
  const strip = useDockRow()
  const ringing = ringingCall(phone)
  const caller = useOtherEnd(ringing).name
  useTones()
  useRingNotice(caller, say('page.phone.rings'))
  useLeaveWarning()
  useTelLinks()
  useHandOvers(phone)
  useCardOf(ringing?.recordId ?? null)
  useDockKeys()
  return (
    <section
      className="phone-dock"
      ref={strip}
      aria-label={say('page.phone')}
      data-state={ringing ? 'ringing' : undefined}
    >
      {phone.calls.map(call => (
        <CallRow key={call.id} call={call} phone={phone} voicemail={voicemail} />
      ))}
      {liveCalls(phone).length < mostCalls ? <IdleRow username={username} /> : null}
    </section>
  )
}

/** The window gives it a row, as high as it is; what floats stands above it. */
function useDockRow() {
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    const root = document.documentElement
    root.dataset['phone'] = ''
    const watching = new ResizeObserver(([entry]) =>
      root.style.setProperty('--dock', `${Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0)}px`),
    )
    if (strip.current) watching.observe(strip.current)
    return () => {
      watching.disconnect()
      delete root.dataset['phone']
      root.style.removeProperty('--dock')
    }
  }, [])
  return strip
}

function useDockKeys(): void {
  const say = useSay<Keys>()
  const { phone } = useStore(phoneStore)
  const group = say('page.phone')
  const ringing = ringingCall(phone)
  const inHand = callInHand(phone)
  const talking = inHand?.state === 'talking' ? inHand : undefined
  const whileTyping = true
  useHotkeys([
    ringing && {
      keys: 'alt+y',
      label: say('page.phone.answer'),
      group,
      whileTyping,
      run: () => want({ want: 'answer', id: ringing.id }),
    },
    (ringing ?? inHand) && {
      keys: 'alt+n',
      label: say(ringing && !inHand ? 'page.phone.reject' : 'page.phone.hang-up'),
      group,
      whileTyping,
      run: () => want({ want: 'hang-up', id: (inHand ?? ringing)!.id }),
    },
    talking && {
      keys: 'alt+u',
      label: say('page.phone.mute'),
      group,
      whileTyping,
      run: () => want({ want: 'mute', id: talking.id, muted: !talking.muted }),
    },
    talking && {
      keys: 'alt+h',
      label: say('page.phone.hold'),
      group,
      whileTyping,
      run: () => want({ want: talking.held ? 'resume' : 'hold', id: talking.id }),
    },
  ])
}

/** Whether there is a line, and a field to dial. */
function IdleRow({ username }: { readonly username: string }) {
  const say = useSay<Keys>()
  const { phone, here } = useStore(phoneStore)
  const [isDialling, setDialling] = useState(false)
  const isReady = phone.line === 'ready'
  const isBusy = liveCalls(phone).length > 0
  useHotkeys([
    isReady && {
      keys: 'alt+p',
      label: say('page.phone.dial'),
      group: say('page.phone'),
      whileTyping: true,
      run: () => setDialling(true),
    },
  ])
  const dial = (number: string, name: string) => {
    setDialling(false)
    want({ want: 'dial', number, name })
  }
  return (
    <div className="phone-idle">
      <Icon name={isReady ? 'phone' : 'phone-off'} small />
      <p role="status">
        <span className={isReady ? 'pres in' : 'pres away'} aria-hidden="true" />{' '}
        {say(`page.phone.line.${phone.line}`, { username })}
        {phone.microphone === 'refused' || phone.microphone === 'missing' ? (
          <b className="late"> {say(`page.phone.microphone.${phone.microphone}`)}</b>
        ) : null}
      </p>
      {isReady ? (
        <Button size="s" keys="alt+p" aria-expanded={isDialling} onClick={() => setDialling(!isDialling)}>
          {say('page.phone.dial')}
        </Button>
      ) : null}
      {here && ['lost', 'refused', 'blocked'].includes(phone.line) ? (
        <Button size="s" onClick={() => (phone.line === 'blocked' ? location.reload() : tryAgain())}>
          {say('page.phone.again')}
        </Button>
      ) : null}
      {here || phone.line === 'off' || isBusy ? null : (
        <Button size="s" look="quiet" onClick={takeOver}>
          {say('page.phone.take-over')}
        </Button>
      )}
      <Link className="phone-own" href="/calls/phone">
        <Icon name="settings" small />
        <span className="vh">{say('page.phone.own')}</span>
      </Link>
      {isDialling ? (
        <Callees
          label={say('page.phone.whom')}
          onClose={() => setDialling(false)}
          acts={[{ label: say('page.phone.call'), run: callee => dial(callee.number, callee.name) }]}
        />
      ) : null}
    </div>
  )
}
