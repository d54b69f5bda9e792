/** What in a text may be the number of a matter: letters and figures with a stroke or a point between, in the order they stand. */
const mostNumbers = 80

export function matterNumbers(text: string): string[] {
  const found = text.match(/[\p{L}\d]{1,20}(?:[-/.:][\p{L}\d]{1,20}){1,3}/gu) ?? []
  return [...new Set(found.filter(one => /\d/.test(one) && one.length <= 40))].slice(0, mostNumbers)
}
