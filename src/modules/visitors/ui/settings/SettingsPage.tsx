import '../visitors.css'
import { useState } from 'react'
import { type Language, languages } from '../../../../kernel/language/catalogue.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getSettings, listKiosks } from '../../contract.ts'
import type { Keys, KioskLine, Settings } from '../words.ts'

/** How the house receives: its kiosks, rules and texts, the guests’ network. */
export default function SettingsPage() {
  const say = useSay<Keys>()
  const settings = useQuery<typeof getSettings>('visitors.get-settings', {})
  const kiosks = useQuery<typeof listKiosks>('visitors.list-kiosks', {})
  if (settings.error) return <QueryProblem fault={settings.error} again={() => void settings.refetch()} />
  if (kiosks.error) return <QueryProblem fault={kiosks.error} again={() => void kiosks.refetch()} />
  if (!settings.data || !kiosks.data) return <PageSkeleton />
  const { data } = settings
  return (
    <Page title={say('page.visitor-settings')} crumbs={[{ label: say('page.visitors'), href: '/visitors' }]}>
      <Kiosks rows={kiosks.data.rows} />
      <House data={data} />
      <Texts data={data} />
      <Wifi data={data} />
      <Came data={data} />
    </Page>
  )
}

function Kiosks({ rows }: { readonly rows: readonly KioskLine[] }) {
  const say = useSay<Keys>()
  return (
    <Section
      title={say('page.visitor-settings.kiosks')}
      count={rows.length}
      more={
        <Button size="s" icon="plus" onClick={() => openCommand({ command: 'visitors.create-kiosk' })}>
          {say('visitors.create-kiosk')}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="t3">{say('page.visitor-settings.kiosks.empty')}</p>
      ) : (
        <p className="t3">{say('page.visitor-settings.link')}</p>
      )}
      <ul className="vis-lines vis-kiosks">
        {rows.map(row => (
          <Kiosk key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  )
}

function Kiosk({ row }: { readonly row: KioskLine }) {
  const say = useSay<Keys>()
  const [isCopied, setIsCopied] = useState(false)
  const revoke = useCommand('visitors.revoke-kiosk', { said: say('state.kiosk.revoked') })
  const copy = (path: string) =>
    void navigator.clipboard.writeText(`${location.origin}${path}`).then(() => setIsCopied(true))
  return (
    <li>
      <span className="who">
        <b>{row.title}</b>
        <span>{row.site}</span>
      </span>
      {row.path ? (
        <span className="acts">
          <Button size="s" icon="copy" onClick={() => copy(row.path!)}>
            {say(isCopied ? 'page.visitor-settings.copied' : 'page.visitor-settings.copy')}
          </Button>
          <BadgePrinter row={row} />
          <a className="btn s" href={row.path} target="_blank" rel="noopener">
            {say('page.visitor-settings.open')}
          </a>
          <Button
            size="s"
            look="quiet"
            busy={revoke.busy}
            onClick={() => void revoke.run({ id: row.id, expectedVersion: row.version })}
          >
            {say('visitors.revoke-kiosk')}
          </Button>
        </span>
      ) : (
        <State glyph="ended">{say('state.kiosk.revoked')}</State>
      )}
    </li>
  )
}

/** Where this kiosk's badges are printed, when somebody has signed in. */
function BadgePrinter({ row }: { readonly row: KioskLine }) {
  const say = useSay<Keys>()
  const input = { stock: 'badge', deskId: row.id, automatic: true }
  if (!usePermission('printing.change-printer')) return null
  return (
    <Button
      size="s"
      icon="printer"
      onClick={() => openCommand({ command: 'printing.set-stock', input, about: row.title })}
    >
      {say('page.visitor-settings.badges')}
    </Button>
  )
}

const facts = ['address', 'receptionId', 'hosts', 'photo', 'welcome', 'remindMinutes', 'keepDays'] as const

function House({ data }: { readonly data: Settings }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const yes = (value: boolean) => say(value ? 'page.visitor-settings.yes' : 'page.visitor-settings.no')
  const shown: Readonly<Record<(typeof facts)[number], string>> = {
    address: data.address || '–',
    receptionId: data.reception?.title ?? '–',
    hosts: say(`choice.visitors.hosts.${data.hosts}`),
    photo: yes(data.photo),
    welcome: yes(data.welcome),
    remindMinutes: formats.minutes(data.remindMinutes),
    keepDays: String(data.keepDays),
  }
  const { address, hosts, photo, welcome, remindMinutes, keepDays } = data
  const input = {
    address,
    hosts,
    photo,
    welcome,
    remindMinutes,
    keepDays,
    ...(data.reception ? { receptionId: data.reception.id } : {}),
  }
  return (
    <Section
      title={say('page.visitor-settings.house')}
      more={
        <Button size="s" icon="edit" onClick={() => openCommand({ command: 'visitors.change-settings', input })}>
          {say('page.visitor-settings.change')}
        </Button>
      }
    >
      <dl className="facts">
        {facts.map(name => (
          <div key={name}>
            <dt>{say(`field.visitors.${name}`)}</dt>
            <dd>{shown[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="t3">{say('page.visitor-settings.erased', { days: data.keepDays })}</p>
    </Section>
  )
}

const written = ['rules', 'agreement', 'directions'] as const

/** The texts of one language at a time. */
function Texts({ data }: { readonly data: Settings }) {
  const say = useSay<Keys>()
  const own = useFormats().language as Language
  const [language, setLanguage] = useState<Language>(own)
  const [drafts, setDrafts] = useState(() => ({
    rules: data.rules,
    agreement: data.agreement,
    directions: data.directions,
  }))
  const save = useCommand('visitors.change-settings', { said: say('page.visitor-settings.texts') })
  return (
    <Section title={say('page.visitor-settings.texts')}>
      <p className="t3">{say('page.visitor-settings.texts.hint')}</p>
      <div className="vis-langs">
        <SelectField
          label={say('field.visitors.language')}
          value={language}
          options={languages.map(one => [one, languageNames[one]] as const)}
          onChange={setLanguage}
        />
        {written.map(what => (
          <Field key={what} label={say(`field.visitors.${what}`)}>
            {control => (
              <textarea
                className="input"
                rows={4}
                {...control}
                lang={language}
                value={drafts[what][language] ?? ''}
                onChange={event =>
                  setDrafts({ ...drafts, [what]: { ...drafts[what], [language]: event.target.value } })
                }
              />
            )}
          </Field>
        ))}
        <span>
          <Button look="primary" busy={save.busy} onClick={() => void save.run(drafts)}>
            {say('page.visitor-settings.save')}
          </Button>
        </span>
      </div>
    </Section>
  )
}

function Wifi({ data }: { readonly data: Settings }) {
  const say = useSay<Keys>()
  const [codes, setCodes] = useState('')
  const bring = useCommand('visitors.import-vouchers', { said: say('page.visitor-settings.wifi') })
  const given = codes
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)
  const send = async () => {
    const answer = await bring.run({ codes: given.slice(0, 2000) })
    if (answer.status === 'done') setCodes('')
  }
  return (
    <Section
      title={say('page.visitor-settings.wifi')}
      more={<span className="t3">{say('page.visitor-settings.wifi.left', { count: data.vouchers.free })}</span>}
    >
      <Field label={say('field.visitors.codes')} hint={say('page.visitor-settings.wifi.hint')}>
        {control => (
          <textarea
            className="input"
            rows={4}
            {...control}
            value={codes}
            onChange={event => setCodes(event.target.value)}
          />
        )}
      </Field>
      <Button busy={bring.busy} onClick={() => (given.length > 0 ? void send() : undefined)}>
        {say('visitors.import-vouchers')}
      </Button>
    </Section>
  )
}

function Came({ data }: { readonly data: Settings }) {
  const say = useSay<Keys>()
  const most = Math.max(1, ...data.came.map(one => one.came))
  if (data.came.length === 0) return null
  return (
    <Section
      title={say('page.visitor-settings.came')}
      more={
        <ButtonLink size="s" look="quiet" href="/visitors/all">
          {say('page.visitors.all')}
        </ButtonLink>
      }
    >
      <ul className="vis-months">
        {data.came.map(one => (
          <li key={one.month}>
            <span className="num">{one.month}</span>
            <i style={{ width: `${(one.came / most) * 100}%` }} />
            <span className="num">{one.came}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
