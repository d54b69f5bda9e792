import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { RecordsPicker } from '../../../../web/kit/form/RecordsPicker.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { asked, type ChannelLine, type Keys, type Wire } from '../words.ts'

type Provider = Exclude<Wire, 'form'>
const providers = Object.keys(asked) as Provider[]
const colleagues = { type: 'array', items: { control: 'person', kind: 'principal' } } as const

/** What a channel is reached by; what is kept secret is shown to nobody, and only typed to be replaced. */
export function ConnectForm({
  channel,
  onClose,
}: {
  readonly channel: ChannelLine | null
  readonly onClose: () => void
}) {
  const say = useSay<Keys>()
  const [wire, setWire] = useState<Provider>((channel?.wire as Provider | undefined) ?? 'gateway')
  const [facts, setFacts] = useState({
    title: channel?.title ?? '',
    sender: channel?.sender ?? '',
    account: channel?.account ?? '',
    address: channel?.address ?? '',
    memberIds: channel?.members.map(one => one.id) ?? ([] as string[]),
  })
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({})
  // Not a command: its secrets may stand in no journal. Its address has the shape of one, and so have its answers.
  const connecting = useCommand('channels.connections', { quiet: true })
  const put = (part: Partial<typeof facts>) => setFacts(before => ({ ...before, ...part }))
  const wanted = asked[wire]
  const isComplete =
    facts.title.trim() !== '' && (channel !== null || wanted.secrets.every(name => secrets[name]?.trim()))
  const send = async () => {
    const input = { ...(channel && { id: channel.id, expectedVersion: channel.version }), wire, ...facts, secrets }
    if ((await connecting.run(input as never)).status === 'done') onClose()
  }
  const line = (key: 'title' | 'sender' | 'account' | 'address', label: string, more: object = {}) => (
    <TextField
      label={label}
      value={facts[key]}
      autoCapitalize="none"
      spellCheck={false}
      onChange={event => put({ [key]: event.target.value })}
      {...more}
    />
  )
  return (
    <Dialog
      title={say(channel ? 'channels.change-channel' : 'channels.connect-channel')}
      {...(channel && { about: channel.title })}
      onClose={onClose}
    >
      <SendForm
        sending={connecting}
        submit={say(channel ? 'page.channels.save' : 'page.channels.connect')}
        refused={isComplete ? undefined : say('refusal.channel-secret-missing')}
        onSend={() => void send()}
        onCancel={onClose}
      >
        {channel ? null : (
          <Field label={say('field.channels.wire')} hint={say(`page.channels.hint.${wire}`)}>
            {control => (
              <select
                className="input"
                {...control}
                data-autofocus
                value={wire}
                onChange={event => setWire(event.target.value as Provider)}
              >
                {providers.map(one => (
                  <option key={one} value={one}>
                    {say(`choice.channels.wire.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {line('title', say('field.channels.title'), { maxLength: 100 })}
        {wanted.account ? line('account', say(wanted.account), { maxLength: 120 }) : null}
        {wanted.sender ? line('sender', say(wanted.sender), { maxLength: 80 }) : null}
        {wanted.secrets.map(name => (
          <TextField
            key={name}
            label={say(`page.channels.secret.${name}` as Keys)}
            type="password"
            autoComplete="new-password"
            maxLength={1000}
            hint={channel?.hasSecret ? say('page.channels.kept-secret') : undefined}
            value={secrets[name] ?? ''}
            onChange={event => setSecrets(before => ({ ...before, [name]: event.target.value }))}
          />
        ))}
        {wire === 'gateway'
          ? null
          : line('address', say(wanted.address ?? 'field.channels.address'), {
              maxLength: 300,
              hint: wanted.address ? undefined : say('field.channels.address.hint'),
            })}
        <RecordsPicker
          label={say('field.channels.memberIds')}
          schema={colleagues as never}
          value={facts.memberIds}
          onChange={value => put({ memberIds: (value as string[] | undefined) ?? [] })}
          words={String}
        />
      </SendForm>
    </Dialog>
  )
}
