/** What a draft says, as it is kept and changed: on the wire's terms, so that it goes into and out of JSON as it is. */
import type { z } from 'zod'
import type { contentFacts, invoiceFacts } from './contract/shapes.ts'

type WireOf<Shape extends z.ZodRawShape> = { [Key in keyof Shape]?: z.input<Shape[Key]> }

export interface Content extends WireOf<typeof contentFacts>, WireOf<typeof invoiceFacts> {
  validUntil?: string | null | undefined
}

/** The fields of a command's input that are of the content, with days as text. */
export function contentGiven(input: object): Content {
  const { id: _id, expectedVersion: _version, customerId: _customer, ...facts } = input as Record<string, unknown>
  return JSON.parse(JSON.stringify(facts)) as Content
}

export const changedContent = (before: Content, given: Content): Content => ({ ...before, ...given })
