/** Views a person saved, kept on this computer for each list. */
import { recall, remember } from '../../preferences.ts'
import type { ListView } from './types.ts'

const place = (list: string) => `kontor.views.${list}`

export function savedViews(list: string): ListView[] {
  try {
    return JSON.parse(recall(place(list)) ?? '[]') as ListView[]
  } catch {
    return []
  }
}

export const saveViews = (list: string, views: readonly ListView[]): void =>
  remember(place(list), views.length ? JSON.stringify(views) : null)
