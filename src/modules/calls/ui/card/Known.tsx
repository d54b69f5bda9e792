import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useKind } from '../../../../web/session.ts'
import type { Card, Keys, Manner } from '../words.ts'
import { useWhereabouts } from './useCaller.ts'
import type { Person } from './useSlip.ts'
import { Where } from './Where.tsx'

interface KnownProps {
  readonly card: Card | undefined
  readonly manner: Manner | undefined
  readonly onParty: (party: Person) => void
  readonly onFor: (person: Person) => void
  /** The call is on one’s own line, and can be put through. */
  readonly onTransfer: ((person: Person) => void) | undefined
}

/** What one may know of the caller: how to meet them, whom they usually want and where those are, what is open, what was last. */
export function Known({ card, manner, onParty, onFor, onTransfer }: KnownProps) {
  const say = useSay<Keys>()
  if (!card) return <p className="cc-none">{say('page.card.start')}</p>
  return (
    <>
      {manner ? <Meeting manner={manner} /> : null}
      {card.party ? null : <Maybe card={card} onParty={onParty} />}
      <Wants people={card.wants} onFor={onFor} onTransfer={onTransfer} />
      <Facts card={card} />
    </>
  )
}

function Meeting({ manner }: { readonly manner: Manner }) {
  const say = useSay<Keys>()
  const lines: readonly (readonly [Keys, readonly string[]])[] = [
    ['page.card.manner', manner.manner],
    ['page.card.may-say', manner.maySay],
    ['page.card.must-not-say', manner.mustNotSay],
  ]
  const told = lines.filter(([, words]) => words.length > 0)
  if (told.length === 0) return null
  return (
    <dl className="cc-manner">
      {told.map(([key, words]) => (
        <div key={key} data-loud={key === 'page.card.must-not-say' || undefined}>
          <dt>{say(key)}</dt>
          {words.map(word => (
            <dd key={word}>{word}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** Several have the number, or one that looks like it: whoever answers hears which. */
function Maybe({ card, onParty }: { readonly card: Card; readonly onParty: (party: Person) => void }) {
  const say = useSay<Keys>()
  if (card.matches.length === 0) return card.number ? <p className="cc-none">{say('page.card.unknown')}</p> : null
  return (
    <section>
      <h3>{say('page.card.maybe')}</h3>
      <ul className="cc-whom">
        {card.matches.map(match => (
          <li key={match.id}>
            <Icon name={match.kind === 'person' ? 'user' : 'building'} small />
            <div>
              <b>{match.title}</b>
              <span className="d">{say(`page.card.maybe.${match.by}`)}</span>
            </div>
            <Button size="s" onClick={() => onParty({ id: match.id, title: match.title })}>
              {say('calls.card')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Wants({
  people,
  onFor,
  onTransfer,
}: Pick<KnownProps, 'onFor' | 'onTransfer'> & { readonly people: Card['wants'] }) {
  const say = useSay<Keys>()
  const first = useWhereabouts(people.map(({ id }) => id))
  const deputies = [...first.values()].flatMap(({ deputy }) => deputy ?? [])
  const shown = [...people, ...deputies.filter(({ id }) => !people.some(one => one.id === id))].slice(0, 4)
  const where = useWhereabouts(shown.map(({ id }) => id))
  if (shown.length === 0) return null
  return (
    <section>
      <h3>{say('page.card.wants')}</h3>
      <ul className="cc-whom">
        {shown.map(person => (
          <li key={person.id}>
            <Where line={where.get(person.id)} dot />
            <div>
              <b>{person.title}</b>
              <span className="d">
                <Where line={where.get(person.id)} />
              </span>
            </div>
            {onTransfer ? (
              <Button size="s" icon="phone" onClick={() => onTransfer(person)}>
                {say('page.calls.transfer')}
              </Button>
            ) : null}
            <Button size="s" onClick={() => onFor(person)}>
              {say('page.card.give', { name: person.title.split(' ')[0] ?? person.title })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ card }: { readonly card: Card }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  if (!card.party || (card.open.length === 0 && card.contacts.length === 0)) return null
  return (
    <section>
      <h3>{say('page.card.known')}</h3>
      <ul className="cc-facts">
        {card.open.map(one => (
          <Thing key={one.id} thing={one} detail={formats.moment(one.changedAt)} />
        ))}
        {card.contacts.map(one => (
          <Thing key={one.id} thing={one} title={contactTitle(one)} detail={one.words ? `“${one.words}”` : ''} />
        ))}
      </ul>
    </section>
  )

  function contactTitle(one: Card['contacts'][number]): string {
    const what =
      one.kind === 'slip'
        ? say('page.card.slip')
        : one.seconds
          ? say('page.card.call', { minutes: Math.max(1, Math.round(one.seconds / 60)) })
          : say('page.card.call-short')
    const whom = one.with
      ? say(one.kind === 'slip' ? 'page.card.for' : 'page.card.with', { name: one.with.title.split(' ')[0] ?? '' })
      : ''
    return [`${what} ${whom}`.trim(), formats.moment(one.at)].join(', ')
  }
}

function Thing({
  thing,
  title = thing.title,
  detail,
}: {
  readonly thing: { readonly id: string; readonly kind: string; readonly title: string }
  readonly title?: string
  readonly detail: string
}) {
  const kind = useKind(thing.kind)
  const words = <b>{title}</b>
  return (
    <li>
      <Icon name={kind?.icon ?? 'file-text'} />
      <div>
        {kind?.path ? <Link href={kind.path.replace(':id', thing.id)}>{words}</Link> : words}
        {detail ? <span className="d">{detail}</span> : null}
      </div>
    </li>
  )
}
