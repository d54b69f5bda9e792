/** What is typed of a letter besides its text. */
import type { z } from 'zod'
import type { letterFacts } from './contract/shapes.ts'

type Given = { readonly [Key in keyof typeof letterFacts]: z.output<(typeof letterFacts)[Key]> }
export type LetterFields = { readonly [Key in keyof Given]?: Given[Key] }
