import { useMemo } from 'react'
import { Learnt } from '../../../../web/kit/record/Learnt.tsx'
import { paperOf, useLinksTo } from '../../../../web/kit/record/RecordSide.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Links, Papers } from '../../../../web/kit/record/Side.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { kindWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { DirectoryKeys } from '../words.ts'
import type { PartyDetail } from './offers.ts'

/** Papers, tasks and what else belongs to a party; the newest of them, then what happened. */
const mostPapers = 6

/** Answers of other modules, as far as this page reads them; a module that is switched off leaves its section out. */
interface Tasks {
  readonly rows: readonly { readonly id: string; readonly title: string; readonly dueOn: string | null }[]
  readonly total: number
}

export function PartySide({ party }: { readonly party: PartyDetail }) {
  const say = useSay<string>()
  const linked = useMemo(
    () => [...new Map(party.links.map(({ record }) => [record.id, record])).values()],
    [party.links],
  )
  const documents = linked.filter(({ kind }) => kind === 'document')
  const papers = documents.slice(0, mostPapers).map(paper => paperOf(paper))
  const links = useLinksTo(linked.filter(({ kind }) => kind !== 'document' && kind !== 'task' && kind !== 'principal'))
  return (
    <>
      <OpenTasks id={party.record.id} />
      <Papers
        papers={papers}
        more={
          documents.length > mostPapers
            ? say('page.party.of' satisfies DirectoryKeys, { count: documents.length })
            : null
        }
      />
      <Links links={links} />
      <Learnt senderId={party.record.id} />
      <RecordTimeline id={party.record.id} of={party} />
    </>
  )
}

/** What is to be done for them, soonest first. */
function OpenTasks({ id }: { readonly id: string }) {
  const say = useSay<string>()
  const formats = useFormats()
  const may = usePermission('work.list-tasks')
  const { data } = useQuery('work.list-tasks', { forId: id, states: ['open', 'waiting'], limit: 8 }, { when: may })
  const tasks = data as Tasks | undefined
  if (!tasks?.rows.length) return null
  return (
    <Section title={kindWords(say, 'task', true)} count={tasks.total}>
      <ul className="reach">
        {tasks.rows.map(task => (
          <li key={task.id} className="two">
            <Link className="clip" href={`/tasks/${task.id}`} title={task.title}>
              {task.title}
            </Link>
            <span className={task.dueOn && task.dueOn < formats.today() ? 'd late' : 'd'}>
              {task.dueOn ? formats.weekday(task.dueOn) : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
