import '../post.css'
import { useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useStepKeys } from '../../../../web/kit/useStepKeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { beginRound, listRound } from '../../contract.ts'
import type { ItemLine, PostKeys } from '../words.ts'
import { Deliver } from './Deliver.tsx'

/** For the phone in the hand: what is on the way, place by place, and who signs for it. */
export default function Round() {
  const say = useSay<PostKeys>()
  const out = useQuery<typeof listRound>('post.list-round', { limit: 500 })
  const ready = useQuery<typeof listRound>('post.list-round', { stage: 'ready', limit: 500 })
  const begin = useCommand<typeof beginRound>('post.begin-round', { said: say('page.post.round') })
  const [delivered, setDelivered] = useState<ItemLine | null>(null)
  const waiting = ready.data?.total ?? 0
  const take = waiting ? (
    <Button look="primary" icon="arrow-right" busy={begin.busy} onClick={() => void begin.run({})}>
      {say('page.post.round.begin', { count: waiting })}
    </Button>
  ) : null
  if (out.isError) return <QueryProblem fault={out.error} again={() => void out.refetch()} />
  const rows = out.data?.rows ?? []
  return (
    <Page
      title={say('page.post.round')}
      crumbs={[{ label: say('page.post'), href: '/post' }]}
      end={rows.length ? take : null}
    >
      {out.isPending ? <SkeletonRows rows={6} height={56} /> : null}
      {!out.isPending && rows.length === 0 ? <Empty text={say('page.post.round.empty')}>{take}</Empty> : null}
      <Places rows={rows} onDeliver={setDelivered} />
      {delivered ? <Deliver item={delivered} key={delivered.id} onClose={() => setDelivered(null)} /> : null}
    </Page>
  )
}

interface PlacesProps {
  readonly rows: readonly ItemLine[]
  readonly onDeliver: (item: ItemLine) => void
}

function Places({ rows, onDeliver }: PlacesProps) {
  const say = useSay<PostKeys>()
  const list = useRef<HTMLDivElement>(null)
  useStepKeys(list)
  const places = Map.groupBy(rows, row => row.stop?.id ?? '')
  return (
    <div ref={list}>
      {[...places].map(([id, here]) => {
        const [first] = here
        const title = first?.stop?.title ?? say('page.post.round.without-place')
        return (
          <Section key={id} title={first?.place ? `${title} · ${first.place}` : title} count={here.length}>
            <ul className="post-round">
              {here.map(item => (
                <Line key={item.id} item={item} onDeliver={onDeliver} />
              ))}
            </ul>
          </Section>
        )
      })}
    </div>
  )
}

function Line({ item, onDeliver }: { readonly item: ItemLine; readonly onDeliver: (item: ItemLine) => void }) {
  const say = useSay<PostKeys>()
  const whom = item.deliverTo?.title ?? item.for?.title ?? item.stop?.title ?? ''
  return (
    <li>
      <span className="what">
        <strong>{whom}</strong>
        <Link href={`/post/${item.id}`}>{item.title}</Link>
        <span className="t3">
          {[say(`choice.post.sort.${item.sort}`), item.tracking, item.personal ? say('page.post.personal') : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="acts">
        <Button size="l" icon="check" onClick={() => onDeliver(item)}>
          {say('page.post.round.deliver')}
        </Button>
        <Button
          size="l"
          onClick={() =>
            openCommand({
              command: 'post.note-missed',
              input: { id: item.id, expectedVersion: item.version },
              about: `${whom}: ${item.title}`,
            })
          }
        >
          {say('post.note-missed')}
        </Button>
      </span>
    </li>
  )
}
