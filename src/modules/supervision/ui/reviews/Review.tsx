import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { RecordLink } from '../RecordLink.tsx'
import { type ReviewDetail, reviewGlyphs, type SupervisionKeys } from '../words.ts'
import { Figures } from './Figures.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'

export default function ReviewPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ReviewDetail> query="supervision.get-review" id={id}>
      {detail => <Review detail={detail} />}
    </RecordOf>
  )
}

/** One piece of work, what was said of it and what was answered; beside it what reviews of the same person found. */
function Review({ detail }: { readonly detail: ReviewDetail }) {
  const say = useSay<SupervisionKeys>()
  const formats = useFormats()
  const { record, person, superior, mistakeKind } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.team'), href: '/team' },
        { label: say('page.reviews'), href: '/reviews' },
      ]}
      state={
        <>
          <State glyph={reviewGlyphs[record.state]}>{say(`state.review.${record.state}`)}</State>
          {mistakeKind ? <span className="t2">{say(`choice.mistakeKind.${mistakeKind}`)}</span> : null}
        </>
      }
      can={detail.can}
      keys={{ 'supervision.mark-right': 'e', 'supervision.mark-mistake': 'x', 'supervision.answer-review': 'm' }}
      facts={[
        { label: say('page.reviews.work'), value: detail.task ? <RecordLink to={detail.task} /> : record.title },
        { label: say('page.reviews.by'), value: person?.title ?? '–' },
        { label: say('page.reviews.reviewer'), value: superior?.title ?? '–' },
        {
          label: say('field.supervision.moment'),
          value: say(detail.unshown ? 'page.reviews.unshown' : `choice.moment.${detail.moment}`),
        },
        { label: say('page.reviews.asked'), value: formats.moment(detail.askedAt) },
      ]}
      side={<RecordTimeline id={record.id} />}
    >
      {detail.note ? (
        <Section title={say('page.reviews.said')}>
          <p className="note">{detail.note}</p>
        </Section>
      ) : null}
      {detail.answer ? (
        <Section title={say('field.supervision.answer')}>
          <p className="note">{detail.answer}</p>
        </Section>
      ) : null}
      {person ? <Figures personId={person.id} /> : null}
    </RecordPage>
  )
}
