/** Whether, and until when, one may write in a conversation. */
import type { ChannelRow, ConversationRow } from './rows.ts'
import { wireOf } from './wires/wires.ts'

/** Somebody who can be reached: a number, an address, a chat; no sender of letters alone, nothing that could not be read. */
export function canAnswer(
  { wire }: Pick<ChannelRow, 'wire'>,
  { handle, email }: Pick<ConversationRow, 'handle' | 'email'>,
): boolean {
  if (handle === '') return false
  if (wire === 'form') return email !== null
  return wireOf(wire).capabilities.segments ? handle.startsWith('+') : true
}

/** Null: only what the provider has approved, since they never wrote. */
export function openUntil(
  { wire }: Pick<ChannelRow, 'wire'>,
  { last_in_at }: Pick<ConversationRow, 'last_in_at'>,
): Temporal.Instant | null | 'always' {
  const { windowHours } = wireOf(wire).capabilities
  if (windowHours === null) return 'always'
  return last_in_at?.add({ hours: windowHours }) ?? null
}
