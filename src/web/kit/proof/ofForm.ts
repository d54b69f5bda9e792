/** What of a form's fields leaves the house, and to whom: read from the command's schema, so that every form is checked alike. */
import { createContext } from 'react'
import type { JsonSchema } from '../../answers.ts'
import { plain } from '../form/schema.ts'
import type { Mark, ProofAsked } from './findings.ts'

/** Marks of a form's fields, by their path. */
export const ProofMarks = createContext<Readonly<Record<string, readonly Mark[]>>>({})

const subjects = ['subject', 'title', 'name']
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one),
  )

export interface ProvedForm {
  readonly asked: ProofAsked
  /** Names of the fields that it is made of. */
  readonly text: string
  readonly subject: string | null
}

/** Null where nothing of the form is words to others. */
export function provedOf(schema: JsonSchema, value: Readonly<Record<string, unknown>>): ProvedForm | null {
  const properties = Object.entries(schema.properties ?? {})
  const [text, property] = properties.find(([, one]) => plain(one).proof !== undefined) ?? []
  const purpose = property && plain(property).proof
  if (!text || !purpose) return null
  const subject = subjects.find(name => schema.properties?.[name] && name !== text) ?? null
  // papers that are chosen go along, and so does the one that it is a note to
  const papers = properties.flatMap(([name, one]) => {
    const kind = plain(plain(one).items ?? one).kind
    const goes = kind === 'document' || (name === 'id' && kind === 'invoice') || /document|paper|file/i.test(name)
    return goes ? idsOf(value[name]).map(id => ({ name: id, documentId: kind === 'invoice' ? null : id })) : []
  })
  const emails = properties
    .flatMap(([name]) => (/mail/i.test(name) ? [value[name]].flat() : []))
    .map(textOf)
    .filter(one => one.includes('@'))
  return {
    text,
    subject,
    asked: {
      purpose,
      subject: subject ? textOf(value[subject]) || null : null,
      text: textOf(value[text]),
      recipients: emails.map(email => ({ email })),
      attachments: papers,
      spelling: true,
    },
  }
}
