import { Button } from '../../../../web/kit/Button.tsx'
import { Link } from '../../../../web/Link.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { OpenCase } from '../record/OpenCase.tsx'
import type { CallDetail, Keys } from '../words.ts'

interface CallActsProps {
  readonly call: CallDetail
  /** What is typed about it so far. */
  readonly said: string
  readonly onClose: () => void
}

/** What was noted of the call, and what else can be done with it: the card makes room for the form. */
export function CallActs({ call, said, onClose }: CallActsProps) {
  const say = useSay<Keys | 'open'>()
  const { id } = call.record
  const handsOver = call.can.some(one => one.command === 'calls.hand-over-call' && !one.refusedBecause)
  const handOver = () => {
    onClose()
    openCommand({ command: 'calls.hand-over-call', input: { id }, about: call.party?.title ?? call.record.title })
  }
  return (
    <section className="cc-acts">
      {call.note ? (
        <>
          <h3>{say('page.calls.note')}</h3>
          <p className="calls-text">{call.note}</p>
        </>
      ) : null}
      <div>
        {handsOver ? (
          <Button size="s" icon="arrow-right" onClick={handOver}>
            {say('calls.hand-over-call')}
          </Button>
        ) : null}
        <OpenCase
          title={call.record.title}
          said={said || call.note}
          partyId={call.party?.id}
          sourceId={id}
          onOpen={onClose}
        />
        <Link className="btn s quiet" href={`/calls/${id}`} onClick={onClose}>
          {say('open')}
        </Link>
      </div>
    </section>
  )
}
