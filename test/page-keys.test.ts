import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { languages, type Messages } from '../src/kernel/language/catalogue.ts'
import { allPages } from './journeys/pages.ts'

test('no two pages are opened by the same keys', async () => {
  const pages = (await allPages()).filter(page => page.keys)
  const twice = [...Map.groupBy(pages, page => page.keys)].filter(([, some]) => some.length > 1)
  assert.deepEqual(
    twice.map(([keys, some]) => [keys, some.map(page => page.path)]),
    [],
  )
})

test('no two pages of the rail and the palette are called the same, in any language', async () => {
  const pages = (await allPages()).flatMap(({ path, rail, named = rail }) =>
    named ? [{ path, message: named.message }] : [],
  )
  assert.ok(pages.length > 80, `${pages.length} pages`)
  for (const language of languages) {
    const words = await wordsOfModules(language)
    const nameless = pages.filter(({ message }) => typeof words[message] !== 'string')
    assert.deepEqual(nameless, [], language)
    const twice = [...Map.groupBy(pages, ({ message }) => words[message])].filter(([, some]) => some.length > 1)
    assert.deepEqual(
      twice.map(([name, some]) => [name, ...some.map(({ path }) => path)]),
      [],
      language,
    )
  }
})

async function wordsOfModules(language: string): Promise<Messages> {
  const root = new URL('../src/modules/', import.meta.url)
  const files = await Promise.all(
    readdirSync(root).map(module => import(new URL(`${module}/messages/${language}.ts`, root).href)),
  )
  return Object.assign({}, ...files.map((file: Record<string, Messages>) => file[language]))
}
