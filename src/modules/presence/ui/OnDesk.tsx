import './presence.css'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { Link } from '../../../web/Link.tsx'
import { useSession } from '../../../web/session.ts'
import { usePresence } from './usePresence.ts'
import { dots, groupOf, type Keys, type Line, moreWords, stateWords } from './words.ts'

/** As many as one takes in at a glance; the page has everybody. */
const most = 4

/** Whoever is back first stands first; who says nothing of when, last. */
const soonest = (a: Line, b: Line): number => (a.reachableAt ?? '9').localeCompare(b.reachableAt ?? '9')

/** Beside the queue: where one is oneself, and who cannot be reached now and when again. */
export default function OnDesk() {
  const say = useSay<Keys>()
  const { principal } = useSession()
  const { data } = usePresence()
  if (!data) return null
  const own = data.rows.find(({ id }) => id === principal.id)
  const others = data.rows.filter(({ id }) => id !== principal.id)
  const away = others.filter(line => !line.reachable).toSorted(soonest)
  const here = others.length - away.length
  return (
    <Section
      title={say('page.presence')}
      more={<Link href="/presence">{say('page.presence.all', { count: data.total })}</Link>}
    >
      <ul className="pr-desk">
        {own ? <Row line={own} name={say('page.presence.me')} /> : null}
        {away.slice(0, most).map(line => (
          <Row key={line.id} line={line} name={line.title} />
        ))}
      </ul>
      {others.length > 0 ? (
        <p className="t3">{say('page.presence.here', { count: here, all: others.length })}</p>
      ) : null}
    </Section>
  )
}

function Row({ line, name }: { readonly line: Line; readonly name: string }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <li>
      <span className={dots[groupOf(formats, line)]} aria-hidden="true" />
      <b>{name}</b>
      <span>{stateWords(say, formats, line)}</span>
      <span className="more">{moreWords(say, line)}</span>
    </li>
  )
}
