/** Which folders of a survey are mapped: the deepest ones go with their parents where there are too many. */
import { mostFolders } from '../contract.ts'
import { folderOf } from './source.ts'

/** Counts by mapped folder, with those above them, which may hold no file of their own. */
export function mappedFolders(
  counted: ReadonlyMap<string, number>,
  most: number = mostFolders,
): { path: string; files: number }[] {
  for (let depth = 12; depth >= 0; depth--) {
    const mapped = new Map<string, number>()
    for (const [path, files] of counted) {
      const at = path.split('/').slice(0, depth).join('/')
      mapped.set(at, (mapped.get(at) ?? 0) + files)
      for (let above = at; above !== ''; above = folderOf(above))
        if (!mapped.has(folderOf(above))) mapped.set(folderOf(above), 0)
    }
    if (mapped.size <= most)
      return [...mapped].map(([path, files]) => ({ path, files })).sort((a, b) => (a.path < b.path ? -1 : 1))
  }
  return []
}

/** The mapped folder that a file's folder goes with: itself, or the nearest above it. */
export function mappedFolderOf(path: string, mapped: ReadonlySet<string>): string {
  for (let at = folderOf(path); ; at = folderOf(at)) if (mapped.has(at) || at === '') return at
}
