import { mailDoor } from '../../../kernel/mail/door.ts'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { type Language, wordLocale } from '../../../kernel/language/catalogue.ts'
import {
  countDigests,
  forgetBrowser,
  interruptJob,
  lookForDigests,
  openDigests,
  sendDigest,
  settleDigest,
  toSend,
} from '../contract.ts'
import { htmlOf, type MailSheet, textOf } from '../mail/digest-mail.ts'
import { digestSections, noticeLine } from '../mail/digest-sections.ts'
import { outgoing } from '../outgoing.ts'
import { worded } from '../words.ts'

export const lookForDigestsBody = implementJob(lookForDigests, {
  schedule: { cron: '*/5 * * * *', zone: 'organisation' },
  async run(run) {
    const { count } = await run.query(countDigests, {})
    if (count === 0) return
    const outcome = await run.dispatch(openDigests, {}, 'open')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})

/** Runs as the person it is for. A mail server that is away is tried again; what fails for good stands among the failed jobs. */
export const sendDigestBody = implementJob(sendDigest, {
  retryLimit: 8,
  async run(run, { on }) {
    const told = await run.query(toSend, { on: on.toString() })
    if (!told.digestDue) return
    const { address } = outgoing()
    const door = mailDoor()
    const { sections, noticeIds } = await digestSections(run, told, on, address)
    const settle = async (state: 'sent' | 'empty' | 'without-mail', ids: readonly string[]) => {
      const outcome = await run.dispatch(settleDigest, { on: on.toString(), state, ids: [...ids] }, `settle-${state}`)
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    }
    if (sections.length === 0) return settle('empty', [])
    if (!door || !told.email) return settle('without-mail', [])
    const language = told.language as Language
    const date = on.toLocaleString(wordLocale(language), { weekday: 'long', day: 'numeric', month: 'long' })
    const sheet: MailSheet = {
      language,
      office: told.office,
      title: worded(language, 'mail.digest', { date }),
      sections,
      foot: { text: worded(language, 'mail.foot'), href: `${address}/notices/settings` },
    }
    await door.send(mailOf(sheet, told, `digest-${run.principalId}-${on.toString()}`))
    await settle('sent', noticeIds)
  },
})

/** Runs as the person told: what they may no longer see, or have read meanwhile, is not sent. In quiet hours it waits for the digest. */
export const interruptPersonBody = implementJob(interruptJob, {
  retryLimit: 4,
  async run(run, { id }) {
    const told = await run.query(toSend, { id })
    const [notice] = told.notices
    if (!notice || told.quiet) return
    const { address, push } = outgoing()
    const door = mailDoor()
    const language = told.language as Language
    const line = noticeLine(notice, language, address)
    const byPush = notice.reminder ? told.reminderPush : true
    const byMail = notice.reminder ? told.reminderMail : told.urgentMail
    if (push && byPush)
      for (const browser of told.browsers)
        await pushTo(run, push, browser, JSON.stringify({ id, title: told.office, body: line.text, href: line.href }))
    if (!door || !told.email || !byMail) return
    const sheet: MailSheet = {
      language,
      office: told.office,
      title: line.text,
      sections: [{ title: worded(language, 'mail.now'), lines: [line] }],
      foot: { text: worded(language, 'mail.foot'), href: `${address}/notices/settings` },
    }
    await door.send(mailOf(sheet, told, `notice-${id}-${notice.times}`))
  },
})

/** `id` becomes the Message-ID, so that a mail that a killed job sends again is known as the same. */
function mailOf(sheet: MailSheet, told: { readonly name: string; readonly email: string | null }, id: string) {
  return {
    to: { name: told.name, address: told.email ?? '' },
    subject: sheet.title,
    text: textOf(sheet),
    html: htmlOf(sheet),
    id,
  }
}

type Push = NonNullable<ReturnType<typeof outgoing>['push']>

/** A browser whose service says that it is gone is forgotten. */
async function pushTo(
  run: JobRun,
  push: Push,
  browser: { readonly id: string; readonly endpoint: string; readonly p256dh: string; readonly auth: string },
  payload: string,
): Promise<void> {
  if ((await push.send(browser, payload)) === 'gone')
    await run.dispatch(forgetBrowser, { id: browser.id }, `gone-${browser.id}`)
}
