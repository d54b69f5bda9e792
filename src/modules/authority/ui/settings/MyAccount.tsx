import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signOut } from '../../../../web/client.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Facts } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission, useSession } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getPrincipal } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'

/** Oneself: roles, who stands in, and signing out wherever one has been left signed in. */
export function MyAccount() {
  const say = useSay<Keys>()
  const { account, principal } = useSession()
  const may = usePermission('authority.get-principal')
  const me = useQuery<typeof getPrincipal>('authority.get-principal', { id: principal.id }, { when: may })
  const deputy = me.data?.can.find(({ command }: { command: string }) => command === 'authority.set-deputy')
  const roles = (me.data?.roles ?? []) as readonly { name: string }[]
  return (
    <Section
      title={say('page.settings.me')}
      more={
        me.data ? (
          <ButtonLink size="s" look="quiet" href={`/machine/people/${principal.id}`}>
            {say('page.settings.my-page')}
          </ButtonLink>
        ) : undefined
      }
    >
      <Facts
        facts={[
          { label: say('field.name'), value: principal.name },
          { label: say('field.email'), value: account.email },
          ...(me.data
            ? [
                { label: say('field.roles'), value: roles.map(({ name }) => name).join(', ') || '–' },
                { label: say('field.deputy'), value: me.data.deputy?.name ?? say('page.machine.nobody') },
              ]
            : []),
        ]}
      />
      <div className="acts">
        {deputy ? (
          <Button onClick={() => openCommand({ command: deputy.command, input: deputy.input, about: principal.name })}>
            {say('authority.set-deputy')}…
          </Button>
        ) : null}
        <SignOutEverywhere />
      </div>
    </Section>
  )
}

function SignOutEverywhere() {
  const say = useSay<Keys>()
  const queries = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const leave = async () => {
    const answer = await signOut(true)
    if (!answer.ok) return setProblem(answer.refusal?.message ?? say('notice.offline'))
    queries.clear()
    location.assign('/')
  }
  return (
    <>
      <Button icon="logout" onClick={() => void leave()}>
        {say('sign-out.everywhere')}
      </Button>
      <span className="t3">{say('page.settings.sign-out.text')}</span>
      {problem ? <Problem title={problem} /> : null}
    </>
  )
}
