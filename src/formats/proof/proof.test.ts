/** What the check finds of errors that were planted, and how often it alarms where nothing is wrong: printed for each language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from './check.ts'
import type { CleanText, Corpus, Planted } from './corpus/model.ts'
import { en } from './corpus/en.ts'
import { later } from './corpus/later.ts'
import { nb } from './corpus/nb.ts'
import { nl } from './corpus/nl.ts'
import { pt } from './corpus/pt.ts'
import { ro } from './corpus/ro.ts'
import { sv } from './corpus/sv.ts'
import { type ProofLanguage, type ProofQuestion, proofLanguages } from './model.ts'
import { plainOf } from './plain.ts'

const corpora: Readonly<Record<ProofLanguage, Corpus>> = { en, sv, nb, nl, ro, pt }
const countries: Readonly<Record<ProofLanguage, string>> = {
  en: 'GB',
  sv: 'SE',
  nb: 'NO',
  nl: 'NL',
  ro: 'RO',
  pt: 'PT',
}
const today = Temporal.PlainDate.from('2026-11-22')

function questionOf(
  language: ProofLanguage,
  { text, purpose = 'mail', subject = 'x', to = [], attached = false, ...more }: CleanText & Partial<Planted>,
): ProofQuestion {
  return {
    purpose,
    language: null,
    officeLanguage: language,
    country: countries[language],
    subject: subject === '' ? '' : subject,
    text,
    sender: null,
    recipients: to.map(one => ({
      name: one.name ?? null,
      email: one.email ?? null,
      role: 'to',
      inside: one.inside ?? false,
      mayStand: 1,
      knownName: null,
      language: null,
      namesakes: [],
    })),
    replyingTo: more.replyingTo ?? null,
    attachments: attached ? [{ name: 'a.pdf', class: more.secret ? 2 : 0 }] : [],
    about: [],
    names: more.names ?? [],
    domains: more.domains ?? [],
    today,
    holiday: () => null,
  }
}

test('planted errors are found, nine of ten at least in each language; clean texts alarm at most once in fifty', t => {
  let alarms = 0
  let texts = 0
  for (const language of proofLanguages) {
    const { clean, planted } = corpora[language]
    assert.ok(clean.length >= 20 && planted.length >= 25)
    const missed = planted.filter(
      one => !check(questionOf(language, one)).findings.some(({ rule }) => one.rules.includes(rule)),
    )
    const said = clean.flatMap(one => check(questionOf(language, one)).findings)
    const [loud, quiet] = (['loud', 'quiet'] as const).map(severity =>
      said.filter(one => one.severity === severity).map(({ rule, words }) => `${rule}: ${words}`),
    ) as [string[], string[]]
    const recall = 1 - missed.length / planted.length
    t.diagnostic(
      `${language}: found ${planted.length - missed.length} of ${planted.length}; ${loud.length} loud alarms and ${quiet.length} quiet marks in ${clean.length} clean texts`,
    )
    for (const one of [...missed.map(({ rules, text }) => `missed ${rules.join(',')}: ${text}`), ...loud, ...quiet])
      t.diagnostic(`  ${one.slice(0, 160)}`)
    assert.ok(recall >= 0.9, `${language}: ${recall}`)
    alarms += loud.length
    texts += clean.length
  }
  assert.ok(alarms * 50 <= texts, `${alarms} of ${texts}`)
})

test('errors that were planted later are found too', t => {
  for (const language of proofLanguages) {
    const missed = later[language].filter(
      one => !check(questionOf(language, one)).findings.some(({ rule }) => one.rules.includes(rule)),
    )
    t.diagnostic(`${language}: found ${later[language].length - missed.length} of ${later[language].length}`)
    assert.ok(missed.length * 10 <= later[language].length, missed.map(({ text }) => text).join('\n'))
  }
})

test('HTML that never ends what it begins is read in one pass', () => {
  const from = process.cpuUsage()
  for (const part of ['<style', '<div class=', '</td', '<blockquote>', '<']) plainOf(part.repeat(60_000))
  const { user, system } = process.cpuUsage(from)
  assert.ok((user + system) / 1000 < 3_000)
  assert.equal(plainOf('<style>p{}</style>Dear <b>Eva</b>,<div>hello</div><style>'), 'Dear Eva,\nhello')
  assert.equal(plainOf('Yes<div dir="ltr" class="gmail_quote"><p>before</p></div>'), 'Yes')
  assert.equal(plainOf('<p>A</p><blockquote>said</blockquote><p>B</p><blockquote>'), 'A\n\nB')
})

test('a letter of two pages is looked through in fifty milliseconds', t => {
  const letter = Array.from({ length: 12 }, (_, index) => corpora.sv.clean[index % 20]!.text).join('\n\n')
  check(questionOf('sv', { text: letter }))
  // by the processor's time, the least of several: other programs run beside the tests
  const took = Math.min(
    ...Array.from({ length: 7 }, () => {
      const from = process.cpuUsage()
      check(questionOf('sv', { text: letter }))
      const { user, system } = process.cpuUsage(from)
      return (user + system) / 1000
    }),
  )
  t.diagnostic(`${letter.length} characters: ${took.toFixed(1)} ms`)
  assert.ok(took <= 50)
})
