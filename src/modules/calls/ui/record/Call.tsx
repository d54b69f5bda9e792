import '../calls.css'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { Button } from '../../../../web/kit/Button.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { slipStore } from '../store.ts'
import { type CallDetail, clockOf, glyphOfCall, type Keys } from '../words.ts'
import { Dial } from './Dial.tsx'
import { OpenCase } from './OpenCase.tsx'

export default function CallPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<CallDetail> query="calls.get-call" id={id}>
      {call => <Call call={call} key={id} />}
    </RecordOf>
  )
}

const keys = { 'calls.note-call': 'e', 'calls.settle-call': 'd', 'calls.hand-over-call': 'h' }

function Call({ call }: { readonly call: CallDetail }) {
  const say = useSay<Keys>()
  const { record } = call
  const mayTake = usePermission('calls.take-slip')
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.calls'), href: '/calls' }]}
      state={
        <State glyph={glyphOfCall({ state: record.state, settled: call.settled })} loud={!call.settled}>
          {call.outcome ? say(`choice.calls.outcome.${call.outcome}`) : say(`state.call.${record.state}`)}
        </State>
      }
      can={call.can as readonly Can[]}
      keys={keys}
      facts={useFacts(call)}
      side={<RecordSide id={record.id} documents={[]} linked={[call.party, ...call.slips]} />}
    >
      <Section
        title={say('page.calls.note')}
        more={
          <span className="calls-ends">
            {mayTake ? (
              <Button size="s" icon="message" onClick={() => slipStore.set({ callId: record.id })}>
                {say('calls.take-slip')}
              </Button>
            ) : null}
            <OpenCase title={record.title} said={call.note} partyId={call.party?.id} sourceId={record.id} />
          </span>
        }
      >
        <p className="calls-text">{call.note || '–'}</p>
      </Section>
    </RecordPage>
  )
}

function useFacts(call: CallDetail): readonly Fact[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    { label: say('page.calls.number'), value: <Dial number={call.number} dial={call.dial} partyId={call.party?.id} /> },
    { label: say('field.calls.direction'), value: say(`choice.calls.direction.${call.direction}`) },
    { label: say('page.calls.when'), value: formats.moment(call.rangAt) },
    call.seconds === null ? null : { label: say('page.calls.long'), value: clockOf(call.seconds) },
    call.takenBy ? { label: say('page.calls.with'), value: call.takenBy.title } : null,
    call.handedTo ? { label: say('page.calls.handed-to'), value: call.handedTo.title } : null,
    call.queue || call.line ? { label: say('page.calls.line'), value: call.queue || call.line } : null,
    call.for.length > 0 ? { label: say('page.calls.rang-at'), value: call.for.map(one => one.title).join(', ') } : null,
    call.cause ? { label: say('page.calls.cause'), value: say.maybe(`page.cause.${call.cause}`) ?? call.cause } : null,
  ]
  return facts.filter(fact => fact !== null)
}
