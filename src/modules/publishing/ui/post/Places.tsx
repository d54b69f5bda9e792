import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { settlePlacement } from '../../contract.ts'
import {
  type PlacementDetail,
  pictureAddress,
  placementGlyphs,
  type PostDetail,
  type PublishingKeys,
} from '../words.ts'

/** What became of it at each outlet; by hand, the text is ready to be copied and the pictures to be saved. */
export function Places({ detail }: { readonly detail: PostDetail }) {
  const say = useSay<PublishingKeys>()
  return (
    <Section title={say('page.publishing.became')}>
      <ul className="pub-places">
        {detail.placements.map(one => (
          <Place key={one.outlet.id} place={one} detail={detail} />
        ))}
      </ul>
    </Section>
  )
}

interface PlaceProps {
  readonly place: PlacementDetail
  readonly detail: PostDetail
}

function Place({ place, detail }: PlaceProps) {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const { outlet, state } = place
  return (
    <li>
      <div className="pub-place-head">
        <b>{outlet.title}</b>
        <State glyph={placementGlyphs[state]} loud>
          {say(`state.placement.${state}`)}
        </State>
        {place.publishedAt ? <span className="t3">{formats.moment(place.publishedAt)}</span> : null}
        {place.address ? (
          <a className="link clip" href={place.address} target="_blank" rel="noreferrer">
            {place.address}
          </a>
        ) : null}
      </div>
      {place.said ? <p className="t2">{saidOf(say, place.said)}</p> : null}
      {state === 'handed' ? <Ready place={place} detail={detail} /> : null}
      {state === 'published' ? <Did place={place} detail={detail} /> : null}
      <Settle place={place} detail={detail} />
    </li>
  )
}

/** `sign-in-refused: invalid token` in words, with what the outlet itself said. */
function saidOf(say: ReturnType<typeof useSay<PublishingKeys>>, said: string): string {
  const [name = '', ...rest] = said.split(': ')
  const words = say.maybe(`problem.publishing.${name}`)
  return words ? [words, rest.join(': ')].filter(Boolean).join(' ') : said
}

function Ready({ place, detail }: PlaceProps) {
  const say = useSay<PublishingKeys>()
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(place.words).then(() => setCopied(true))
  return (
    <div className="pub-ready">
      <p className="pub-words" lang={detail.language}>
        {place.words}
      </p>
      <div className="pub-acts">
        <Button size="s" icon="copy" onClick={copy}>
          {say(copied ? 'page.publishing.copied' : 'page.publishing.copy')}
        </Button>
        {detail.pictures.map(one => (
          <a key={one.n} className="btn s" href={pictureAddress(detail.record.id, one.n, true)} download>
            {say('page.publishing.save-picture', { count: one.n })}
          </a>
        ))}
      </div>
      {detail.pictures.some(one => one.alt) ? (
        <ol className="t3 pub-alts">
          {detail.pictures.map(one => (
            <li key={one.n}>{one.alt}</li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}

function Did({ place }: PlaceProps) {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const { figures } = place
  const told = (['likes', 'shares', 'replies', 'views'] as const).filter(key => figures[key] !== null)
  if (told.length === 0) return null
  return (
    <p className="t2 num">
      {told.map(key => `${say(`field.publishing.${key}`)} ${formats.number(figures[key] ?? 0)}`).join(' · ')}
      {place.figuresAt ? <span className="t3"> · {formats.moment(place.figuresAt)}</span> : null}
    </p>
  )
}

function Settle({ place, detail }: PlaceProps) {
  const say = useSay<PublishingKeys>()
  const may = usePermission('publishing.publish-now')
  const settle = useCommand<typeof settlePlacement>('publishing.settle-placement')
  if (!may) return null
  const { record } = detail
  const input = { id: record.id, expectedVersion: record.version, outletId: place.outlet.id }
  const about = `${record.title} · ${place.outlet.title}`
  if (place.state === 'published')
    return (
      <div className="pub-acts">
        <Button
          size="s"
          look="quiet"
          onClick={() =>
            openCommand({ command: 'publishing.note-figures', input: { ...input, ...known(place) }, about })
          }
        >
          {say('publishing.note-figures')}
        </Button>
      </div>
    )
  if (record.state !== 'approved' || !['handed', 'failed', 'unsure', 'missed'].includes(place.state)) return null
  return (
    <div className="pub-acts">
      <Button
        size="s"
        icon="check"
        onClick={() =>
          openCommand({ command: 'publishing.settle-placement', input: { ...input, outcome: 'published' }, about })
        }
      >
        {say('page.publishing.is-out')}
      </Button>
      {place.state === 'handed' ? null : (
        <Button size="s" busy={settle.busy} onClick={() => void settle.run({ ...input, outcome: 'again' })}>
          {say('page.publishing.again')}
        </Button>
      )}
      <Button size="s" look="quiet" busy={settle.busy} onClick={() => void settle.run({ ...input, outcome: 'not' })}>
        {say('page.publishing.not-there')}
      </Button>
    </div>
  )
}

const known = ({ figures }: PlacementDetail) =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null))
