/** Registers to begin with: their shape once, their words in each language. */
import type { InputOf } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { createRegister, NewField, templateKeys } from '../contract.ts'
import { keyFor } from '../fields.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'
import type { LanguageWords } from './words.ts'

type TemplateKey = (typeof templateKeys)[number]
type Shape = Omit<NewField, 'name' | 'options' | 'of'> & {
  /** Place among the lists of options. */
  readonly choices?: number
  /** Place of the date that a computed field counts from or to. */
  readonly at?: number
}

const words: Readonly<Record<Language, LanguageWords>> = { en, sv, nb, nl, ro, pt }
const must = { required: true, unique: true }

const shapes: Readonly<
  Record<
    TemplateKey,
    { icon: NonNullable<InputOf<typeof createRegister>['icon']>; title: readonly number[]; fields: readonly Shape[] }
  >
> = {
  keys: {
    icon: 'key',
    title: [0, 1],
    fields: [
      { type: 'text', ...must },
      { type: 'text', required: true },
      { type: 'party' },
      { type: 'date' },
      { type: 'date', remind: { days: 3 } },
      { type: 'longtext' },
    ],
  },
  gifts: {
    icon: 'star',
    title: [0],
    fields: [
      { type: 'text', required: true },
      { type: 'choice', required: true, choices: 0 },
      { type: 'party' },
      { type: 'money' },
      { type: 'date', required: true },
      { type: 'text' },
      { type: 'choice', choices: 1 },
      { type: 'longtext' },
    ],
  },
  contracts: {
    icon: 'certificate',
    title: [0],
    fields: [
      { type: 'text', required: true },
      { type: 'party' },
      { type: 'record', recordKind: 'document', inList: false },
      { type: 'date', inList: false },
      { type: 'date' },
      { type: 'text', inList: false },
      { type: 'date', remind: { days: 30, role: 'manager' } },
      { type: 'computed', at: 6, counts: 'until' },
      { type: 'yesno' },
      { type: 'money' },
      { type: 'longtext' },
    ],
  },
  'access-cards': {
    icon: 'id',
    title: [0],
    fields: [
      { type: 'text', ...must },
      { type: 'party' },
      { type: 'choice', choices: 0 },
      { type: 'date' },
      { type: 'date', remind: { days: 14 } },
      { type: 'yesno', preset: false },
    ],
  },
  vehicles: {
    icon: 'package',
    title: [0, 1],
    fields: [
      { type: 'text', ...must },
      { type: 'text' },
      { type: 'party' },
      { type: 'date' },
      { type: 'computed', at: 3, counts: 'age' },
      { type: 'date', remind: { days: 30 } },
      { type: 'date', remind: { days: 30 } },
      { type: 'date', remind: { days: 90 } },
      { type: 'number' },
    ],
  },
}

/** A template in the words of a language, as `create-register` takes it. */
export function templateIn(language: Language, key: TemplateKey): InputOf<typeof createRegister> {
  const { icon, title, fields: shape } = shapes[key]
  const { name, plural, description, fields, options = [] } = words[language][key]
  const keys: string[] = []
  for (const called of fields) keys.push(keyFor(called, keys))
  return {
    name,
    plural,
    icon,
    description,
    titlePattern: title.map(at => `{${keys[at]}}`).join(' '),
    fields: shape.map(({ choices, at, ...facts }, place) => ({
      ...facts,
      name: fields[place]!,
      ...(choices === undefined ? {} : { options: options[choices]!.map(option => ({ name: option })) }),
      ...(at === undefined ? {} : { of: keys[at]! }),
    })),
  }
}
