import { sha256 } from '../../../kernel/canonical.ts'
import { implementJob } from '../../../kernel/implement.ts'
import { FetchFailed, fetchOutside } from '../../../kernel/outside/fetch.ts'
import * as c from '../contract/feeds.ts'
import { hrefOf, openFile } from '../feed-file.ts'

/** A shared calendar of ten years has some ten megabytes. */
const mostBytes = 20_000_000
const mostEvents = 5000
const timeoutMs = 30_000
/** So many in one transaction. */
const atOnce = 100

export const fetchJobBody = implementJob(c.fetchJob, {
  retryLimit: 2,
  expireSeconds: 900,
  concurrency: 2,
  run: async (run, { calendarId: id }) => {
    const feed = await run.query(c.feedToFetch, { id })
    if (feed.url === null) return
    const note = (input: Omit<Parameters<typeof c.noteFeed.input.encode>[0], 'id'>) =>
      run.dispatch(c.noteFeed, { id, ...input }, 'note')
    let problem: string | null = null
    const answer = await fetchOutside(feed.url, {
      etag: feed.etag,
      modified: feed.modified,
      accept: 'text/calendar, */*;q=0.1',
      mostBytes,
      timeoutMs,
    }).catch((fault: unknown) => {
      if (!(fault instanceof FetchFailed)) throw fault
      problem = fault.problem
      return null
    })
    if (!answer) return void (await note({ problem }))
    if (answer.status === 304) return void (await note({ problem: null }))
    if (answer.status !== 200) return void (await note({ problem: `answer-wrong ${answer.status}` }))
    const opened = openFile(answer.body, mostBytes)
    if (!opened.ok) return void (await note({ problem: `${opened.why} ${opened.line}` }))
    const events = opened.events.slice(0, mostEvents).map(({ uid, ics }) => {
      // When it was written is no change of what it says.
      const says = ics.replace(/^(DTSTAMP|LAST-MODIFIED|CREATED)[;:].*\r\n/gm, '')
      return { href: hrefOf(uid), ics, digest: sha256(says).toString('hex') }
    })
    const known = new Map(feed.known.map(({ href, digest }) => [href, digest]))
    const fresh = events.filter(({ href, digest }) => known.get(href) !== digest)
    const there = new Set(events.map(({ href }) => href))
    const gone = [...known.keys()].filter(href => !there.has(href))
    for (let n = 0; n < Math.max(fresh.length, gone.length); n += atOnce) {
      run.signal.throwIfAborted()
      const part = { id, files: fresh.slice(n, n + atOnce), gone: gone.slice(n, n + atOnce) }
      const taken = await run.dispatch(c.takeFeed, part, `take:${n}`)
      if (taken.status !== 'done') throw new Error(JSON.stringify(taken))
      await run.progress(Math.min(n + atOnce, fresh.length), fresh.length)
    }
    await note({ problem: null, etag: answer.etag, modified: answer.modified })
  },
})

export const feedsJobBody = implementJob(c.feedsJob, {
  schedule: { cron: '23 * * * *', zone: 'organisation' },
  run: async run => {
    const asked = await run.dispatch(c.askFeeds, {}, 'ask')
    if (asked.status !== 'done') throw new Error(JSON.stringify(asked))
  },
})
