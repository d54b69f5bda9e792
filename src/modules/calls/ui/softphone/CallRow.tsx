import { useEffect, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getCall } from '../../contract.ts'
import { slipStore } from '../store.ts'
import { clockOf, type Keys } from '../words.ts'
import { Callees } from './Callees.tsx'
import { CallNote } from './CallNote.tsx'
import { type CauseWord, causeWords } from './causes.ts'
import { Keypad } from './Keypad.tsx'
import { want } from './line.ts'
import { type Call, callInHand, liveCalls, mostCalls, type Phone } from './phone.ts'
import { handing } from './useTelephone.ts'

/** As the log knows them and writes their number, else as they name themselves. */
export function useOtherEnd(call: Call | undefined): { readonly name: string; readonly number: string } {
  const say = useSay<Keys>()
  const id = call?.recordId ?? ''
  const known = useQuery<typeof getCall>('calls.get-call', { id }, { when: id !== '' }).data
  if (!call) return { name: '', number: '' }
  const number = known?.number ?? call.number
  return { name: known?.record.title ?? (call.name || number || say('page.calls.withheld')), number }
}

interface CallRowProps {
  readonly call: Call
  readonly phone: Phone
  readonly voicemail: string | null
}

type Panel = 'keys' | 'transfer' | 'note' | null

