import type { getServer } from '../../../../kernel/builtin/contract.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import { Facts } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { Keys } from '../../messages/en.ts'
import { CopyField } from '../shared/CopyField.tsx'
import { addressesToShow, isOwn } from './addressesToShow.ts'

type Server = NonNullable<OutputOf<typeof getServer>>

/** Where people, programs and scanners find Kontor: an owner sees what the machine says of itself, others where they stand. */
export function Addresses() {
  const say = useSay<Keys>()
  const may = usePermission('kernel.get-server')
  const server = useQuery<typeof getServer>('kernel.get-server', {}, { when: may }).data ?? null
  const { origin, hostname } = location
  const shown = addressesToShow(origin, server)
  const reach = server?.isEncrypted === false ? 'page.settings.not-encrypted' : 'page.settings.address.office.hint'
  return (
    <Section title={say('page.settings.addresses')}>
      <div className="form settings-form">
        {shown.office.length ? (
          shown.office.map((address, index) => (
            <CopyField
              key={address}
              label={say('page.settings.address.office')}
              value={address}
              {...(index === shown.office.length - 1 ? { hint: say(reach) } : {})}
            />
          ))
        ) : (
          <CopyField
            label={say('page.settings.address')}
            value={origin}
            hint={say(isOwn(hostname) ? 'page.settings.address.own' : 'page.settings.address.hint')}
          />
        )}
        <CopyField label={say('page.settings.mcp')} value={`${shown.main}/mcp`} hint={say('page.settings.mcp.hint')} />
        <p className="t2">
          {/* Not a page of the interface, so not a link within it. */}
          <a className="link" href="/api" target="_blank" rel="noreferrer">
            {say('page.settings.api')}
          </a>{' '}
          · {say('page.settings.api.text')}
        </p>
        {server ? <Doors server={server} /> : <p className="t2">{say('page.settings.doors')}</p>}
      </div>
    </Section>
  )
}

/** Where scanners bring their pages, and what else whoever looks after the machine asks for. */
function Doors({ server }: { readonly server: Server }) {
  const say = useSay<Keys>()
  const { scanMail, watchedFolder, version, dataFolder } = server
  return (
    <>
      {scanMail ? (
        <CopyField
          label={say('page.settings.scan-mail')}
          value={scanMail.address}
          hint={say('page.settings.scan-mail.hint', {
            hosts: scanMail.hosts.join(', '),
            port: String(scanMail.port),
          })}
        />
      ) : (
        <p className="t2">{say('page.settings.scan-mail.none')}</p>
      )}
      {watchedFolder ? (
        <CopyField
          label={say('page.settings.watched')}
          value={watchedFolder}
          hint={say('page.settings.watched.hint')}
        />
      ) : (
        <p className="t2">{say('page.settings.watched.none')}</p>
      )}
      <Facts
        facts={[
          { label: say('page.settings.version'), value: version },
          { label: say('page.settings.data'), value: dataFolder },
        ]}
      />
    </>
  )
}
