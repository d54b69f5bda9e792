import { type FormEvent, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { invitePerson, RoleKey } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { OneTimeLink } from '../shared/OneTimeLink.tsx'
import { useDraft } from '../shared/useDraft.ts'

export interface RoleChoice {
  readonly id: string
  readonly key: RoleKey | null
  readonly name: string
}

interface Invitation {
  readonly name: string
  readonly email: string
  readonly roleIds: readonly string[]
  readonly language: string
}

/** Name, mail, role; then the link to hand over. */
export function InviteDialog({
  roles,
  onClose,
}: {
  readonly roles: readonly RoleChoice[]
  readonly onClose: () => void
}) {
  const say = useSay<Keys>()
  const [sent, setSent] = useState<{ readonly id: string; readonly name: string } | null>(null)
  return (
    <Dialog title={say('authority.invite-person')} about={sent?.name} onClose={onClose}>
      <div className="dialog-form form">
        {sent ? (
          <>
            <OneTimeLink id={sent.id} name={sent.name} />
            <p className="t2">{say('page.one-time.how')}</p>
            <div className="form-foot">
              <Button look="primary" onClick={onClose}>
                {say('page.machine.done')}
              </Button>
              <Button look="quiet" onClick={() => setSent(null)}>
                {say('page.invite.another')}
              </Button>
            </div>
          </>
        ) : (
          <InviteForm roles={roles} onSent={setSent} onCancel={onClose} />
        )}
      </div>
    </Dialog>
  )
}

/** Enough to tell a slip of the hand; the server looks closer. */
const isAddress = /^\S+@\S+\.\S{2,}$/

interface InviteFormProps {
  readonly roles: readonly RoleChoice[]
  readonly onSent: (sent: { readonly id: string; readonly name: string }) => void
  readonly onCancel: () => void
}

function InviteForm({ roles, onSent, onCancel }: InviteFormProps) {
  const say = useSay<Keys>()
  const { organisation } = useSession()
  const usual = roles.filter(({ key }) => key === 'colleague').map(({ id }) => id)
  const draft = useDraft<Invitation>('authority.invite-person', '', {
    name: '',
    email: '',
    roleIds: usual,
    language: organisation.language,
  })
  const { name, email, roleIds, language } = draft.value
  const invite = useCommand<typeof invitePerson>('authority.invite-person', { quiet: true })
  const [tried, setTried] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim() || !isAddress.test(email.trim()) || !roleIds.length || invite.busy) return
    const answer = await invite.run({ name: name.trim(), email: email.trim(), roleIds, language } as never)
    if (answer.status !== 'done') return
    draft.drop()
    onSent({ id: answer.output.invitationId, name: name.trim() })
  }
  const refusal = invite.answer?.status === 'refused' ? invite.answer.refusal : null
  const unlike = tried && email.trim() && !isAddress.test(email.trim()) ? say('form.wrong.email') : undefined
  const needed = (given: unknown) => (tried && !given ? say('form.required') : undefined)
  const toggle = (id: string) =>
    draft.change({ roleIds: roleIds.includes(id) ? roleIds.filter(one => one !== id) : [...roleIds, id] })
  return (
    <form className="form" noValidate onSubmit={event => void send(event)}>
      <TextField
        label={say('field.name')}
        value={name}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        problem={needed(name.trim())}
        onChange={event => draft.change({ name: event.target.value })}
      />
      <TextField
        label={say('field.email')}
        type="email"
        value={email}
        maxLength={254}
        autoComplete="off"
        problem={needed(email.trim()) ?? unlike ?? (refusal?.field === 'email' ? refusal.message : undefined)}
        onChange={event => draft.change({ email: event.target.value })}
      />
      <fieldset className="role-ticks">
        <legend>{say('field.roles')}</legend>
        {roles
          .filter(({ key }) => key !== 'assistant')
          .map(role => (
            <label className="tick" key={role.id}>
              <input
                className="box"
                type="checkbox"
                checked={roleIds.includes(role.id)}
                onChange={() => toggle(role.id)}
              />
              <span>
                {role.name}
                <span className="t3"> {role.key ? say(`page.role.${role.key}`) : say('page.role.own')}</span>
              </span>
            </label>
          ))}
        {needed(roleIds.length) ? <p className="field-problem">{say('form.required')}</p> : null}
      </fieldset>
      <Field label={say('field.language')}>
        {control => (
          <select
            className="input"
            {...control}
            value={language}
            onChange={event => draft.change({ language: event.target.value })}
          >
            {Object.entries(languageNames).map(([one, words]) => (
              <option key={one} value={one} lang={one}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      {refusal && refusal.field !== 'email' ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
      {invite.answer?.status === 'offline' ? (
        <Problem title={say('notice.offline')} safe={say('offline.kept')} />
      ) : null}
      <div className="form-foot">
        <Button look="primary" type="submit" busy={invite.busy}>
          {say('page.invite.make')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}
