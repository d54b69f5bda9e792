import type { WireMoney } from '../../../../web/answers.ts'
import { Beside as OfModules } from '../../../../web/Beside.tsx'
import { tied } from '../../../../web/format/tied.ts'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { DeskAnswer, WorkKeys } from './deskTypes.ts'
import { CameIn } from './CameIn.tsx'
import { OnCall } from './OnCall.tsx'
import { Meetings } from './Meetings.tsx'

/** Of another module, read as its query answers it; where that is switched off the part is missing. */
interface Approvals {
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly askedBy: { readonly name: string }
    readonly amount: WireMoney | null
  }[]
  readonly total: number
}

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
