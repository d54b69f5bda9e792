/** UNTDID 1001: documents that credit, among those that EN 16931 allows. */
export const creditTypes: ReadonlySet<string> = new Set([
  '81',
  '83',
  '261',
  '262',
  '296',
  '308',
  '381',
  '396',
  '420',
  '458',
  '532',
])
