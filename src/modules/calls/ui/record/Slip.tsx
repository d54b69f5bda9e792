import '../calls.css'
import { useEffect, useRef } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { readSlip } from '../../contract.ts'
import { type Keys, type SlipDetail, slipGlyphs } from '../words.ts'
import { Dial } from './Dial.tsx'
import { OpenCase } from './OpenCase.tsx'
import { Sound } from './Sound.tsx'

export default function SlipPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<SlipDetail> query="calls.get-slip" id={id}>
      {slip => <Slip slip={slip} key={id} />}
    </RecordOf>
  )
}

const keys = { 'calls.finish-slip': 'e', 'calls.hand-over-slip': 'h', 'calls.reopen-slip': 'e' }

function Slip({ slip }: { readonly slip: SlipDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { record } = slip
  useReading(slip)
  const openCase = (
    <span className="calls-ends">
      <OpenCase
        title={record.title}
        said={[slip.about, slip.body].filter(Boolean).join('\n')}
        partyId={slip.party?.id}
        sourceId={record.id}
      />
    </span>
  )
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.slips'), href: '/slips' }]}
      state={
        <>
          <State glyph={slip.urgent && record.state === 'unread' ? 'late' : slipGlyphs[record.state]} loud>
            {slip.urgent ? `${say('page.slip.urgent')} · ` : ''}
            {say(`state.slip.${record.state}`)}
          </State>
          {slip.nextAt ? <span className="t2">{say('page.slip.next', { at: formats.time(slip.nextAt) })}</span> : null}
        </>
      }
      can={slip.can as readonly Can[]}
      keys={keys}
      facts={useFacts(slip)}
      side={<RecordSide id={record.id} documents={[]} linked={[slip.party, slip.call]} />}
    >
      <Sound slip={slip} more={openCase} />
      {slip.sound && !slip.body ? null : (
        <Section title={say('page.slip.message')} more={slip.sound ? undefined : openCase}>
          <p className="calls-text">{slip.body || slip.about || '–'}</p>
        </Section>
      )}
      {slip.outcome ? (
        <Section title={say('field.calls.outcome')}>
          <p className="calls-text">{slip.outcome}</p>
        </Section>
      ) : null}
    </RecordPage>
  )
}

/** Whoever it is for has read it once it stands before them: nobody else is told of it any more. */
function useReading({ yours, record }: SlipDetail): void {
  const { run } = useCommand<typeof readSlip>('calls.read-slip', { quiet: true })
  const said = useRef(false)
  useEffect(() => {
    if (!yours || said.current) return
    said.current = true
    void run({ id: record.id })
  }, [yours, record.id, run])
}

function useFacts(slip: SlipDetail): readonly Fact[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  const at = (moment: string) => formats.moment(moment)
  const facts: (Fact | null)[] = [
    { label: say('page.slip.to'), value: slip.for?.title ?? '–' },
    { label: say('page.slip.from'), value: slip.caller },
    {
      label: say('field.calls.number'),
      value: <Dial number={slip.number} dial={slip.dial} partyId={slip.party?.id} />,
    },
    slip.about ? { label: say('field.calls.about'), value: slip.about } : null,
    {
      label: say('field.calls.wish'),
      value: slip.callBackAt
        ? say('page.slip.back', { at: at(slip.callBackAt) })
        : say(`choice.calls.wish.${slip.wish}`),
    },
    slip.also.length > 0 ? { label: say('page.slip.also'), value: slip.also.map(one => one.title).join(', ') } : null,
    {
      label: say('page.calls.by'),
      value: `${slip.takenBy?.title ?? (slip.sound ? 'Kontor' : '–')}, ${at(slip.takenAt)}`,
    },
    slip.readBy && slip.readAt
      ? { label: say('state.slip.read'), value: `${slip.readBy.title}, ${at(slip.readAt)}` }
      : null,
    slip.private ? { label: say('page.slip.private'), value: '✓' } : null,
  ]
  return facts.filter(fact => fact !== null)
}
