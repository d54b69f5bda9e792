import '../channels.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listChannels, restoreChannel, retireChannel } from '../../contract.ts'
import { type ChannelLine, type Keys, wireIcons } from '../words.ts'
import { ConnectForm } from './ConnectForm.tsx'

/** Each way by which people write to the office, with the address to give to its provider. */
export default function SettingsPage() {
  const say = useSay<Keys>()
  const list = useQuery<typeof listChannels>('channels.list-channels', { limit: 200 })
  const [open, setOpen] = useState<ChannelLine | 'new' | null>(null)
  if (list.isError) return <QueryProblem fault={list.error} again={() => void list.refetch()} />
  if (!list.data) return <PageSkeleton />
  const rows = list.data.rows.filter(row => row.wire !== 'form')
  return (
    <Page
      title={say('page.channels.settings')}
      crumbs={[{ label: say('page.channels'), href: '/channels' }]}
      end={
        <Button look="primary" icon="plus" onClick={() => setOpen('new')}>
          {say('channels.connect-channel')}
        </Button>
      }
    >
      <p className="t2 channel-lead">{say('page.channels.settings.lead')}</p>
      {rows.length === 0 ? <Empty text={say('page.channels.settings.empty')} /> : null}
      <ul className="channel-rows">
        {rows.map(row => (
          <Channel key={row.id} channel={row} onChange={() => setOpen(row)} />
        ))}
      </ul>
      {open ? (
        <ConnectForm
          channel={open === 'new' ? null : open}
          onClose={() => {
            setOpen(null)
            void list.refetch()
          }}
        />
      ) : null}
    </Page>
  )
}

function Channel({ channel, onChange }: { readonly channel: ChannelLine; readonly onChange: () => void }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { id, title, wire, sender, heardAt, members, retired, path } = channel
  const [isCopied, setCopied] = useState(false)
  const retire = useCommand<typeof retireChannel>('channels.retire-channel', {
    said: say('done.channels.retire-channel'),
  })
  const restore = useCommand<typeof restoreChannel>('channels.restore-channel', {
    said: say('done.channels.connect-channel'),
  })
  const checking = useCommand('channels.checks', { quiet: true })
  const copy = async () => {
    await navigator.clipboard.writeText(`${location.origin}${path}`)
    setCopied(true)
  }
  const facts = [
    say(`choice.channels.wire.${wire}`),
    sender,
    heardAt ? say('page.channels.heard', { at: formats.moment(heardAt) }) : say('page.channels.never'),
    members.length > 0 ? say('page.channels.told', { names: members.map(one => one.title).join(', ') }) : '',
  ]
  const { answer } = checking
  const told = answer?.status === 'done' ? (answer.output as { said: string }).said : null
  return (
    <li data-retired={retired || undefined}>
      <Icon name={wireIcons[wire]} />
      <div className="what">
        <b>{title}</b>
        <span className="t3">{facts.filter(Boolean).join(' · ')}</span>
        {told === null ? null : (
          <span role="status" className="ok">
            {told ? say('page.channels.checked', { said: told }) : say('page.channels.checked.plain')}
          </span>
        )}
        {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
        {isCopied ? <span role="status">{say('page.channels.copied')}</span> : null}
      </div>
      <span className="acts">
        {retired ? (
          <Button size="s" busy={restore.busy} onClick={() => void restore.run({ id })}>
            {say('channels.restore-channel')}
          </Button>
        ) : (
          <>
            {path ? (
              <Button size="s" icon="copy" onClick={() => void copy()}>
                {say('page.channels.hook')}
              </Button>
            ) : null}
            {wire === 'gateway' || wire === 'webhook' ? null : (
              <Button size="s" look="quiet" busy={checking.busy} onClick={() => void checking.run({ id } as never)}>
                {say('page.channels.check')}
              </Button>
            )}
            <Button
              size="s"
              look="quiet"
              onClick={() =>
                openCommand({ command: 'channels.start-conversation', input: { channelId: id }, about: title })
              }
            >
              {say('page.channels.test')}
            </Button>
            <Button size="s" look="quiet" onClick={onChange}>
              {say('channels.change-channel')}
            </Button>
            <Button size="s" look="quiet" busy={retire.busy} onClick={() => void retire.run({ id })}>
              {say('channels.retire-channel')}
            </Button>
          </>
        )}
      </span>
    </li>
  )
}
