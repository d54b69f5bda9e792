import { useEffect, useRef, useState } from 'react'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getCall, logCall, noteCall, ringing, takeSlip, transferCall } from '../../contract.ts'
import type { OpenSlip } from '../store.ts'
import type { Keys } from '../words.ts'
import { Bar } from './Bar.tsx'
import { CallActs } from './CallActs.tsx'
import { Known } from './Known.tsx'
import { SlipForm } from './SlipForm.tsx'
import { useCaller } from './useCaller.ts'
import { inputOf, useSlip } from './useSlip.ts'

interface CardBodyProps {
  readonly open: OpenSlip
  readonly onClose: () => void
  /** Something was written: the card is in use. */
  readonly onWritten?: () => void
}

/** Who calls, what is known of them, and the slip. */
export function CardBody({ open, onClose, onWritten }: CardBodyProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { callId } = open
  const { draft, latest, isTouched, change, drop } = useSlip(callId, open.number)
  const live = useQuery<typeof ringing>('calls.ringing').data?.rows.find(row => row.id === callId)
  const told = useQuery<typeof getCall>('calls.get-call', { id: callId ?? '' }, { when: Boolean(callId) })
  const call = callId ? told.data : undefined
  const number = open.number ?? null
  const caller = useCaller({
    callId,
    number: callId ? undefined : enough(draft.number),
    partyId: draft.party?.id,
  })
  const send = useSend(callId, () => {
    drop()
    onClose()
  })
  useEffect(() => {
    if (isTouched) onWritten?.()
  }, [isTouched, onWritten])
  const loose = useRef('')
  const trySend = () => {
    // Whom nobody knows would be left out without a word, and the message would be nobody's.
    if (loose.current.trim()) send.refuse(say('page.slip.to-unknown', { name: loose.current.trim() }))
    else void send.slip(input())
  }
  const transfer = useCommand<typeof transferCall>('calls.transfer-call', { said: say('done.calls.transfer-call') })
  const party = draft.party ?? caller.card?.party ?? null
  const input = () => {
    const filled = { ...latest.current, party: latest.current.party ?? caller.card?.party ?? null }
    return inputOf({ ...filled, number: filled.number || call?.number || '' }, callId, formats)
  }
  useHotkeys([{ keys: 'mod+enter', label: say('page.slip.send'), whileTyping: true, run: trySend }])
  return (
    <>
      <Bar
        call={call}
        live={live}
        name={party?.title ?? (draft.caller.trim() || null)}
        manner={caller.manner}
        number={caller.card?.number ?? call?.number ?? null}
        onClose={onClose}
      />
      <div className="cc-in">
        <div className="cc-known">
          {call ? (
            <CallActs call={call} said={[draft.about, draft.body].filter(Boolean).join('\n')} onClose={onClose} />
          ) : null}
          <Known
            card={caller.card}
            manner={caller.manner}
            onParty={one => change({ party: one })}
            onTransfer={
              call?.transfers ? person => void transfer.run({ id: call.record.id, toId: person.id }) : undefined
            }
            onFor={person =>
              change(
                draft.for && draft.for.id !== person.id
                  ? { also: [...draft.also.filter(one => one.id !== person.id), person] }
                  : { for: person },
              )
            }
          />
        </div>
        <SlipForm
          draft={draft}
          change={change}
          isKept={isTouched}
          isKnown={Boolean(callId && caller.card?.party)}
          caller={caller.card?.party?.title}
          number={number}
          busy={send.busy}
          problem={send.problem}
          onLoose={text => {
            loose.current = text
          }}
          onSend={trySend}
          onLog={() => void send.log(input())}
        />
      </div>
    </>
  )
}

/** A number is looked up when so much of it is typed that it says somebody. */
const enough = (number: string): string | undefined => (number.replace(/\D/g, '').length >= 5 ? number : undefined)

function useSend(callId: string | undefined, done: () => void) {
  const say = useSay<Keys>()
  const [problem, setProblem] = useState<string>()
  const take = useCommand<typeof takeSlip>('calls.take-slip', { said: say('done.calls.take-slip') })
  const note = useCommand<typeof noteCall>('calls.note-call', { said: say('done.calls.note-call') })
  const log = useCommand<typeof logCall>('calls.log-call', { said: say('done.calls.log-call') })
  type Input = ReturnType<typeof inputOf>
  const settle = (answer: { readonly status: string; readonly refusal?: { readonly message: string } }) => {
    if (answer.status === 'done') done()
    else setProblem(answer.refusal?.message ?? say('page.slip.needed'))
  }
  return {
    problem,
    refuse: setProblem,
    busy: take.busy || note.busy || log.busy,
    slip: async (input: Input) => settle(await take.run(input)),
    log: async ({ partyId, callerName, number, about, body }: Input) => {
      const words = [about, body].filter(Boolean).join('\n')
      const who = { ...(partyId ? { partyId } : {}), ...(callerName ? { callerName } : {}) }
      settle(
        callId
          ? await note.run({ id: callId, note: words, outcome: 'helped', ...who })
          : await log.run({ ...who, ...(number ? { number } : {}), note: words, outcome: 'helped' }),
      )
    },
  }
}
