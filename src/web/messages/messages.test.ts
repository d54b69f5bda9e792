import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, type Message } from '../../kernel/language/catalogue.ts'

const parameters = (message: Message): string[] => {
  const texts = typeof message === 'string' ? [message] : Object.values(message)
  return [...new Set(texts.flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')))].toSorted()
}

const strong = (message: Message): number => (typeof message === 'string' ? message : message.other).split('**').length

for (const language of languages) {
  test(`${language} has every word of the frame and the kit, with the same parameters`, async () => {
    const { en } = await import('./en.ts')
    const own = (await import(`./${language}.ts`))[language] as Record<string, Message>
    assert.deepEqual(Object.keys(own), Object.keys(en))
    for (const [key, message] of Object.entries(en as Record<string, Message>)) {
      assert.deepEqual(parameters(own[key] ?? ''), parameters(message), key)
      assert.equal(strong(own[key] ?? ''), strong(message), key)
    }
  })
  test(`${language} has the plural forms its grammar asks for`, async () => {
    const own = (await import(`./${language}.ts`))[language] as Record<string, Message>
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter(form => form !== 'many')
    for (const [key, message] of Object.entries(own))
      if (typeof message !== 'string') assert.deepEqual(Object.keys(message).toSorted(), forms.toSorted(), key)
  })
}
