import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composed, hashtagsOf, lengthFor, unfitFor } from './contract/lengths.ts'
import { nextTime, rhythmOf, ruleOf } from './rule.ts'
import { lookFor } from './seen-on-page.ts'
import { diffOf } from './ui/web/diff.ts'

test('lengths are counted as each outlet counts them', () => {
  const link = 'https://almgrentveit.example/a/very/long/address/of/a/page/that/nobody/types?with=parameters'
  const x: readonly (readonly [string, number])[] = [
    ['Soup of the day', 15],
    ['Fika på fredag – välkommen', 26],
    ['👩‍👩‍👧‍👦', 2],
    ['🇸🇪', 2],
    ['漢字', 4],
    [`See ${link}.`, 4 + 23 + 1],
    [`${link} ${link}`, 47],
    ['5 × 4 = 20', 10],
  ]
  for (const [text, length] of x) assert.equal(lengthFor('x', text), length, text)
  assert.equal(lengthFor('mastodon', '👩‍👩‍👧‍👦 ăîș'), 5)
  assert.equal(lengthFor('mastodon', `@office@social.example ${link}`), 7 + 1 + 23)
  assert.equal(lengthFor('linkedin', link), link.length)
})

test('the link and the hashtags stand at the end, once, and what does not fit is said', () => {
  const parts = { text: 'Lunch #visby', link: 'https://a.example/b', hashtags: ['lunch', 'Visby'] }
  assert.equal(composed(parts), 'Lunch #visby\n\nhttps://a.example/b\n\n#lunch')
  assert.equal(composed({ ...parts, text: 'See https://a.example/b', hashtags: [] }), 'See https://a.example/b')
  assert.deepEqual(hashtagsOf('#lunch, visby  #lunch åäö_1'), ['lunch', 'visby', 'åäö_1'])
  const of = (text: string) => ({ text, link: null, hashtags: [] })
  assert.equal(unfitFor('x', of('a'.repeat(280)), 0), null)
  assert.equal(unfitFor('x', of('a'.repeat(281)), 0), 'text-too-long')
  assert.equal(unfitFor('website', of('a'.repeat(30_000)), 0), null)
  assert.equal(unfitFor('instagram', of('a'), 0), 'picture-missing')
  assert.equal(unfitFor('mastodon', of(''), 0), 'text-missing')
  assert.equal(unfitFor('mastodon', of('a'), 5), 'pictures-too-many')
  assert.equal(
    unfitFor('instagram', { ...of('a'), hashtags: Array.from({ length: 31 }, (_, n) => `t${n}`) }, 1),
    'hashtags-too-many',
  )
})

test('what comes again comes at the same time of the clock, over summer time too, and not for what has passed', () => {
  const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Stockholm]`).toInstant()
  const next = (rhythm: Parameters<typeof ruleOf>[0], planned: string, after: string) =>
    nextTime(ruleOf(rhythm), at(planned), 'Europe/Stockholm', at(after))
      ?.toZonedDateTimeISO('Europe/Stockholm')
      .toPlainDateTime()
      .toString()
  assert.equal(next('week', '2026-10-19T10:30', '2026-10-19T10:31'), '2026-10-26T10:30:00')
  assert.equal(next('workday', '2026-11-20T08:00', '2026-11-20T08:00'), '2026-11-23T08:00:00')
  assert.equal(next('month', '2027-01-31T09:00', '2027-01-31T09:00'), '2027-03-31T09:00:00')
  assert.equal(next('day', '2026-11-01T09:00', '2026-11-24T12:00'), '2026-11-25T09:00:00')
  assert.equal(rhythmOf(ruleOf('two-weeks')), 'two-weeks')
  assert.equal(rhythmOf(null), null)
})

test('words stand on a page as its reader sees them', () => {
  const page = (html: string) => ({ text: html, isHtml: true })
  const html =
    '<html><head><title>x</title></head><body><h1>Open&nbsp;hours</h1><p>We are open 8&ndash;17,\n  “always”.</p><blockquote>Quoted</blockquote><script>Hidden</script></body></html>'
  assert.deepEqual(lookFor(page(html), 'Open hours\n\nWe are open 8-17, "always".'), { seen: true, missing: null })
  assert.equal(lookFor(page(html), 'Quoted').seen, true)
  assert.deepEqual(lookFor(page(html), 'Open hours\nClosed on Friday'), { seen: false, missing: 'Closed on Friday' })
  assert.equal(lookFor(page(html), 'Hidden').seen, false)
  assert.equal(lookFor({ text: 'a <b> c', isHtml: false }, 'a <b> c').seen, true)
})

test('the difference of two texts is told by words', () => {
  assert.deepEqual(diffOf('Open 9 to 5', 'Open 8 to 5 daily'), [
    { text: 'Open ', kind: 'same' },
    { text: '9', kind: 'gone' },
    { text: '8', kind: 'new' },
    { text: ' to 5', kind: 'same' },
    { text: ' daily', kind: 'new' },
  ])
})
