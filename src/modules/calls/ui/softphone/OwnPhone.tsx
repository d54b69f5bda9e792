import './softphone.css'
import '../calls.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useStore } from '../../../../web/kit/store.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getPhone, removeOwnPhone } from '../../contract.ts'
import type { Keys } from '../words.ts'
import { Devices } from './Devices.tsx'
import { phoneStore, tryAgain, want } from './line.ts'

/** One’s own telephone in the page: as whom one signs in, what one hears, and a call to oneself to try it. */
export default function OwnPhone() {
  const say = useSay<Keys>()
  const mine = useQuery<typeof getPhone>('calls.get-phone')
  if (mine.isError) return <QueryProblem fault={mine.error} again={() => void mine.refetch()} />
  if (!mine.data) return <PageSkeleton />
  const { server, username } = mine.data
  return (
    <Page title={say('page.phone.own')} crumbs={[{ label: say('page.calls'), href: '/calls' }]}>
      {server ? (
        <>
          <Account username={username} domain={server.domain} />
          {username ? <Try echo={server.echo} voicemail={server.voicemail} /> : null}
          <Devices />
        </>
      ) : (
        <Empty text={say('page.phone.no-server')} />
      )}
    </Page>
  )
}

function Account({ username, domain }: { readonly username: string | null; readonly domain: string }) {
  const say = useSay<Keys>()
  const [user, setUser] = useState(username ?? '')
  const [password, setPassword] = useState('')
  // Not a command: a password may stand in no journal. Its address has the shape of one, and so have its answers.
  const setting = useCommand('calls.own-phone', { said: say('done.calls.set-own-phone') })
  const remove = useCommand<typeof removeOwnPhone>('calls.remove-own-phone')
  const send = async () => {
    const input = { username: user.trim(), ...(password ? { password } : {}) }
    if ((await setting.run(input as never)).status !== 'done') return
    setPassword('')
    tryAgain()
  }
  const { answer } = setting
  return (
    <Section title={say('page.phone.account')}>
      <form
        className="phone-set"
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField
          label={say('field.calls.username')}
          hint={say('page.phone.account.hint', { domain })}
          required
          maxLength={64}
          autoCapitalize="none"
          spellCheck={false}
          value={user}
          onChange={event => setUser(event.target.value)}
        />
        <TextField
          label={say('page.phone.password')}
          hint={say(username ? 'page.phone.password.kept' : 'page.phone.password.hint')}
          type="password"
          maxLength={200}
          autoComplete="new-password"
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
        <div className="row">
          <Button look="primary" type="submit" busy={setting.busy}>
            {say('page.phone.keep')}
          </Button>
          {username ? (
            <Button look="quiet" busy={remove.busy} onClick={() => void remove.run({})}>
              {say('calls.remove-own-phone')}
            </Button>
          ) : null}
        </div>
      </form>
    </Section>
  )
}

/** Whoever hears themselves after a moment can be heard. */
function Try({ echo, voicemail }: { readonly echo: string | null; readonly voicemail: string | null }) {
  const say = useSay<Keys>()
  const { phone } = useStore(phoneStore)
  const refused = phone.line === 'ready' ? undefined : say('page.phone.no-line')
  if (!echo && !voicemail) return null
  return (
    <Section title={say('page.phone.try')}>
      <p className="calls-text">{say('page.phone.try.told')}</p>
      <p className="calls-end">
        {echo ? (
          <Button
            icon="phone"
            refused={refused}
            onClick={() => want({ want: 'dial', number: echo, name: say('page.phone.echo') })}
          >
            {say('page.phone.echo')}
          </Button>
        ) : null}
        {voicemail ? (
          <Button
            icon="record-mail"
            refused={refused}
            onClick={() => want({ want: 'dial', number: voicemail, name: say('page.phone.voicemail') })}
          >
            {say('page.phone.listen')}
          </Button>
        ) : null}
      </p>
    </Section>
  )
}
