import './elsewhere.css'
import { useState } from 'react'
import type { OutputOf } from '../../../web/answers.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Page } from '../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { listAccounts } from '../contract.ts'
import { Account } from './Account.tsx'
import { ConnectForm } from './ConnectForm.tsx'
import { LinkWays } from './LinkWays.tsx'
import { Setup } from './Setup.tsx'
import type { MirrorKeys } from './words.ts'

export type AccountLine = OutputOf<typeof listAccounts>['rows'][number]

/** One's calendars elsewhere that are kept the same as some here, how it goes with each, and where one meets by video. */
export default function Elsewhere() {
  const say = useSay<MirrorKeys>()
  const list = useQuery<typeof listAccounts>('mirrors.list-accounts', {})
  const [form, setForm] = useState<AccountLine | 'new' | null>(null)
  const maySetUp = usePermission('mirrors.change-setup')
  const mayLink = usePermission('mirrors.make-links')
  const rows = list.data?.rows ?? []
  const connect = (
    <Button look="primary" icon="plus" onClick={() => setForm('new')}>
      {say('mirrors.connect-account')}
    </Button>
  )
  return (
    <Page
      title={say('page.elsewhere')}
      crumbs={[{ label: say('page.elsewhere.calendar'), href: '/calendar' }, { label: say('page.elsewhere') }]}
      end={form === null ? connect : undefined}
    >
      <div className="elsewhere">
        <p className="lead t2">{say('page.elsewhere.lead')}</p>
        {form === null ? null : (
          <ConnectForm
            key={form === 'new' ? 'new' : form.id}
            account={form === 'new' ? null : form}
            onClose={() => {
              setForm(null)
              void list.refetch()
            }}
          />
        )}
        {list.isError ? <QueryProblem fault={list.error} again={() => void list.refetch()} /> : null}
        <Section title={say('page.elsewhere.accounts')} count={rows.length}>
          {list.isPending ? <SkeletonRows rows={2} /> : null}
          {list.data && rows.length === 0 ? <p className="t3 lead">{say('page.elsewhere.empty')}</p> : null}
          {rows.map(account => (
            <Account
              key={account.id}
              account={account}
              onSignIn={() => setForm(account)}
              onChange={() => void list.refetch()}
            />
          ))}
        </Section>
        {mayLink ? <LinkWays accounts={rows} /> : null}
        {maySetUp ? <Setup /> : null}
      </div>
    </Page>
  )
}
