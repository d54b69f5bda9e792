import { Icon } from '../../../../web/kit/Icon.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listTasks } from '../../../work/contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'

/** So many are shown; the rest is in the list of tasks. */
const shown = 20

/** Tasks that nobody has taken: they too came in and are nobody's yet. */
export function Untaken() {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const may = usePermission('work.list-tasks')
  const { data } = useQuery<typeof listTasks>(
    'work.list-tasks',
    { untaken: true, states: ['open'], limit: shown },
    { when: may },
  )
  if (!data?.rows.length) return null
  return (
    <Section
      title={say('page.in.untaken')}
      count={data.total}
      more={data.total > shown ? <Link href="/tasks?untaken=true">{say('list.all')}</Link> : undefined}
    >
      <ul className="tray">
        {data.rows.map(task => (
          <li key={task.id}>
            <Link href={`/tasks/${task.id}`} className="paper-row">
              <Icon name="list-check" />
              <span className="what">
                <b className="clip">{task.title}</b>
                {task.why ? <span className="d clip">{task.why}</span> : null}
              </span>
              <span className="n" />
              <span className="n t3">{task.dueOn ? formats.weekday(task.dueOn) : ''}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
