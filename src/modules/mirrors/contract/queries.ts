import { query } from '../../../kernel/declare.ts'
import { choice, count, flag, instant, z } from '../../../kernel/schema.ts'
import { can, list, named } from '../../../kernel/shapes.ts'
import { consentKinds, directions, findingKinds, linkTypes, mirrorProblems, providerKinds } from './shapes.ts'

const finding = z.strictObject({
  id: z.uuid(),
  kind: choice(findingKinds),
  title: z.string(),
  because: z.string(),
  /** The state that gave way, as a calendar file. */
  kept: z.string().nullable(),
  at: instant(),
})

const mirror = z.strictObject({
  calendar: named,
  remoteName: z.string(),
  direction: choice(directions),
  writable: flag(),
  problem: choice(mirrorProblems).nullable(),
  inStepAt: instant().nullable(),
  /** Events that both sides have the same. */
  events: count(),
  /** What is changed here and has not gone out. */
  waiting: count(),
  findings: z.array(finding),
  can,
})

export const listAccounts = query({
  name: 'mirrors.list-accounts',
  summary: "One's accounts elsewhere, the calendars that are kept the same, how it goes, and what was refused.",
  permission: 'mirrors.keep-calendars',
  input: z.strictObject({}),
  output: list(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      version: z.int(),
      class: z.int(),
      provider: choice(providerKinds),
      address: z.string(),
      username: z.string(),
      connectedAt: instant(),
      problem: choice(mirrorProblems).nullable(),
      mirrors: z.array(mirror),
      can,
    }),
  ),
  kinds: ['calendar-account', 'calendar', 'event'],
  tool: false,
  example: {},
})

export const listClients = query({
  name: 'mirrors.list-clients',
  summary: 'Whose accounts can be connected by their own consent: what this Kontor is known by there.',
  permission: 'mirrors.keep-calendars',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        provider: choice(consentKinds),
        clientId: z.string().nullable(),
        tenant: z.string().nullable(),
      }),
    ),
  }),
  kinds: ['calendar-account'],
  tool: false,
  example: {},
})

export const listLinkWays = query({
  name: 'mirrors.list-link-ways',
  summary: "Ways to make links of video meetings: one's own first, then the office's.",
  permission: 'mirrors.make-links',
  input: z.strictObject({}),
  output: list(
    z.strictObject({
      id: z.uuid(),
      type: choice(linkTypes),
      name: z.string(),
      address: z.string().nullable(),
      forOffice: flag(),
      can,
    }),
  ),
  kinds: ['calendar-account'],
  example: {},
})

export const mirrorQueries = [listAccounts, listClients, listLinkWays]
