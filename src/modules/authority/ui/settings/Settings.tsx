import '../authority.css'
import { Page } from '../../../../web/kit/Page.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { Keys } from '../../messages/en.ts'
import { Addresses } from './Addresses.tsx'
import { ApiTokens } from './ApiTokens.tsx'
import { MyAccount } from './MyAccount.tsx'
import { Office } from './Office.tsx'

/** The office itself, where it is found, what programs may come in with, and oneself. */
export default function Settings() {
  const say = useSay<Keys>()
  const mayListTokens = usePermission('authority.list-api-tokens')
  return (
    <Page title={say('page.settings')}>
      <div className="settings">
        <Office />
        <MyAccount />
        <Addresses />
        {mayListTokens ? <ApiTokens /> : null}
      </div>
    </Page>
  )
}
