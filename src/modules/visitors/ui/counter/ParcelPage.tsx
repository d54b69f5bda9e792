import '../visitors.css'
import { PrintPaper } from '../../../../web/kit/PrintPaper.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type Keys, type ParcelDetail, parcelGlyphs, whenOf } from '../words.ts'

export default function ParcelPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ParcelDetail> query="visitors.get-held-parcel" id={id}>
      {parcel => <Parcel parcel={parcel} key={id} />}
    </RecordOf>
  )
}

const keys = { 'visitors.hand-over-parcel': 'e' }

function Parcel({ parcel }: { readonly parcel: ParcelDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { record } = parcel
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.counter'), href: '/visitors/counter' }]}
      state={
        <State glyph={parcelGlyphs[record.state]} loud>
          {say(`state.held-parcel.${record.state}`)}
        </State>
      }
      can={parcel.can}
      keys={keys}
      facts={[
        { label: say('field.visitors.sender'), value: parcel.sender || '–' },
        { label: say('field.visitors.count'), value: String(parcel.count) },
        { label: say('page.visitor.arrived'), value: whenOf(formats, parcel.cameAt) },
        ...(parcel.place ? [{ label: say('field.visitors.place'), value: parcel.place }] : []),
        ...(parcel.collectedBy && parcel.endedAt
          ? [
              {
                label: say('field.visitors.collectedBy'),
                value: `${parcel.collectedBy}, ${whenOf(formats, parcel.endedAt)}`,
              },
            ]
          : []),
      ]}
      side={<RecordSide id={record.id} documents={[]} linked={[parcel.for]} />}
    >
      {record.state === 'waiting' ? (
        <p className="vis-ends">
          <PrintPaper
            stock="parcel-label"
            address={`/api/visitors/parcels/${record.id}/label.pdf`}
            called={record.title}
            of={record.id}
          >
            {say('page.counter.label')}
          </PrintPaper>
        </p>
      ) : null}
      {parcel.strokes ? (
        <Section title={say('page.counter.signature')}>
          <svg className="vis-signed" viewBox="0 0 600 200" role="img" aria-label={say('page.counter.signature')}>
            <path
              d={parcel.strokes}
              fill="none"
              stroke="currentColor"
              strokeWidth="3"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </Section>
      ) : null}
    </RecordPage>
  )
}
