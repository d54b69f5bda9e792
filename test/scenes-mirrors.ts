/** The scenes of calendars held elsewhere: accounts whose secret was sealed, nothing is listening there. */
import { sealSecret } from '../src/kernel/platform/sealed-secrets.ts'
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

const sealed = ({ pool, owner }: Office): Promise<string> =>
  sealSecret({ pool }, owner.organisationId, { secret: 'canary', purpose: 'a scene' })

/** A name that bears the office's mark. */
async function named({ make, see }: Office): Promise<string> {
  return (await see('work.get-task', { id: await make.task() })).record.title
}

async function facts(office: Office) {
  return {
    provider: 'caldav',
    name: (await named(office)).slice(0, 100),
    address: 'https://dav.example.org/',
    username: 'elin@example.org',
    secretId: await sealed(office),
  }
}

export const newCalendarAccount = async (office: Office): Promise<string> =>
  (await office.act('mirrors.connect-account', await facts(office))).id

let made = 0

/** A calendar of an account that is kept the same as a new one here. */
async function mirror(office: Office): Promise<{ accountId: string; calendarId: string }> {
  const accountId = await newCalendarAccount(office)
  const remote = {
    remoteId: `https://dav.example.org/work-${++made}/`,
    remoteName: await named(office),
    writable: true,
  }
  const { calendarId } = await office.act('mirrors.mirror-calendar', { accountId, ...remote })
  return { accountId, calendarId }
}

const onMirror: Stage = async office => ({ input: { calendarId: (await mirror(office)).calendarId } })

/** Something gave way in it. */
const found: Stage = async office => {
  const { calendarId } = await mirror(office)
  const one = {
    kind: 'ours-lost',
    name: 'one.ics',
    tag: '1',
    uid: 'one',
    title: 'One',
    because: '',
    kept: 'BEGIN:VCALENDAR',
  }
  await office.act('mirrors.advance', { calendarId, findings: [one] }, office.system)
  const { rows } = await office.superuser.query<{ id: string }>(
    'select id from mirrors.finding where calendar_id = $1',
    [calendarId],
  )
  return { input: { calendarId, findingId: rows[0]!.id } }
}

const client = async (office: Office) => ({
  provider: 'google',
  clientId: '1234.apps.example.com',
  secretId: await sealed(office),
})

const way = (office: Office): Promise<{ id: string }> =>
  office.act('mirrors.add-link-way', { type: 'fixed', name: 'A room', address: 'https://video.example.org/room' })

export const mirrorScenes: Readonly<Record<string, Stage>> = {
  // What one calls one's own account is said back to oneself.
  'mirrors.connect-account': async office => ({ input: { ...(await facts(office)), name: 'Elsewhere' } }),
  'mirrors.mirror-calendar': async office => {
    const remoteId = `https://dav.example.org/other-${++made}/`
    return { input: { accountId: await newCalendarAccount(office), remoteId } }
  },
  'mirrors.change-mirror': onMirror,
  'mirrors.end-mirror': onMirror,
  'mirrors.try-again': onMirror,
  'mirrors.dismiss-finding': found,
  'mirrors.advance': onMirror,
  'mirrors.note-pass': onMirror,
  'mirrors.renew-account': async office => ({
    input: { id: await newCalendarAccount(office), secretId: await sealed(office) },
  }),
  'mirrors.set-client': async office => ({ input: await client(office) }),
  'mirrors.forget-client': async office => {
    await office.act('mirrors.set-client', await client(office))
    return {}
  },
  'mirrors.remove-link-way': async office => ({ input: { id: (await way(office)).id } }),
  'mirrors.make-link': async office => ({ input: { wayId: (await way(office)).id } }),
}

export const mirrorQuestions: Readonly<Record<string, Stage>> = {
  'mirrors.list-accounts': async office => {
    await mirror(office)
    return {}
  },
}
