import { useEffect, useMemo, useRef } from 'react'
import { Learnt } from '../../../../web/kit/record/Learnt.tsx'
import { Happened, type LinkedThing, Links, type Paper, Papers } from '../../../../web/kit/record/Side.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import type { Happening } from '../../../../web/kit/Timeline.tsx'
import { commandIcon, kindWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, usePermission, useRegistry } from '../../../../web/session.ts'
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
interface JournalLines {
  readonly rows: readonly {
    readonly seq: number
    readonly at: string
    readonly command: string
    readonly sentences: readonly string[]
  }[]
}

export function PartySide({ party }: { readonly party: PartyDetail }) {
  const say = useSay<string>()
  const kinds = useRegistry()?.kinds
  const happenings = useHappenings(party)
  const linked = useMemo(
    () => [...new Map(party.links.map(({ record }) => [record.id, record])).values()],
    [party.links],
  )
  const documents = linked.filter(({ kind }) => kind === 'document')
  const papers: Paper[] = documents.slice(0, mostPapers).map(paper => ({
    id: paper.id,
    name: paper.title,
    href: recordHref(kinds, paper.kind, paper.id) ?? '/documents',
    picture: `/api/documents/${paper.id}/pages/1.webp?width=240`,
    lines: [],
  }))
  const links: LinkedThing[] = linked
    .filter(({ kind }) => kind !== 'document' && kind !== 'task' && kind !== 'principal')
    .map(one => ({
      id: one.id,
      icon: kinds?.find(({ kind }) => kind === one.kind)?.icon ?? 'link',
      title: one.title,
      href: recordHref(kinds, one.kind, one.id),
      detail: kindWords(say, one.kind),
    }))
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
      {happenings.length ? <Happened happenings={happenings} /> : null}
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

/** Everything that happened to the party, in the sentences of the journal; asked anew whenever the party itself is another. */
function useHappenings(party: PartyDetail): readonly Happening[] {
  const { data, refetch } = useQuery('authority.record-timeline', { id: party.record.id, limit: 100 })
  const seen = useRef(party)
  useEffect(() => {
    if (seen.current === party) return
    seen.current = party
    void refetch()
  }, [party, refetch])
  return useMemo(
    () =>
      ((data as JournalLines | undefined)?.rows ?? []).flatMap(({ seq, at, command, sentences }) =>
        sentences.map((text, index) => ({ id: `${seq}-${index}`, at, icon: commandIcon(command), text })),
      ),
    [data],
  )
}
