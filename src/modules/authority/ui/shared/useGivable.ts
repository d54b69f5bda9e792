import { useMemo } from 'react'
import { useRegistry, useSession } from '../../../../web/session.ts'
import { areaOf } from './words.ts'

/** What one holds oneself and so can give: the registry lists nothing else; whole areas where one holds them whole. */
export function useGivable(): readonly string[] {
  const registry = useRegistry()
  const { permissions } = useSession()
  return useMemo(() => {
    const acts = [...(registry?.commands ?? []), ...(registry?.queries ?? [])].map(({ name }) => name)
    const areas = [...new Set(acts.map(areaOf))].map(area => `${area}.*`)
    const held = (permission: string) => permissions.includes('*') || permissions.includes(permission)
    return [...areas.filter(held), ...acts]
  }, [registry, permissions])
}
