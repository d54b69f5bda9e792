import { tied } from '../../../../web/format/tied.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useKind, usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import { type TrayModule, useTraySources } from '../../../../web/useTraySources.ts'
import type { takeTask } from '../../contract.ts'
import type { DeskAnswer, WorkKeys } from './deskTypes.ts'

/** Counts of another module, read as its query answers them; where it is switched off its line is missing. */
interface Papers {
  readonly toConfirm: number
  readonly sure: number
  readonly needsHelp: number
}

/** How many untaken tasks stand beside the queue; the others are one click away. */
const mostUntaken = 6

/** What nobody has taken: papers, what waits at other modules (mails, calls, post, visitors), and tasks. */
export function CameIn({ desk }: { readonly desk: DeskAnswer }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const taking = useCommand<typeof takeTask>('work.take-task', { quiet: true })
  const may = usePermission('documents.list-documents')
  const { data } = useQuery('documents.counts', {}, { when: may })
  const papers = data as Papers | undefined
  const { modules, total } = useTraySources()
  const waiting = papers ? papers.toConfirm + papers.needsHelp : 0
  return (
    <Section
      title={say('page.desk.untaken')}
      count={desk.untakenTotal + waiting + total}
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
      {modules.map(one => (
        <AtModule key={one.source.query} waiting={one} />
      ))}
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
      {desk.untaken.length === 0 && waiting + total === 0 ? (
        <p className="t3">{say('page.desk.untaken-none')}</p>
      ) : null}
    </Section>
  )
}

/** What waits at one module: its newest and how many there are; what cannot wait is named first. */
function AtModule({ waiting: { source, rows, total } }: { readonly waiting: TrayModule }) {
  const say = useSay<string>()
  const first = rows.find(row => row.urgent) ?? rows.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  const icon = useKind(first?.kind ?? '')?.icon ?? 'inbox'
  const href = total === 1 && first ? first.path : `/in?from=${source.query}`
  return (
    <div className="side-row inrow">
      <Icon name={icon} />
      <div className="clip">
        <Link href={href}>
          <b>{say(source.message)}</b> {total > 1 ? <span className="num">{total}</span> : null}
        </Link>
        {first ? <div className="d clip">{wordsOf(first)}</div> : null}
      </div>
      <ButtonLink size="s" href={href}>
        {say('page.desk.look')}
      </ButtonLink>
    </div>
  )
}

/** Who it is from only where the title does not say it. */
const wordsOf = ({ title, from }: TrayModule['rows'][number]): string =>
  from && !title.includes(from) ? `${title} · ${from}` : title
