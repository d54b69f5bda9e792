import './presence.css'
import { Page } from '../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { usePresence } from './usePresence.ts'
import { dots, groupOf, groups, type Keys, untilWords } from './words.ts'

/** For a screen on the wall: read from across the room, kept up to date by itself. */
export default function Board() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const found = usePresence()
  const people = Map.groupBy(found.data?.rows ?? [], line => groupOf(formats, line))
  return (
    <Page
      title={say('page.presence')}
      crumbs={[{ label: say('page.presence'), href: '/presence' }]}
      beside={found.data ? formats.longDay(formats.dayOf(found.data.at)) : ''}
    >
      {found.isError ? <QueryProblem fault={found.error} again={() => void found.refetch()} /> : null}
      {found.isPending ? <SkeletonRows height={52} /> : null}
      <div className="pr-board">
        {groups.map(group => (
          <ul key={group} aria-label={say(`page.presence.group.${group}`)}>
            {(people.get(group) ?? []).map(line => (
              <li key={line.id}>
                <span className={dots[group]} aria-hidden="true" />
                <b>{line.title}</b>
                <span>
                  {[say(`choice.presence.state.${line.state}`), untilWords(say, formats, line)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </Page>
  )
}
