/** Dimensions as they are called here and in files: SIE reserves numbers for cost centres and projects (SIE 4C, section 8). */
const pairs: readonly (readonly [file: string, here: string])[] = [
  ['1', 'cost-centre'],
  ['6', 'project'],
  ['costID', 'cost-centre'],
  ['projID', 'project'],
]

export const dimensionHere = (code: string): string => pairs.find(([file]) => file === code)?.[1] ?? code.slice(0, 20)

/** SIE numbers its dimensions; those without a number of their own begin at 20, which the format leaves free. */
export function dimensionsInSie(codes: readonly string[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  let next = 20
  for (const code of codes) {
    const reserved = pairs.find(([, here]) => here === code)?.[0]
    if (reserved) numbers.set(code, reserved)
    else if (/^\d{1,4}$/.test(code)) numbers.set(code, code)
    else {
      while (codes.includes(String(next)) || [...numbers.values()].includes(String(next))) next += 1
      numbers.set(code, String(next))
      next += 1
    }
  }
  return numbers
}
