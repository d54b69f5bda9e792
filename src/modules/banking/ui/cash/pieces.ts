/** Notes and coins in use, as decimal texts, the largest first. As of 2026; a currency that is not here is counted by its sum. */
const inUse: Readonly<Record<string, readonly string[]>> = {
  SEK: ['1000', '500', '200', '100', '50', '20', '10', '5', '2', '1'],
  NOK: ['1000', '500', '200', '100', '50', '20', '10', '5', '1'],
  DKK: ['1000', '500', '200', '100', '50', '20', '10', '5', '2', '1', '0.50'],
  EUR: ['500', '200', '100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'],
  RON: ['500', '200', '100', '50', '20', '10', '5', '1', '0.50', '0.10', '0.05', '0.01'],
  GBP: ['50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'],
}

export const piecesOf = (currency: string): readonly string[] => inUse[currency] ?? []

/** What so many of a piece make, and what they make together, as decimal texts of hundredths. */
export function sumOf(counts: ReadonlyMap<string, number>): string {
  let minor = 0n
  for (const [value, count] of counts) minor += hundredths(value) * BigInt(count)
  return decimal(minor)
}

const hundredths = (value: string): bigint => {
  const [whole = '0', part = ''] = value.split('.')
  return BigInt(whole + part.padEnd(2, '0'))
}
const decimal = (minor: bigint): string => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`
