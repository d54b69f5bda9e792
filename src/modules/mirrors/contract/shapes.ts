import { choice, id, text, z } from '../../../kernel/schema.ts'
import { directions, findingKinds } from '../engine/store.ts'
import { mirrorProblems } from '../provider.ts'

export const example = '019aa000-0000-7000-8000-000000000371'
export const exampleOther = '019aa000-0000-7000-8000-000000000372'

export const providerKinds = ['caldav', 'google', 'microsoft'] as const
export type ProviderKind = (typeof providerKinds)[number]
/** Those that ask a person themselves whether a program may come in. */
export const consentKinds = ['google', 'microsoft'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** `jitsi`: a server and a name that nobody guesses; `fixed`: always the same room; the others through an account. */
export const linkTypes = ['jitsi', 'fixed', 'teams', 'meet'] as const
export type LinkType = (typeof linkTypes)[number]

export { directions, findingKinds, mirrorProblems }

export const address = () =>
  z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .meta({ control: 'text' })

export const remote = {
  remoteId: text(2000),
  remoteName: text(200),
  writable: z.boolean(),
  direction: choice(directions).default('both'),
}

export const mirrorId = () => id('calendar', { hidden: true })

/** The id of nothing. */
export const noId = '00000000-0000-0000-0000-000000000000'
