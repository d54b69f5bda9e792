import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '../../kernel/language/catalogue.ts'
import { languages } from '../../kernel/language/catalogue.ts'
import { platformRefusals } from '../../kernel/platform/refusals.ts'
import { catalogues } from './catalogues.ts'
import { authorityContract, refusals } from './contract.ts'

const { commands, queries, events, kinds } = authorityContract
const english = catalogues.en as Readonly<Record<string, Message>>

test('every act, refusal, event and kind has its words', () => {
  const wanted = [
    ...[...commands, ...queries.filter(query => query.permission === query.name)].map(act => act.name),
    ...[...Object.values(refusals), ...Object.values(platformRefusals)].flatMap(({ name }) => [
      `refusal.${name}`,
      `refusal.${name}.todo`,
    ]),
    ...events.map(event => `event.${event.name}`),
    ...kinds.flatMap(({ kind }) => [`kind.${kind}`, `kind.${kind}.plural`]),
    ...commands
      .flatMap(command => Object.keys((command.input as unknown as { shape: object }).shape))
      .filter(field => !['id', 'ids', 'records', 'expectedVersion', 'kind', 'asRoles', 'settings'].includes(field))
      .map(field => `field.${field}`),
  ]
  assert.deepEqual(
    wanted.filter(key => english[key] === undefined),
    [],
  )
})

test('all six languages use the same parameters', () => {
  const parameters = (message: Message | undefined) =>
    [...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map(match => match[1]!).sort((a, b) => a.localeCompare(b))
  for (const language of languages) {
    const catalogue = catalogues[language] as Readonly<Record<string, Message>>
    assert.deepEqual(Object.keys(catalogue).sort(), Object.keys(english).sort(), language)
    for (const [key, message] of Object.entries(catalogue))
      assert.deepEqual([...new Set(parameters(message))], [...new Set(parameters(english[key]))], `${language} ${key}`)
  }
})

test('a language is its own: nearly nothing reads as in English', () => {
  for (const language of languages.filter(one => one !== 'en')) {
    const same = Object.entries(catalogues[language] as Readonly<Record<string, Message>>).filter(
      ([key, message]) => message === english[key],
    )
    assert.ok(same.length < 15, `${language}: ${same.map(([key]) => key)}`)
  }
})

test('Romanian is written with comma below, not cedilla', () => {
  assert.doesNotMatch(JSON.stringify(catalogues.ro), /[şţŞŢ]/)
})
