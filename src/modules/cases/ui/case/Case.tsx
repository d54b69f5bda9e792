import '../cases.css'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { ClockState } from '../list/ClockCell.tsx'
import { type CaseDetail, caseGlyphs, type CaseKeys } from '../words.ts'
import { AnswerWriter } from './AnswerWriter.tsx'
import { Manner } from './Manner.tsx'
import { Promises, Remedies, Repeats } from './Parts.tsx'
import { Story } from './Story.tsx'

export default function CasePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<CaseDetail> query="cases.get-case" id={id}>
      {detail => <Case detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'cases.assign-case': 'a',
  'cases.wait-case': 'w',
  'cases.resume-case': 'e',
  'cases.close-case': 'e',
  'cases.give-remedy': 'r',
  'cases.write-answer': 'm',
}

/** A case: who asks, how to meet them, the story so far, and the answer that is written beneath it. */
function Case({ detail }: { readonly detail: CaseDetail }) {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const { record, clock, kind, tone } = detail
  const mayAnswer = usePermission('cases.send-answer') && record.state !== 'closed' && record.state !== 'dropped'
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.cases'), href: '/cases' }, { label: detail.number }]}
      state={
        <>
          <State glyph={caseGlyphs[record.state]} loud>
            {say(`state.case.${record.state}`)}
          </State>
          <ClockState row={{ clock, state: record.state }} loud />
          <span>
            {kind.title}
            {tone === 'calm' ? '' : ` · ${say(`choice.cases.tone.${tone}`)}`}
          </span>
        </>
      }
      due={clock.dueAt && record.state !== 'closed' ? formats.moment(clock.dueAt) : null}
      can={detail.can as readonly Can[]}
      keys={keys}
      facts={useFacts(detail)}
      side={
        <>
          <Manner partyId={detail.party?.id ?? null} tone={tone} />
          <RecordSide
            id={record.id}
            documents={detail.documents}
            linked={[detail.party, detail.source, detail.repeats, ...detail.tasks, ...detail.answers]}
          />
        </>
      }
    >
      <Repeats detail={detail} />
      <Story detail={detail} />
      <Promises detail={detail} />
      {mayAnswer ? <AnswerWriter detail={detail} key={detail.entries.length} /> : null}
      <Remedies detail={detail} />
    </RecordPage>
  )
}

function useFacts(detail: CaseDetail): readonly Fact[] {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const { contact, party, waiting, verdict } = detail
  const facts: (Fact | null)[] = [
    {
      label: say('page.cases.from'),
      value: party ? (
        <Link href={`/${party.kind === 'person' ? 'people' : 'organisations'}/${party.id}`}>
          {contact.name ?? party.title}
        </Link>
      ) : (
        (contact.name ?? '–')
      ),
    },
    contact.email
      ? { label: say('field.cases.contactEmail'), value: <a href={`mailto:${contact.email}`}>{contact.email}</a> }
      : null,
    contact.phone
      ? { label: say('field.cases.contactPhone'), value: <a href={`tel:${contact.phone}`}>{contact.phone}</a> }
      : null,
    {
      label: say('page.case.came'),
      value: `${formats.moment(detail.receivedAt)} · ${say(`choice.cases.channel.${detail.channel}`)}`,
    },
    { label: say('field.cases.ownerId'), value: detail.owner?.title ?? say('page.cases.nobody') },
    detail.product ? { label: say('field.cases.product'), value: detail.product } : null,
    waiting
      ? {
          label: say('page.case.waits'),
          value: `${say(`choice.cases.waitingFor.${waiting.for}`)}: ${waiting.what}`,
        }
      : null,
    detail.cause ? { label: say('field.cases.causeId'), value: detail.cause.title } : null,
    detail.responsible ? { label: say('field.cases.responsibleId'), value: detail.responsible.title } : null,
    verdict
      ? {
          label: say('page.case.verdict'),
          value: [say(`choice.cases.verdict.${verdict.says}`), verdict.words].filter(Boolean).join(' · '),
        }
      : null,
    { label: say('field.cases.language'), value: say(`choice.cases.language.${detail.language}`) },
  ]
  return facts.filter(fact => fact !== null)
}
