/** Our side of a mirror, as the engine sees it: what lies in the calendar here, and what both sides last agreed on. */
import type { RemoteObject } from '../provider.ts'

/** Both sides had this the same: names and tags on each. */
export interface Pair {
  readonly href: string
  readonly uid: string
  readonly name: string
  readonly ourTag: string
  readonly theirTag: string
}

export interface OurObject {
  readonly href: string
  readonly tag: string
  readonly uid: string
}

export const directions = ['both', 'in', 'out'] as const
export type Direction = (typeof directions)[number]

/**
 * What a person should know of. `refused-here`: what came may not lie here; `refused-there`: what is ours is not taken there;
 * `uid-twice`: the same event lies there twice; `ours-lost`, `theirs-lost`: both were changed, and this one gave way.
 */
export const findingKinds = ['refused-here', 'refused-there', 'uid-twice', 'ours-lost', 'theirs-lost'] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding {
  readonly kind: FindingKind
  /** The file here (`refused-there`) or there. */
  readonly name: string
  /** As what it was refused: the same is not tried again. */
  readonly tag: string
  readonly uid: string
  readonly title: string
  readonly because: string
  /** The state that gave way. */
  readonly kept: string | null
}

export interface Loaded {
  readonly direction: Direction
  readonly token: string | null
  readonly pairs: readonly Pair[]
  readonly ours: readonly OurObject[]
  readonly findings: readonly Pick<Finding, 'kind' | 'name' | 'tag' | 'because'>[]
  /** A person has said that what is gone there shall go here too. */
  readonly acceptGone: boolean
}

/** Put here; null: nothing may lie there. */
export interface Incoming {
  readonly href: string
  readonly ifTag: string | null
  readonly from: RemoteObject
  readonly ics: string
}

export interface Step {
  readonly incoming?: readonly Incoming[]
  readonly removals?: readonly { readonly href: string; readonly ifTag: string }[]
  readonly pairs?: readonly Pair[]
  readonly drops?: readonly string[]
  readonly findings?: readonly Finding[]
  /** Findings that are over, by kind and name. */
  readonly cleared?: readonly Pick<Finding, 'kind' | 'name'>[]
  /** Given where it moves on. */
  readonly token?: string | null
}

export interface StepAnswer {
  /** Somebody here was quicker: what came is looked at again. */
  readonly behind: boolean
}

export interface Store {
  load(): Promise<Loaded>
  texts(hrefs: readonly string[]): Promise<ReadonlyMap<string, { readonly tag: string; readonly ics: string }>>
  /** In one transaction, or not at all. */
  apply(step: Step): Promise<StepAnswer>
}
