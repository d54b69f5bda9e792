import type { WireMoney } from '../../../../web/answers.ts'
import { Beside as OfModules } from '../../../../web/Beside.tsx'
import { tied } from '../../../../web/format/tied.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { takeTask } from '../../contract.ts'
import type { DeskAnswer, WorkKeys } from './deskTypes.ts'
import { OnCall } from './OnCall.tsx'
import { Meetings } from './Meetings.tsx'

/** Counts of other modules, read as their queries answer them; where a module is switched off its line is missing. */
interface Papers {
  readonly toConfirm: number
  readonly sure: number
  readonly needsHelp: number
}
interface Approvals {
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly askedBy: { readonly name: string }
    readonly amount: WireMoney | null
  }[]
  readonly total: number
}

/** How many untaken tasks stand beside the queue; the others are one click away. */
const mostUntaken = 6

/** The column beside the queue: today's meetings, who can be reached, approvals, what nobody has taken, what waits for others. */
export function Beside({ desk }: { readonly desk: DeskAnswer }) {
  return (
    <>
      <OnCall />
      <Meetings />
      <OfModules place="desk" />
      <Approve />
      <CameIn desk={desk} />
      <WaitsFor desk={desk} />
    </>
  )
}

function Approve() {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const may = usePermission('authority.list-approvals')
  const { data } = useQuery('authority.list-approvals', { box: 'to-decide', limit: 5 }, { when: may })
  const { rows, total } = (data as Approvals | undefined) ?? { rows: [], total: 0 }
  if (rows.length === 0) return null
  return (
    <Section title={say('page.desk.approve')} count={total}>
      {rows.map(row => (
        <div key={row.id} className="side-row">
          <div>
            <Link href={`/approvals/${row.id}`}>
              <b>{tied(row.title)}</b>
            </Link>
            <div className="d">
              {row.askedBy.name}
              {row.amount ? ` · ${formats.money(row.amount)}` : ''}
            </div>
          </div>
          <ButtonLink size="s" href={`/approvals/${row.id}`}>
            {say('page.desk.look')}
          </ButtonLink>
        </div>
      ))}
    </Section>
  )
}

function CameIn({ desk }: { readonly desk: DeskAnswer }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const taking = useCommand<typeof takeTask>('work.take-task', { quiet: true })
  const may = usePermission('documents.list-documents')
  const { data } = useQuery('documents.counts', {}, { when: may })
  const papers = data as Papers | undefined
  const waiting = papers ? papers.toConfirm + papers.needsHelp : 0
  return (
    <Section
      title={say('page.desk.untaken')}
      count={desk.untakenTotal + waiting}
      more={desk.untakenTotal > mostUntaken ? <Link href="/tasks?untaken=true">{say('page.desk.all')}</Link> : null}
    >
      {papers && waiting > 0 ? (
        <div className="side-row inrow">
          <Icon name="file-text" />
          <div>
            <Link href="/in">
              <b>{say('page.desk.papers', { count: waiting })}</b>
            </Link>
            <div className="d">
              {say('page.desk.papers-sure', { sure: papers.sure, doubtful: waiting - papers.sure })}
            </div>
          </div>
          <ButtonLink size="s" href="/in">
            {say('page.desk.look')}
          </ButtonLink>
        </div>
      ) : null}
      {desk.untaken.slice(0, mostUntaken).map(line => (
        <div key={line.id} className="side-row inrow">
          <Icon name="circle-check" />
          <div>
            <Link href={`/tasks/${line.id}`}>
              <b>{tied(line.title)}</b>
            </Link>
            <div className="d">
              {formats.moment(line.since)}
              {line.for ? ` · ${line.for.title}` : ''}
            </div>
          </div>
          <Button size="s" onClick={() => void taking.run({ id: line.id, expectedVersion: line.version })}>
            {say('work.take-task')}
          </Button>
        </div>
      ))}
      {desk.untaken.length === 0 && waiting === 0 ? <p className="t3">{say('page.desk.untaken-none')}</p> : null}
    </Section>
  )
}

function WaitsFor({ desk }: { readonly desk: DeskAnswer }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  if (desk.waiting.length === 0) return null
  return (
    <Section title={say('page.desk.waiting')} count={desk.waiting.length}>
      {desk.waiting.map(line => (
        <div key={line.id} className="side-row">
          <div className="clip">
            <Link href={`/tasks/${line.id}`} title={line.title}>
              <b>{tied(line.title)}</b> <span className="d">{line.waitingFor ?? line.owner?.title ?? ''}</span>
            </Link>
          </div>
          <span className="r">{line.chaseOn ? say('page.desk.chase', { on: formats.weekday(line.chaseOn) }) : ''}</span>
        </div>
      ))}
    </Section>
  )
}
