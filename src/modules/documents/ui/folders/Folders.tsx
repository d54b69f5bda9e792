import './folders.css'
import { Page } from '../../../../web/kit/Page.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { Rich, useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { AppPasswords } from './AppPasswords.tsx'
import { Shown } from './Shown.tsx'

const ways = [
  'page.folders.windows',
  'page.folders.mac',
  'page.folders.linux',
  'page.folders.scanner',
] as const satisfies readonly DocumentKeys[]

/** Kontor as folders of the computer: where they are, how to connect, and the passwords that programs come in with. */
export default function Folders() {
  const say = useSay<DocumentKeys>()
  const { account } = useSession()
  const { origin, protocol } = window.location
  return (
    <Page title={say('page.folders')} crumbs={[{ label: say('page.in'), href: '/in' }, { label: say('page.folders') }]}>
      <div className="folders">
        <p className="lead t2">{say('page.folders.lead')}</p>
        <Section title={say('page.folders.how')}>
          <Shown
            label={say('page.folders.address')}
            value={`${origin}/dav/`}
            hint={say('page.folders.address.hint', { email: account.email })}
          />
          {protocol === 'https:' ? null : <p className="lead late">{say('page.folders.plain')}</p>}
          <ul className="how">
            {ways.map(way => (
              <li key={way}>
                <Rich>{say(way)}</Rich>
              </li>
            ))}
          </ul>
          <p className="lead t2">
            <Rich>{say('page.folders.in')}</Rich>
          </p>
        </Section>
        <AppPasswords />
      </div>
    </Page>
  )
}
