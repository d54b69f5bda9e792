import '../authority.css'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Links } from '../../../../web/kit/record/Side.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, useRegistry } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import type { getApproval } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { RecordHappened } from '../shared/RecordHappened.tsx'
import { approvalGlyph, type Say, stateWords } from '../shared/words.ts'
import { Shown } from './Shown.tsx'

type ApprovalDetail = OutputOf<typeof getApproval>

const keys = { 'authority.approve': 'p', 'authority.refuse-approval': 'r' }

export default function Approval() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ApprovalDetail> query="authority.get-approval" id={id}>
      {detail => <ApprovalPage detail={detail} />}
    </RecordOf>
  )
}

/** What is asked, why it had to be, what will happen; then the word. */
function ApprovalPage({ detail }: { readonly detail: ApprovalDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  const { record, approval, shown, about, label } = detail
  const icon = (kind: string) => kinds?.find(one => one.kind === kind)?.icon ?? 'file-text'
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.approvals'), href: '/approvals' }]}
      state={
        <State glyph={approvalGlyph[approval.state as keyof typeof approvalGlyph]} loud>
          {stateWords(say, 'approval', approval.state)}
        </State>
      }
      figure={approval.amount ? formats.money(approval.amount) : undefined}
      can={detail.can as readonly Can[]}
      keys={keys}
      alarm={<Outcome detail={detail} />}
      facts={factsOf(say, formats, detail)}
      side={
        <>
          <Links
            links={(about as readonly { id: string; kind: string; title: string }[]).map(one => ({
              id: one.id,
              icon: icon(one.kind),
              title: one.title,
              href: recordHref(kinds, one.kind, one.id),
            }))}
          />
          <RecordHappened id={record.id} />
        </>
      }
    >
      <Section title={say(approval.state === 'open' ? 'page.approval.will' : 'page.approval.what')}>
        <p className="approval-will">
          {approval.state === 'open'
            ? say('page.approval.will.text', { act: label, name: approval.askedBy.name })
            : label}
        </p>
        <Shown shown={shown} />
        {approval.state === 'open' ? <p className="t3">{say('page.approval.changed')}</p> : null}
      </Section>
    </RecordPage>
  )
}

/** How it ended, where that needs saying: refused with its reason, or no longer possible. */
function Outcome({ detail }: { readonly detail: ApprovalDetail }) {
  const say = useSay<Keys>()
  const { approval, closedBy } = detail
  if (closedBy) {
    const why = say.maybe(`refusal.${closedBy.name}`, closedBy.data) ?? closedBy.name
    const todo = say.maybe(`refusal.${closedBy.name}.todo`, closedBy.data)
    const title = closedBy.name === 'approval-expired' ? 'page.approval.lapsed' : 'page.approval.could-not'
    return <Alarm title={say(title)} signs={[why]} footer={todo ? <p>{todo}</p> : undefined} />
  }
  if (approval.state === 'refused' && approval.reason)
    return <Alarm title={say('page.approval.refused')} signs={[approval.reason]} />
  return null
}

function factsOf(say: Say, formats: ReturnType<typeof useFormats>, { approval, askedOf }: ApprovalDetail): Fact[] {
  const person = (one: { readonly id: string; readonly name: string }) => (
    <Link className="link" href={`/machine/people/${one.id}`}>
      {one.name}
    </Link>
  )
  return [
    { label: say('field.askedBy'), value: person(approval.askedBy) },
    ...(approval.askedFor ? [{ label: say('page.journal.for'), value: person(approval.askedFor) }] : []),
    ...(askedOf.length ? [{ label: say('field.askedOf'), value: askedOf.map(one => one.name).join(', ') }] : []),
    { label: say('field.askedAt'), value: formats.moment(approval.askedAt) },
    { label: say('field.because'), value: say.maybe(`because.${approval.because}`) ?? approval.because },
    ...(approval.decidedBy ? [{ label: say('field.decidedBy'), value: person(approval.decidedBy) }] : []),
    ...(approval.decidedAt ? [{ label: say('field.decidedAt'), value: formats.moment(approval.decidedAt) }] : []),
  ]
}
