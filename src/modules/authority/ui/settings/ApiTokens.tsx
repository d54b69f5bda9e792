import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listApiTokens, showApiToken } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { CopyField } from '../shared/CopyField.tsx'
import { TokenRow } from './TokenRow.tsx'
import type { TokenLine } from './tokenLine.ts'

/** What programs come in with: made here, shown once, ended here. */
export function ApiTokens() {
  const say = useSay<Keys>()
  const mayMake = usePermission('authority.create-api-token')
  const tokens = useQuery<typeof listApiTokens>('authority.list-api-tokens', { limit: 500 })
  const [made, setMade] = useState<string | null>(null)
  const rows = (tokens.data?.rows ?? []) as readonly TokenLine[]
  const holding = rows.filter(({ revokedAt }) => !revokedAt)
  const ended = rows.filter(({ revokedAt }) => revokedAt)
  const make = () =>
    openCommand({
      command: 'authority.create-api-token',
      done: answer => setMade((answer.output as { readonly id: string }).id),
    })
  return (
    <Section
      title={say('page.settings.tokens')}
      count={holding.length || undefined}
      more={
        mayMake ? (
          <Button size="s" icon="plus" onClick={make}>
            {say('authority.create-api-token')}…
          </Button>
        ) : undefined
      }
    >
      {made ? <MadeToken id={made} /> : null}
      {tokens.isPending ? <SkeletonRows rows={2} /> : null}
      {tokens.isError ? <QueryProblem fault={tokens.error} again={() => void tokens.refetch()} /> : null}
      {tokens.data && !holding.length ? <p className="t3 none-yet">{say('page.tokens.empty')}</p> : null}
      <ul className="plain-rows">
        {holding.map(token => (
          <TokenRow key={token.id} token={token} />
        ))}
      </ul>
      {ended.length ? (
        <details className="fold">
          <summary>{say('page.tokens.ended', { count: ended.length })}</summary>
          <ul className="plain-rows">
            {ended.map(token => (
              <TokenRow key={token.id} token={token} />
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  )
}

/** The token itself, for ten minutes and only to who made it. */
function MadeToken({ id }: { readonly id: string }) {
  const say = useSay<Keys>()
  const shown = useQuery<typeof showApiToken>('authority.show-api-token', { id }, { fresh_ms: 0 })
  if (!shown.data) return null
  return (
    <div className="lifted">
      <CopyField label={say('page.tokens.made')} value={shown.data.token} hint={say('page.tokens.made.hint')} />
    </div>
  )
}
