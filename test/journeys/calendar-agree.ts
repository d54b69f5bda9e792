/** What somebody's calendar holds, asked by three ways: on the page, by CalDAV as a calendar program asks, and by a feed. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { createDAVClient } from 'tsdav'
import { parseIcal } from '../../src/formats/ical/component.ts'
import { expand, type Instance } from '../../src/formats/ical/expand.ts'
import type { SignedIn, TestServer } from '../../tools/testing/server.ts'
import { zone } from './calendar-office.ts'
import { done, seen } from './small-office.ts'

/** `2026-12-08T09:00 Department meeting` on the office's clock, `2026-12-08 whole Trade fair` of whole days; in order. */
export type Lines = readonly string[]

function lineOf({ start, summary, allDay }: Instance): string {
  const at = Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(allDay ? 'UTC' : zone)
    .toPlainDateTime()
  return `${allDay ? `${at.toPlainDate()} whole` : at.toString({ smallestUnit: 'minute' })} ${summary}`
}

function linesIn(texts: readonly string[], from: number, to: number): Lines {
  const instances = texts.flatMap(text => parseIcal(text).flatMap(calendar => expand(calendar, { from, to, zone })))
  // A turn that began before is of the week before.
  const standing = instances.filter(({ status, start }) => status !== 'CANCELLED' && start >= from)
  return [...new Set(standing.map(lineOf))].toSorted()
}

export type DavClient = Awaited<ReturnType<typeof createDAVClient>>

/** A calendar program of somebody's, connected as they do: address, name and a password of its own. */
export async function calendarProgram(server: TestServer, who: SignedIn): Promise<DavClient> {
  const answer = await who.fetch('/api/documents/app-passwords', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Thunderbird' }),
  })
  const { output } = (await answer.json()) as { output: { password: string } }
  return createDAVClient({
    serverUrl: server.address,
    credentials: { username: who.email, password: output.password },
    authMethod: 'Basic',
    defaultAccountType: 'caldav',
  })
}

/** Of somebody's own calendar. */
export async function byCalDav(client: DavClient, calendarPath: string, from: number, to: number): Promise<Lines> {
  const calendar = (await client.fetchCalendars()).find(({ url }) => new URL(url).pathname === calendarPath)
  assert.ok(calendar, calendarPath)
  const iso = (at: number) => new Date(at).toISOString()
  const objects = await client.fetchCalendarObjects({ calendar, timeRange: { start: iso(from), end: iso(to) } })
  return linesIn(
    objects.map(({ data }) => data as string),
    from,
    to,
  )
}

export async function byFeed(
  server: TestServer,
  who: SignedIn,
  calendarId: string,
  from: number,
  to: number,
): Promise<Lines> {
  const { id } = await done(who, 'caldav.create-feed', { calendarId, name: 'Agreement', scope: 'full' })
  const { rows } = await seen(who, 'caldav.list-feeds')
  const { path } = rows.find((row: { id: string }) => row.id === id)
  return linesIn([await (await fetch(server.address + path)).text()], from, to)
}

/** What the page of a day says of an event: its button, as who hears the page is told of it. */
export async function byPage(page: Page, address: string, day: string, title: string): Promise<string> {
  await page.goto(`${address}/calendar?view=day&on=${day}`)
  const event = page.getByRole('button', { name: new RegExp(title) }).first()
  await event.waitFor()
  return (await event.getAttribute('aria-label')) ?? (await event.innerText())
}
