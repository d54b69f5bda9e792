/** The scenes of calendars in people's own programs: links, and what programs keep with us. */
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

const feed = async ({ make, act }: Office): Promise<string> =>
  (await act('caldav.create-feed', { calendarId: await make.calendar(), name: 'Wall screen', scope: 'full' })).id

let names = 0

export const caldavScenes: Readonly<Record<string, Stage>> = {
  'caldav.create-feed': async ({ make }) => ({ input: { calendarId: await make.calendar() } }),
  'caldav.create-day-feed': async () => ({ input: { days: 'birthdays' } }),
  'caldav.revoke-feed': async office => ({ input: { id: await feed(office) } }),
  'caldav.keep-properties': async ({ make }) => ({ input: { target: await make.calendar() } }),
  'caldav.name-calendar': async ({ make }) => ({
    input: { calendarId: await make.calendar(), slug: `program-${++names}` },
  }),
  'caldav.keep-card': async ({ make }) => {
    const partyId = await make.person()
    return { input: { partyId, href: `${partyId}.vcf` } }
  },
}

export const caldavQuestions: Readonly<Record<string, Stage>> = {
  'caldav.list-feeds': async office => {
    await feed(office)
    return {}
  },
  'caldav.get-connection': async ({ make }) => {
    await make.calendar()
    return {}
  },
}
