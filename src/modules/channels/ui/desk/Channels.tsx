import '../channels.css'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link, useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type Search, useParams, useSearch } from '../../../../web/useAddress.ts'
import { useSlices } from '../../../../web/useQuery.ts'
import { Conversation } from '../conversation/Conversation.tsx'
import { type Box, boxes, type ConversationLine, type Keys } from '../words.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { Find } from './Find.tsx'

const boxOf = (search: Search): Box =>
  boxes.find(one => one === search['box']) ?? (search['text'] ? 'all' : 'unanswered')

/** The address of a view, and of a conversation in it. */
function addressOf(search: Search, id: string | null): string {
  const kept = new URLSearchParams()
  for (const key of ['box', 'text', 'channel']) if (search[key]) kept.set(key, search[key])
  const text = kept.toString()
  return `/channels${id ? `/${id}` : ''}${text ? `?${text}` : ''}`
}

/** The desk: what nobody has answered first, beside it the conversation; on the phone one after the other. */
export default function ChannelsPage() {
  const say = useSay<Keys>()
  const { id = null } = useParams()
  const [search] = useSearch()
  const go = useGo()
  const isPhone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false }) ?? false
  const question = useMemo(
    () => ({
      box: boxOf(search),
      ...(search['text'] && { text: search['text'] }),
      ...(search['channel'] && { channelId: search['channel'] }),
    }),
    [search],
  )
  const list = useSlices<ConversationLine>('channels.list-conversations', question)
  const rows = useMemo(() => list.data?.pages.flatMap(page => page.rows) ?? [], [list.data])
  useTitle(say('page.channels'))
  const open = (next: string | null) => go(addressOf(search, next), { replace: !isPhone })
  /** What is acted on leaves the view: the next one is shown, as one works downwards. */
  const onGone = () => {
    const at = rows.findIndex(row => row.id === id)
    const next = rows[at + 1] ?? rows[at - 1]
    open(isPhone ? null : (next?.id ?? null))
  }
  const step = (by: number) => {
    const at = rows.findIndex(row => row.id === id)
    const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]
    if (next) open(next.id)
  }
  const group = say('page.channels')
  useHotkeys([
    { keys: 'j', label: say('key.next' as Keys), group, run: () => step(1) },
    { keys: 'k', label: say('key.previous' as Keys), group, run: () => step(-1) },
    {
      keys: '/',
      label: say('page.channels.find'),
      group,
      run: () => document.querySelector<HTMLInputElement>('.talk-find input')?.focus(),
    },
  ])
  return (
    <div className="talk-desk" data-open={id ? '' : undefined}>
      <section className="talk-list" aria-label={say('page.channels.list')}>
        <Head search={search} />
        <div className="talk-rows">
          {list.isError ? <QueryProblem fault={list.error} again={() => void list.refetch()} /> : null}
          {list.isPending ? <SkeletonRows rows={7} height={66} /> : null}
          {list.isSuccess && rows.length === 0 ? <Nothing search={search} /> : null}
          <ul>
            {rows.map(row => (
              <ConversationRow key={row.id} row={row} href={addressOf(search, row.id)} isOpen={row.id === id} />
            ))}
          </ul>
          {list.hasNextPage ? (
            <Button look="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {say('more' as Keys)}
            </Button>
          ) : null}
        </div>
      </section>
      <div className="talk-beside">
        {isPhone && id ? <h1 className="vh">{say('page.channels')}</h1> : null}
        {id ? (
          <Conversation key={id} id={id} back={addressOf(search, null)} onGone={onGone} />
        ) : (
          <p className="nothing t3">{say('page.channels.choose')}</p>
        )}
      </div>
    </div>
  )
}

function Head({ search }: { readonly search: Search }) {
  const say = useSay<Keys>()
  const may = usePermission('channels.answer-conversations')
  const manages = usePermission('channels.manage-channels')
  const at = boxOf(search)
  return (
    <header className="talk-head">
      <div className="head-line">
        <h1 className="h2">{say('page.channels')}</h1>
        <span className="ends">
          <Link className="quiet" href="/channels/forms" title={say('page.forms')}>
            <Icon name="forms" small />
            <span className="vh">{say('page.forms')}</span>
          </Link>
          {manages ? (
            <Link className="quiet" href="/channels/settings" title={say('page.channels.settings')}>
              <Icon name="settings" small />
              <span className="vh">{say('page.channels.settings')}</span>
            </Link>
          ) : null}
          {may ? (
            <Button size="s" icon="edit" onClick={() => openCommand({ command: 'channels.start-conversation' })}>
              {say('page.channels.write')}
            </Button>
          ) : null}
        </span>
      </div>
      <Find search={search} />
      <nav className="talk-views" aria-label={say('page.channels.views')}>
        {boxes.map(box => (
          <Link key={box} href={addressOf({ ...search, box }, null)} aria-current={at === box ? 'page' : undefined}>
            {say(`choice.channels.box.${box}`)}
          </Link>
        ))}
      </nav>
    </header>
  )
}

function Nothing({ search }: { readonly search: Search }) {
  const say = useSay<Keys>()
  const text = search['text'] ? say('page.channels.empty.find') : say('page.channels.empty')
  return <Empty text={text} />
}
