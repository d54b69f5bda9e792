import '../payables.css'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { getParcel } from '../../contract.ts'
import { type BillKeys, parcelGlyphs } from '../words.ts'
import { Bills, useMonth } from './Parcels.tsx'

type ParcelDetail = OutputOf<typeof getParcel>

export default function ParcelPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ParcelDetail> query="payables.get-parcel" id={id}>
      {detail => <Parcel detail={detail} key={id} />}
    </RecordOf>
  )
}

function Parcel({ detail }: { readonly detail: ParcelDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const { record, file } = detail
  const month = useMonth()(detail.month)
  return (
    <RecordPage
      record={record}
      title={record.title}
      crumbs={[
        { label: say('page.money'), href: '/money' },
        { label: say('page.parcels'), href: '/parcels' },
        { label: month },
      ]}
      state={
        <>
          <State glyph={parcelGlyphs[record.state]} loud>
            {say(`state.parcel.${record.state}`)}
          </State>
          {detail.mail === 'none' ? null : (
            <State glyph={detail.mail === 'sent' ? 'done' : detail.mail === 'sending' ? 'waits' : 'blocked'} loud>
              {say(`page.parcels.mail.${detail.mail}`)}
            </State>
          )}
          {detail.mailError ? <span>{detail.mailError}</span> : null}
          {detail.withdrawnReason ? <span>{detail.withdrawnReason}</span> : null}
        </>
      }
      can={detail.can as readonly Can[]}
      keys={{ 'payables.send-parcel': 's' }}
      facts={[
        { label: say('page.parcels.made'), value: formats.day(detail.madeOn) },
        {
          label: say('page.parcels.inside'),
          value: say('page.parcels.holds', { bills: detail.bills, lines: detail.lines }),
        },
        { label: say('page.parcels.papers'), value: String(detail.papers) },
        ...(detail.late > 0
          ? [{ label: say('page.parcels.is-late'), value: say('page.parcels.late', { count: detail.late }) }]
          : []),
        ...(detail.sentTo
          ? [{ label: say('page.parcels.to'), value: [detail.sentTo, detail.email].filter(Boolean).join(' · ') }]
          : []),
        ...(detail.sentAt ? [{ label: say('page.parcels.sent'), value: formats.moment(detail.sentAt) }] : []),
      ]}
      side={<RecordTimeline id={record.id} />}
    >
      {file ? (
        <Section title={say('page.parcels.file')}>
          <a className="btn" href={`/api/payables/parcels/${record.id}`} download={file.name}>
            {say('page.parcels.fetch', { name: file.name })}
          </a>
          <p className="t3 num parcel-digest">{file.digest}</p>
        </Section>
      ) : null}
      <Section title={say('page.bills')} count={detail.bills || null}>
        <Bills rows={detail.rows} />
      </Section>
    </RecordPage>
  )
}
