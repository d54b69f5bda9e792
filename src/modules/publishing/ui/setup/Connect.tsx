import { type ComponentProps, useId, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { OutletLine, PublishingKeys } from '../words.ts'

const kinds = ['mastodon', 'wordpress', 'webhook'] as const
type Kind = (typeof kinds)[number]
const usual = (outlet: OutletLine): Kind =>
  outlet.wire !== 'hand'
    ? outlet.wire
    : outlet.network === 'website'
      ? 'wordpress'
      : outlet.network === 'mastodon'
        ? 'mastodon'
        : 'webhook'

/** Through which interface it is published, with a key made for this: it is tried before it is kept, and shown to nobody again. */
export function Connect({ outlet, onClose }: { readonly outlet: OutletLine; readonly onClose: () => void }) {
  const say = useSay<PublishingKeys>()
  const id = useId()
  const [wire, choose] = useState<Kind>(usual(outlet))
  const [facts, setFacts] = useState({ url: outlet.url ?? '', account: outlet.account ?? '', secret: '' })
  // Not a command: a secret may stand in no journal. Its address has the shape of one, and so have its answers.
  const connecting = useCommand('publishing.connections', { quiet: true })
  const connect = async () => {
    const input = { id: outlet.id, expectedVersion: outlet.version, wire, ...facts }
    if ((await connecting.run(input as never)).status === 'done') onClose()
  }
  const field = (key: keyof typeof facts, label: string, more: ComponentProps<'input'> = {}) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <input
        id={`${id}-${key}`}
        className="input"
        required
        autoCapitalize="none"
        spellCheck={false}
        value={facts[key]}
        onChange={event => setFacts({ ...facts, [key]: event.target.value })}
        {...more}
      />
    </div>
  )
  return (
    <form
      className="pub-connect"
      onSubmit={event => {
        event.preventDefault()
        void connect()
      }}
    >
      <fieldset className="pub-kinds" aria-label={say('field.publishing.wire')}>
        {kinds.map(one => (
          <Button
            key={one}
            size="s"
            {...(one === wire ? {} : { look: 'quiet' as const })}
            aria-pressed={one === wire}
            onClick={() => choose(one)}
          >
            {say(`choice.publishing.wire.${one}`)}
          </Button>
        ))}
      </fieldset>
      {field('url', say('field.publishing.url'), { inputMode: 'url', placeholder: 'https://', maxLength: 1000 })}
      {wire === 'wordpress' ? field('account', say('field.publishing.account'), { maxLength: 200 }) : null}
      {field('secret', say(`page.publishing.secret.${wire}`), {
        type: 'password',
        autoComplete: 'new-password',
        maxLength: 4000,
        'aria-describedby': `${id}-hint`,
      })}
      <p className="field-hint" id={`${id}-hint`}>
        {say(`page.publishing.secret.${wire}.hint`)}
      </p>
      {connecting.answer?.status === 'refused' ? (
        <Problem title={connecting.answer.refusal.message ?? ''} todo={connecting.answer.refusal.todo} />
      ) : null}
      <p className="pub-acts">
        <Button type="submit" look="primary" busy={connecting.busy}>
          {say('publishing.connect-outlet')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {say('page.publishing.cancel')}
        </Button>
      </p>
    </form>
  )
}
