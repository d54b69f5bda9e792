import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, usePermission, useRegistry } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setParty } from '../../contract.ts'
import type { ConversationDetail, Keys } from '../words.ts'

/** Who writes: of the directory, perhaps somebody of it, or nobody yet. */
export function Known({ talk }: { readonly talk: ConversationDetail }) {
  const say = useSay<Keys>()
  const kinds = useRegistry()?.kinds
  const may = usePermission('channels.answer-conversations')
  const { party, maybe, handle, record } = talk
  const say_who = useCommand<typeof setParty>('channels.set-party', { said: say('done.channels.set-party') })
  const href = party ? recordHref(kinds, party.kind, party.id) : null
  if (handle === '' && !party) return null
  return (
    <p className="talk-known">
      <Icon name={party?.kind === 'organisation' ? 'building' : 'user'} small />
      {party && href ? (
        <Link className="link" href={href}>
          {party.title}
        </Link>
      ) : null}
      <span className="t3 clip">
        {talk.number ? <a href={`tel:${talk.number.replaceAll(' ', '')}`}>{talk.number}</a> : handle}
      </span>
      {may && !party
        ? maybe.map(one => (
            <Button
              key={one.id}
              size="s"
              busy={say_who.busy}
              onClick={() => void say_who.run({ id: record.id, partyId: one.id })}
            >
              {say('page.channels.maybe.is', { name: one.title })}
            </Button>
          ))
        : null}
      {may && !party && maybe.length === 0 ? <Strange talk={talk} /> : null}
    </p>
  )
}

/** Nobody of the directory: taken into it with what is known, or found there. */
function Strange({ talk }: { readonly talk: ConversationDetail }) {
  const say = useSay<Keys>()
  const mayCreate = usePermission('directory.create-person')
  const naming = useCommand<typeof setParty>('channels.set-party', { quiet: true })
  const { record, number, email } = talk
  const input = {
    name: record.title,
    ...(number && { phones: [{ number }] }),
    ...(email && { emails: [{ email }] }),
  }
  const create = () =>
    openCommand({
      command: 'directory.create-person',
      input,
      about: record.title,
      done: answer => void naming.run({ id: record.id, partyId: (answer.output as { id: string }).id }),
    })
  return (
    <>
      {mayCreate ? (
        <Button size="s" icon="plus" onClick={create}>
          {say('page.channels.new-person')}
        </Button>
      ) : null}
      <Button
        size="s"
        look="quiet"
        onClick={() => openCommand({ command: 'channels.set-party', input: { id: record.id }, about: record.title })}
      >
        {say('page.channels.choose-party')}
      </Button>
    </>
  )
}
