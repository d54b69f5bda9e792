/**
 * An office manager sets up a department meeting, an outing, a talk with a guest, the director's trip and a month of on-call in the browser,
 * by keys alone; the guest answers from an ordinary mail program; a colleague sees the talk in a calendar program and moves it there; the calendars of all
 * who take part agree, asked by the page, by CalDAV and by feed. The clock and the strokes are printed.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, type SignedIn } from '../../tools/testing/server.ts'
import { byCalDav, byFeed, byPage, calendarProgram, type Lines } from '../journeys/calendar-agree.ts'
import { at, furnishCalendar, guestAddress } from '../journeys/calendar-office.ts'
import { inviteGuest, setUpDepartmentMeeting, setUpOncall, setUpOuting, setUpTrip } from '../journeys/calendar-setup.ts'
import { answerByMail, calendarIn, guestMail } from '../journeys/guest-mail.ts'
import { handsOn, Stopwatch } from '../journeys/hands.ts'
import { done, seen, windowOf } from '../journeys/small-office.ts'
import { openStage } from '../journeys/stage.ts'
import { pictured, watch } from '../journeys/watch.ts'

const [mail, doorPort] = [await guestMail(), await freePort()]
const { server, browser, office } = await openStage(({ server }) => furnishCalendar(server, mail, doorPort), {
  smtpPort: doorPort,
  mail: { url: mail.url, from: 'Bergqvist & Öberg <office@office.example>' },
  limits: { perAccount: 100_000, perAddress: 100_000 },
})
const { elin, maria, ingrid } = office

const patience_ms = 60_000

/** Asks again until it is so: jobs write into calendars and mail soon after. */
async function until<T>(what: string, ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  let answer = await ask()
  for (const deadline = performance.now() + patience_ms; !fits(answer); answer = await ask()) {
    assert.ok(performance.now() < deadline, `waited for ${what}: ${JSON.stringify(answer)}`)
    await wait(250)
  }
  return answer
}

interface Agenda {
  readonly rows: readonly { readonly eventId: string; readonly title: string | null; readonly start: string }[]
}

const week = { from: at(office.on(0), '00:00'), until: at(office.on(7), '00:00') }
const eventOf = async (who: SignedIn, title: string): Promise<string> => {
  const { rows } = (await seen(who, 'calendar.agenda', week)) as Agenda
  return rows.find(row => row.title === title)?.eventId ?? assert.fail(`${title} is in nobody's agenda`)
}
const answerOf = async (eventId: string, email: string): Promise<string | undefined> => {
  const { guests } = (await seen(elin, 'calendar.get-event', { id: eventId })) as {
    guests: { who: { email?: string }; answer: string }[]
  }
  return guests.find(({ who }) => who.email === email)?.answer
}

test('set up in the browser, answered by mail, moved in a calendar program: every calendar agrees', {
  timeout: 290_000,
}, async t => {
  const page = await (await windowOf(browser, server, elin)).newPage()
  page.setDefaultTimeout(30_000)
  const watched = watch(page)
  const hands = handsOn(page)
  const clock = new Stopwatch(hands)
  pictured(t, page)

  await setUpDepartmentMeeting(page, hands, office)
  clock.part('a department meeting, every other week')
  const outingId = await setUpOuting(page, hands, office)
  await done(maria, 'outings.register', { id: outingId })
  clock.part('an outing that one registers for')
  await inviteGuest(page, hands, office)
  clock.part('a talk with a guest and a colleague')
  await setUpTrip(page, hands, office)
  clock.part('the director’s trip')
  await setUpOncall(page, hands, office)
  clock.part('a month of on-call')

  const talksId = await eventOf(elin, 'Contract talks')
  const asked = await mail.arrived(guestAddress, one => calendarIn(one).includes('SUMMARY:Contract talks'))
  assert.match(calendarIn(asked), /METHOD:REQUEST/)
  await answerByMail(doorPort, asked, guestAddress, 'ACCEPTED')
  await until(
    'the answer',
    () => answerOf(talksId, guestAddress),
    answer => answer === 'accepted',
  )
  await page.goto(`${server.address}/calendar/${talksId}`)
  await page.getByText('Comes', { exact: true }).first().waitFor()
  clock.part('the guest’s answer came by mail')

  const { calendars } = (await seen(elin, 'caldav.get-connection')) as { calendars: { id: string; path: string }[] }
  await done(elin, 'calendar.share-calendar', { id: calendars[0]!.id, withId: maria.principalId, degree: 'write' })
  await moveInProgram(talksId)
  const moved = await mail.arrived(
    guestAddress,
    one => calendarIn(one).includes('SUMMARY:Contract talks') && /DTSTART[^\r\n]*T140000/.test(calendarIn(one)),
  )
  assert.match(calendarIn(moved), /METHOD:REQUEST/)
  await answerByMail(doorPort, moved, guestAddress, 'TENTATIVE')
  await until(
    'the second answer',
    () => answerOf(talksId, guestAddress),
    answer => answer === 'tentative',
  )
  clock.part('moved in a calendar program, answered again')

  await assertAgreement()
  clock.part('every calendar read by three ways')
  for (const line of clock.lines()) t.diagnostic(line)
  assert.deepEqual(watched.wrongs(), [])
})

