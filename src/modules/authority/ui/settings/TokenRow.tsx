import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { revokeApiToken } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import type { TokenLine } from './tokenLine.ts'

/** One token: whose, until when, when it was last used. */
export function TokenRow({ token }: { readonly token: TokenLine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const mayRevoke = usePermission('authority.revoke-api-token')
  const revoke = useCommand<typeof revokeApiToken>('authority.revoke-api-token', {
    said: say('done.authority.revoke-api-token'),
  })
  const day = (at: string) => formats.day(formats.dayOf(at))
  // It ends as the next day begins.
  const lastDay = (end: string) => formats.dayOf(new Date(Date.parse(end) - 1).toISOString())
  const words = [
    token.principal.name,
    token.revokedAt
      ? say('page.tokens.revoked', { day: day(token.revokedAt) })
      : token.expiresAt
        ? say('page.machine.until', { day: formats.fullDay(lastDay(token.expiresAt)) })
        : say('page.tokens.no-end'),
    token.usedAt ? say('page.tokens.used', { moment: formats.moment(token.usedAt) }) : say('page.tokens.never-used'),
  ]
  return (
    <li>
      <Icon name="key" small />
      <span>
        <b>{token.name}</b>
        <span className="t3 block">{words.join(' · ')}</span>
      </span>
      {mayRevoke && !token.revokedAt ? (
        <Button
          size="s"
          look="quiet"
          busy={revoke.busy}
          aria-label={`${say('authority.revoke-api-token')}: ${token.name}`}
          onClick={() => void revoke.run({ id: token.id })}
        >
          {say('authority.revoke-api-token')}
        </Button>
      ) : null}
    </li>
  )
}