/** One call: who, how long, and what one may do with it now. */
export function CallRow({ call, phone, voicemail }: CallRowProps) {
  const say = useSay<Keys>()
  const { name, number } = useOtherEnd(call)
  const [panel, setPanel] = useState<Panel>(null)
  const toggle = (one: Panel) => setPanel(panel === one ? null : one)
  const isIn = call.direction === 'in'
  return (
    <div className="phone-call" data-state={call.state} data-held={call.held || undefined}>
      <span className="phone-pic">
        <Icon name={call.state === 'ended' ? 'phone-off' : isIn ? 'phone-incoming' : 'phone'} small />
      </span>
      <div className="phone-who">
        <b>{name}</b>
        <span role={call.state === 'ringing' ? 'alert' : 'status'}>
          {[name === number ? '' : number, useStateWords(call)].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Clock call={call} />
      <div className="phone-acts">
        {call.state === 'ringing' ? <Ringing call={call} phone={phone} voicemail={voicemail} /> : null}
        {call.state === 'talking' ? <Talking call={call} phone={phone} panel={panel} toggle={toggle} /> : null}
        {call.recordId ? (
          <Button
            size="s"
            icon="user"
            aria-label={say('page.phone.card', { name })}
            onClick={() => slipStore.set({ callId: call.recordId! })}
          />
        ) : null}
        {call.state === 'calling' || call.state === 'talking' ? (
          <Button
            size="s"
            className="phone-end"
            icon="phone-off"
            onClick={() => want({ want: 'hang-up', id: call.id })}
          >
            {say('page.phone.hang-up')}
          </Button>
        ) : null}
      </div>
      {panel === 'keys' ? <Keypad id={call.id} onClose={() => setPanel(null)} /> : null}
      {panel === 'transfer' ? <Transfer call={call} phone={phone} name={name} onClose={() => setPanel(null)} /> : null}
      {panel === 'note' && call.recordId ? <CallNote id={call.recordId} onClose={() => setPanel(null)} /> : null}
    </div>
  )
}

function useStateWords(call: Call): string {
  const say = useSay<Keys>()
  if (call.transfer) return say(`page.phone.transfer.${call.transfer}`)
  if (call.state === 'ended') {
    const cause = causeWords.find((one): one is CauseWord => one === call.cause)
    return cause ? say(`page.phone.cause.${cause}`) : say('page.phone.ended')
  }
  if (call.held) return say('page.phone.held')
  if (call.onHold) return say('page.phone.on-hold')
  if (call.muted) return say('page.phone.muted')
  return call.state === 'talking' ? '' : say(`page.phone.${call.state}`)
}

function Clock({ call }: { readonly call: Call }) {
  const [now, setNow] = useState(Date.now)
  const isRunning = call.answered !== null && call.ended === null
  useEffect(() => {
    if (!isRunning) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  if (call.answered === null) return <span />
  return <b className="phone-clock num">{clockOf(Math.max(0, ((call.ended ?? now) - call.answered) / 1000))}</b>
}

function Ringing({ call, phone, voicemail }: CallRowProps) {
  const say = useSay<Keys>()
  const isSecond = callInHand(phone) !== undefined
  return (
    <>
      <Button
        size="s"
        className="phone-take"
        icon="phone"
        keys="alt+y"
        onClick={() => want({ want: 'answer', id: call.id })}
      >
        {say(isSecond ? 'page.phone.answer-second' : 'page.phone.answer')}
      </Button>
      {voicemail ? (
        <Button size="s" icon="record-mail" onClick={() => want({ want: 'voicemail', id: call.id, number: voicemail })}>
          {say('page.phone.voicemail')}
        </Button>
      ) : null}
      <Button
        size="s"
        className="phone-end"
        icon="phone-off"
        {...(isSecond ? {} : { keys: 'alt+n' })}
        onClick={() => want({ want: 'reject', id: call.id })}
      >
        {say('page.phone.reject')}
      </Button>
    </>
  )
}

interface TalkingProps {
  readonly call: Call
  readonly phone: Phone
  readonly panel: Panel
  readonly toggle: (panel: Panel) => void
}

function Talking({ call, phone, panel, toggle }: TalkingProps) {
  const say = useSay<Keys>()
  const isInHand = callInHand(phone)?.id === call.id
  const asking = liveCalls(phone).find(one => one.asksFor === call.id)
  useHotkeys([
    isInHand && {
      keys: 'alt+t',
      label: say('page.phone.transfer'),
      group: say('page.phone'),
      whileTyping: true,
      run: () => toggle('transfer'),
    },
  ])
  return (
    <>
      <Button
        size="s"
        icon={call.held ? 'player-play' : 'player-pause'}
        aria-pressed={call.held}
        {...(isInHand ? { keys: 'alt+h' } : {})}
        onClick={() => want({ want: call.held ? 'resume' : 'hold', id: call.id })}
      >
        {say(call.held ? 'page.phone.resume' : 'page.phone.hold')}
      </Button>
      <Button
        size="s"
        icon={call.muted ? 'microphone-off' : 'microphone'}
        aria-pressed={call.muted}
        {...(isInHand ? { keys: 'alt+u' } : {})}
        onClick={() => want({ want: 'mute', id: call.id, muted: !call.muted })}
      >
        {say('page.phone.mute')}
      </Button>
      <Button size="s" icon="dialpad" aria-expanded={panel === 'keys'} onClick={() => toggle('keys')}>
        {say('page.phone.keypad')}
      </Button>
      {call.recordId ? (
        <Button size="s" icon="edit" aria-expanded={panel === 'note'} onClick={() => toggle('note')}>
          {say('page.calls.note')}
        </Button>
      ) : null}
      {call.asksFor ? (
        <Button size="s" icon="git-merge" onClick={() => want({ want: 'connect', id: call.id })}>
          {say('page.phone.connect')}
        </Button>
      ) : asking ? null : (
        <Button
          size="s"
          icon="transfer-out"
          aria-expanded={panel === 'transfer'}
          {...(isInHand ? { keys: 'alt+t' } : {})}
          onClick={() => toggle('transfer')}
        >
          {say('page.phone.transfer')}
        </Button>
      )}
    </>
  )
}

/** To whom: at once, or after one has asked them while the caller waits. */
function Transfer({
  call,
  phone,
  name,
  onClose,
}: {
  readonly call: Call
  readonly phone: Phone
  readonly name: string
  readonly onClose: () => void
}) {
  const say = useSay<Keys>()
  const mark = (personId: string | null) => (personId ? handing.set(call.id, personId) : handing.delete(call.id))
  const mayAsk = liveCalls(phone).length < mostCalls
  return (
    <Callees
      label={say('page.phone.transfer-to', { name })}
      onClose={onClose}
      acts={[
        {
          label: say('page.phone.transfer'),
          run: callee => {
            mark(callee.personId)
            want({ want: 'transfer', id: call.id, number: callee.number })
            onClose()
          },
        },
        ...(mayAsk
          ? [
              {
                label: say('page.phone.ask-first'),
                run: (callee: { number: string; name: string; personId: string | null }) => {
                  mark(callee.personId)
                  want({ want: 'dial', number: callee.number, name: callee.name, asksFor: call.id })
                  onClose()
                },
              },
            ]
          : []),
      ]}
    />
  )
}