/** Maria sees Elin's calendar in her program and drags the talk from ten to two. */
async function moveInProgram(talksId: string): Promise<void> {
  const program = await calendarProgram(server, maria)
  const range = { start: week.from, end: week.until }
  const found = await Promise.all(
    (await program.fetchCalendars()).map(async calendar => ({
      calendar,
      objects: await program.fetchCalendarObjects({ calendar, timeRange: range }),
    })),
  )
  const home = found.find(({ calendar }) => String(calendar.displayName).includes('Elin'))
  assert.ok(home, `${found.map(({ calendar }) => calendar.displayName)}`)
  const talks = home.objects.find(({ data }) => String(data).includes('SUMMARY:Contract talks'))
  assert.ok(talks, 'the talk lies in the calendar that is shared')
  const data = String(talks.data)
    .replace(/^(DTSTART[^:]*:\d{8}T)10/m, '$114')
    .replace(/^(DTEND[^:]*:\d{8}T)11/m, '$115')
  const answer = await program.updateCalendarObject({ calendarObject: { ...talks, data } })
  assert.ok(answer.ok, `${answer.status} ${await answer.text()}`)
  const event = (await seen(elin, 'calendar.get-event', { id: talksId })) as { when: { start: string } }
  assert.equal(event.when.start.slice(0, 16), `${office.on(2)}T14:00`)
}

/** What each must find in their own calendar, over four weeks. */
function expected(): ReadonlyMap<SignedIn, Lines> {
  const meeting = [1, 15].map(days => `${office.on(days)}T09:00 Department meeting`)
  const talks = `${office.on(2)}T14:00 Contract talks`
  const outing = `${office.on(4)}T13:00 Archipelago outing`
  const turn = (days: number) => `${office.on(days)}T09:00 On call: Water and doors`
  return new Map<SignedIn, Lines>([
    [elin, [...meeting, talks, outing].toSorted()],
    [maria, [...meeting, talks, outing, turn(0), turn(14)].toSorted()],
    [ingrid, [...meeting, turn(7), turn(21), `${office.on(8)} whole Trade fair`].toSorted()],
  ])
}

async function assertAgreement(): Promise<void> {
  const [from, to] = [Date.parse(week.from), Date.parse(at(office.on(28), '00:00'))]
  for (const [who, lines] of expected()) {
    const program = await calendarProgram(server, who)
    const { calendars } = (await seen(who, 'caldav.get-connection')) as { calendars: { id: string; path: string }[] }
    const own = calendars[0]!
    await until(
      `${who.email} by CalDAV: ${lines.join()}`,
      () => byCalDav(program, own.path, from, to),
      found => JSON.stringify(found) === JSON.stringify(lines),
    )
    assert.deepEqual(await byFeed(server, who, own.id, from, to), lines, `${who.email} by feed`)
    const page = await (await windowOf(browser, server, who)).newPage()
    for (const line of lines) {
      const [day, time, title] = [line.slice(0, 10), line.slice(11, 16), line.slice(17)]
      const said = await byPage(page, server.address, day, title)
      assert.ok(time === 'whole' || said.includes(time), `${who.email} on the page: ${line} is “${said}”`)
    }
    await page.context().close()
  }
}
