import '../permits.css'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Facts, RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { ApplicationDetail, PermitKeys } from '../words.ts'

/** A decision as it is sent: what, why, how to appeal. Made for paper. */
export default function DecisionPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ApplicationDetail> query="permits.get-application" id={id}>
      {detail => <Decision detail={detail} />}
    </RecordOf>
  )
}

function Decision({ detail }: { readonly detail: ApplicationDetail }) {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const { record, decision, reasons, decidedOn, outcome } = detail
  const crumbs = [
    { label: say('page.permits.desk'), href: '/permit-desk' },
    { label: detail.number, href: `/permit-desk/${record.id}` },
  ]
  const title = say('page.case.paper.title', { number: detail.number })
  if (!decision || !decidedOn || !outcome)
    return (
      <Page title={title} crumbs={crumbs}>
        <Empty text={say('page.case.not-decided')} />
      </Page>
    )
  const valid = [detail.validFrom, detail.validUntil].map(on => (on ? formats.fullDay(on) : '')).filter(Boolean)
  return (
    <Page
      title={title}
      crumbs={crumbs}
      end={
        <span className="permit-print">
          <Button look="primary" icon="printer" onClick={() => window.print()}>
            {say('page.case.print.now')}
          </Button>
        </span>
      }
    >
      <Facts
        facts={[
          { label: say('field.applicant'), value: detail.applicant },
          { label: say('kind.permit-application'), value: record.title },
          { label: say('field.decidedOn'), value: formats.fullDay(decidedOn) },
          { label: say('field.outcome'), value: say(`choice.outcome.${outcome}`) },
          ...(valid.length ? [{ label: say('page.permit.valid'), value: valid.join(' – ') }] : []),
          ...(detail.fee ? [{ label: say('field.fee'), value: formats.money(detail.fee) }] : []),
        ]}
      />
      <Section title={say('page.permit.decision')}>
        <p className="permit-text">{decision}</p>
      </Section>
      <Section title={say('page.case.reasons')}>
        <p className="permit-text">{reasons}</p>
      </Section>
      {detail.appealInstructions || detail.appealUntil ? (
        <Section title={say('page.case.appeal')}>
          {detail.appealInstructions ? <p className="permit-text">{detail.appealInstructions}</p> : null}
          {detail.appealUntil ? (
            <p>
              {say('field.appealUntil')}: {formats.fullDay(detail.appealUntil)}
            </p>
          ) : null}
        </Section>
      ) : null}
      <p>
        {detail.office}
        <br />
        {say('page.case.signed', { name: detail.decidedBy?.title ?? '', on: formats.fullDay(decidedOn) })}
      </p>
    </Page>
  )
}
