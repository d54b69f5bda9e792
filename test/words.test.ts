/** Whatever the registry declares can be told to people, in each of the six languages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../src/app/modules.ts'
import type { Command } from '../src/kernel/declare.ts'
import { type Language, languages, type Message } from '../src/kernel/language/catalogue.ts'
import { platformRefusals } from '../src/kernel/platform/refusals.ts'
import { kernelRefusals, type RefusalDeclaration } from '../src/kernel/refusal.ts'
import { buildRegistry } from '../src/kernel/registry.ts'
import { type JsonSchema, wireSchema } from '../src/surfaces/wire-schema.ts'

const registry = buildRegistry(modules)
const outward = registry.commands.filter(({ door }) => door !== 'none')

const missing = (language: Language, keys: readonly string[]): string[] =>
  [...new Set(keys)].filter(key => registry.message(language, key) === undefined)

/** The fields that a form draws for a command: what is hidden, and the record it acts on, the page fills in itself. */
function drawnFields(command: Command): [name: string, schema: JsonSchema][] {
  const properties = wireSchema(command.input).properties ?? {}
  const hidden = (schema: JsonSchema): boolean =>
    schema['hidden'] === true || ((schema['anyOf'] ?? []) as JsonSchema[]).some(branch => branch['hidden'] === true)
  return Object.entries(properties).filter(([name, schema]) => name !== command.subject && !hidden(schema))
}

const choicesOf = (schema: JsonSchema): string[] => {
  const branches = [schema, ...((schema['anyOf'] ?? []) as JsonSchema[])]
  return branches
    .filter(branch => branch['control'] === 'choice' || schema['control'] === 'choice')
    .flatMap(branch => (branch['enum'] ?? []) as string[])
}

/** A module words a field of its own where another means something else by the name. */
function unlabelled(language: Language, { name: command }: Command, field: string): string[] {
  const module = command.slice(0, command.indexOf('.'))
  const keys = [`field.${command}.${field}`, `field.${module}.${field}`, `field.${field}`]
  return missing(language, keys).length === keys.length ? [`field.${field} of ${command}`] : []
}

/** And a choice of its own likewise. */
function unchosen(language: Language, { name: command }: Command, choice: string): string[] {
  const keys = [`choice.${command.slice(0, command.indexOf('.'))}.${choice}`, `choice.${choice}`]
  return missing(language, keys).length === keys.length ? [`choice.${choice} of ${command}`] : []
}

const refusalKeys = (refusals: readonly RefusalDeclaration[]): string[] =>
  refusals.flatMap(({ name }) => [`refusal.${name}`, `refusal.${name}.todo`])

for (const language of languages) {
  test(`${language}: titles, refusals, events, kinds, fields and choices are worded`, () => {
    assert.deepEqual(
      missing(
        language,
        outward.map(({ name }) => name),
      ),
      [],
      'titles of commands',
    )
    assert.deepEqual(
      missing(
        language,
        registry.commands.flatMap(({ refusals }) => refusalKeys(refusals)),
      ),
      [],
      'refusals of commands',
    )
    assert.deepEqual(
      missing(language, refusalKeys([...Object.values(kernelRefusals), ...Object.values(platformRefusals)])),
      [],
      'refusals of the walk and of sign-in',
    )
    assert.deepEqual(
      missing(
        language,
        registry.commands.flatMap(({ emits }) => emits.map(({ name }) => `event.${name}`)),
      ),
      [],
      'sentences of events',
    )
    assert.deepEqual(
      missing(
        language,
        registry.kinds.flatMap(({ kind }) => [`kind.${kind}`, `kind.${kind}.plural`]),
      ),
      [],
      'names of kinds',
    )
    assert.deepEqual(
      outward.flatMap(command => drawnFields(command).flatMap(([name]) => unlabelled(language, command, name))),
      [],
      'labels of fields',
    )
    assert.deepEqual(
      outward.flatMap(command =>
        drawnFields(command).flatMap(([name, schema]) =>
          choicesOf(schema).flatMap(value => unchosen(language, command, `${name}.${value}`)),
        ),
      ),
      [],
      'words of choices',
    )
  })
}

const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message))
const parameters = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort()

test('every language says the same keys, with the same parameters, and nothing is left empty', () => {
  for (const { contract, catalogues } of modules) {
    for (const language of languages) {
      assert.deepEqual(
        Object.keys(catalogues[language]).sort(),
        Object.keys(catalogues.en).sort(),
        `${contract.name} in ${language}`,
      )
      for (const [key, message] of Object.entries(catalogues[language])) {
        const english = catalogues.en[key]!
        for (const form of forms(message)) assert.ok(form.trim() !== '', `${key} in ${language}`)
        assert.deepEqual(
          parameters(forms(message).join(' ')),
          parameters(forms(english).join(' ')),
          `${key} in ${language}`,
        )
      }
    }
  }
})

test('plural forms are those that the language has', () => {
  for (const { catalogues } of modules) {
    for (const language of languages) {
      const categories = new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories)
      for (const [key, message] of Object.entries(catalogues[language])) {
        if (typeof message === 'string') continue
        assert.ok('one' in message && 'other' in message, `${key} in ${language}`)
        if (language === 'ro') assert.ok('few' in message, `${key}: Romanian has “few”`)
        for (const category of Object.keys(message))
          assert.ok(categories.has(category as Intl.LDMLPluralRule), `${key} in ${language}: ${category}`)
      }
    }
  }
})

test('every act has a summary in a sentence, a permission that can be granted, and an example that is valid', () => {
  for (const act of [...registry.commands, ...registry.queries]) {
    assert.match(act.summary, /^\p{Lu}.*[.!?]$/su, act.name)
    assert.match(act.permission, /^[a-z]+\.[a-z-]+$/, act.name)
    const worded = languages.every(language => registry.message(language, `permission.${act.permission}`) !== undefined)
    assert.ok(
      worded || [...registry.commands, ...registry.queries].some(({ name }) => name === act.permission),
      `${act.name} needs ${act.permission}, which nothing is called`,
    )
    assert.ok(act.input.safeDecode(act.example as never).success, act.name)
    assert.doesNotThrow(() => wireSchema(act.input), act.name)
  }
  for (const command of registry.commands) {
    const properties = wireSchema(command.input).properties ?? {}
    if (command.subject)
      assert.ok(properties[command.subject], `${command.name} acts on ${command.subject}, which it does not take`)
    for (const kind of command.kinds)
      assert.ok(kind === '*' || registry.kind(kind), `${command.name} stands on ${kind}, which nothing is`)
  }
})

test('two modules mean the same by a word they share, or word it as their own', () => {
  const shared = new Map<string, Map<string, string>>()
  for (const { contract, catalogues } of modules)
    for (const [key, message] of Object.entries(catalogues.en))
      if (/^(field|choice|state)\./.test(key))
        shared.set(key, (shared.get(key) ?? new Map()).set(contract.name, forms(message).join('|').toLowerCase()))
  const torn = [...shared].filter(([, by]) => new Set(by.values()).size > 1)
  assert.deepEqual(
    torn.map(([key, by]) => `${key}: ${[...by].map(([module, word]) => `${module} “${word}”`).join(', ')}`),
    [],
  )
})
