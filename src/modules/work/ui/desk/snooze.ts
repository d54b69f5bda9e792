/** Tomorrow at eight on this person's clock, as the wire writes it. */
export function tomorrowMorning(now = new Date()): string {
  const morning = new Date(now)
  morning.setDate(morning.getDate() + 1)
  morning.setHours(8, 0, 0, 0)
  return morning.toISOString()
}
