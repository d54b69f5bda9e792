import './printing.css'
import type { Can } from '../../../web/answers.ts'
import { Alarm } from '../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { useParams } from '../../../web/useAddress.ts'
import { printerGlyphs, type PrinterDetail, type PrintingKeys, problemWords, reasonWords } from './words.ts'

export default function PrinterPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PrinterDetail> query="printing.get-printer" id={id}>
      {detail => <Printer detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'printing.check-printer': 'r', 'printing.change-printer': 's' }

function Printer({ detail }: { readonly detail: PrinterDetail }) {
  const say = useSay<PrintingKeys>()
  const { record } = detail
  const reasons = reasonWords(say, detail.reasons)
  const signs = detail.problem ? [problemWords(say, detail.problem)] : record.state === 'stopped' ? reasons : []
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.printing'), href: '/printing' },
        { label: say('page.printing.printers'), href: '/printing/printers' },
      ]}
      state={
        <>
          <State glyph={printerGlyphs[record.state]} loud>
            {say(`state.printer.${record.state}`)}
          </State>
          {detail.isDefault ? <span>{say('page.printing.default')}</span> : null}
          {detail.mine ? <span>{say('page.printing.own')}</span> : null}
          {record.state === 'stopped' ? null : reasons.map(reason => <span key={reason}>{reason}</span>)}
        </>
      }
      can={detail.can as readonly Can[]}
      keys={keys}
      alarm={signs.length ? <Alarm title={say(`state.printer.${record.state}`)} found="" signs={signs} /> : null}
      facts={useFacts(detail)}
      side={<RecordSide id={record.id} documents={[]} linked={[]} />}
    >
      <Markers detail={detail} />
    </RecordPage>
  )
}

function useFacts(detail: PrinterDetail): readonly Fact[] {
  const say = useSay<PrintingKeys>()
  const formats = useFormats()
  const { abilities } = detail
  const can = abilities
    ? [
        abilities.sides.includes('two-sided-long-edge') ? say('page.printing.can.duplex') : '',
        abilities.colour ? say('page.printing.can.colour') : '',
        abilities.staple ? say('page.printing.can.staple') : '',
      ].filter(Boolean)
    : []
  const facts: (Fact | null)[] = [
    detail.model ? { label: say('page.printing.model'), value: detail.model } : null,
    detail.place ? { label: say('field.printing.place'), value: detail.place } : null,
    { label: say('field.printing.uri'), value: detail.uri },
    can.length ? { label: say('page.printing.can'), value: can.join(', ') } : null,
    abilities?.trays.length ? { label: say('page.printing.trays'), value: abilities.trays.join(', ') } : null,
    detail.lookedAt ? { label: say('page.printing.looked'), value: formats.moment(detail.lookedAt) } : null,
  ]
  return facts.filter(fact => fact !== null)
}

/** Toner and ink: how much is left, as far as the printer knows. */
function Markers({ detail }: { readonly detail: PrinterDetail }) {
  const say = useSay<PrintingKeys>()
  const formats = useFormats()
  if (detail.markers.length === 0) return null
  return (
    <Section title={say('page.printing.markers')} count={detail.markers.length}>
      <ul className="printing-markers">
        {detail.markers.map(({ name, level }) => (
          <li key={name}>
            <span>{name}</span>
            {level === null ? <span /> : <meter min={0} max={100} low={15} value={level} aria-label={name} />}
            <span className={level === null ? 't3' : 'num'}>
              {level === null ? say('page.printing.level-unknown') : formats.percent(level / 100)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
