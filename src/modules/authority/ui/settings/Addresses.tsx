import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'
import { CopyField } from '../shared/CopyField.tsx'

/** An address that only this computer knows. */
const isOwn = (host: string) => host === 'localhost' || host.startsWith('127.') || host === '[::1]'

/** Where people and programs find Kontor: the address one stands at, as long as others can stand there too. */
export function Addresses() {
  const say = useSay<Keys>()
  const { origin, hostname } = location
  return (
    <Section title={say('page.settings.addresses')}>
      <div className="form settings-form">
        <CopyField
          label={say('page.settings.address')}
          value={origin}
          hint={say(isOwn(hostname) ? 'page.settings.address.own' : 'page.settings.address.hint')}
        />
        <CopyField label={say('page.settings.mcp')} value={`${origin}/mcp`} hint={say('page.settings.mcp.hint')} />
        <p className="t2">
          {/* Not a page of the interface, so not a link within it. */}
          <a className="link" href="/api" target="_blank" rel="noreferrer">
            {say('page.settings.api')}
          </a>{' '}
          · {say('page.settings.api.text')}
        </p>
        <p className="t2">{say('page.settings.doors')}</p>
      </div>
    </Section>
  )
}
